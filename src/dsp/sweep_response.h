#pragma once

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

#include "base/result.h"
#include "dsp/swept_sine.h"
#include "units/decibels.h"
#include "units/quantity.h"

namespace linecheck::dsp {

struct SweepAnalysisOptions {
  int harmonics = 5;                       ///< Orders 2…this are separated; 1…12.
  double pointsPerOctave = 48.0;           ///< Of the frequency grid.
  Seconds tail = Seconds::ofMilli(500.0);  ///< How long the impulse response is heeded.
};

/// A harmonic against the frequency of its fundamental: the first so many points of the linear
/// response's grid, as far as the harmonic lies within the sweep.
struct HarmonicResponse {
  int order = 0;
  /// Amplitude and phase of sin(order·φ) where the sweep was sin(φ) of amplitude 1.
  std::vector<std::complex<double>> response;
  std::vector<Decibels> relative;  ///< |response| to the linear response at the fundamental.
};

struct SweepResponse {
  /// Samples of the capture before the impulse response's peak, an integer latency. All phases are
  /// counted from it.
  std::size_t delay = 0;
  std::vector<double> impulse;  ///< Of the linear response, windowed, in units of gain.
  std::size_t impulsePeak = 0;  ///< Where in `impulse` the delay lies.
  std::vector<Hertz> frequencies;
  std::vector<std::complex<double>> linear;
  std::vector<HarmonicResponse> harmonics;  ///< Order 2 first.
};

/// The response of what lies between a sweep and its capture, the harmonics apart from the linear
/// part: spectral division by the sweep as it was played, ramps included, then a window around each
/// impulse response, of which the k-th arrives L·ln k early.
///
/// `capture` holds the whole sweep and the path's tail at the sweep's own rate, with any silence or
/// noise before and after. The grid runs from 4·f1 to where the last ramp has three quarters done.
/// Without noise the linear response is right within 0.005 dB from 20 Hz to 20 kHz for a default
/// sweep. A response finer than about 1 / tail is smoothed. Samples that a distorting digital path
/// folds back at Nyquist are not told from the linear part.
///
/// Errors: `measurementInvalid` if no sweep is found in the capture, `usage` if it is too long.
/// Thread-safe: yes. Realtime-safe: no.
[[nodiscard]] Result<SweepResponse> analyzeSweep(std::span<const double> capture,
                                                 const SweptSine& sweep,
                                                 const SweepAnalysisOptions& options = {});

}  // namespace linecheck::dsp
