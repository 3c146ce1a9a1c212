#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dsp/window.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

struct ToneHarmonic {
  int order = 0;  ///< 2 is the second harmonic.
  Hertz frequency;
  DecibelsFs level;
};

/// A test tone and what is not the tone, as AES17 has it. Ratios are to the fundamental.
struct ToneAnalysis {
  Hertz frequency;
  DecibelsFs level;
  Decibels thd;           ///< Harmonics 2…n, power sum; −∞ without any below the band's end.
  Decibels thdn;          ///< All that is not the fundamental, in the band.
  Decibels sinad;         ///< −THD+N.
  Decibels snr;           ///< Fundamental to what is neither tone nor harmonic.
  double enobBits = 0.0;  ///< (SINAD − 1.76 dB) / 6.02 dB, corrected to full scale.
  std::vector<ToneHarmonic> harmonics;
};

/// Noise in a band; what is left of the signal once the tone and its harmonics are removed.
struct NoiseFigures {
  Hertz bandLow, bandHigh;
  DecibelsFs unweighted;
  DecibelsFs aWeighted;  ///< IEC 61672.
  DecibelsFs itu468;     ///< ITU-R BS.468 curve (0 dB at 1 kHz), RMS.
  DecibelsFs ccirRms;    ///< The same curve with 0 dB at 2 kHz, RMS (AES17's CCIR-RMS).
};

struct ToneOptions {
  int harmonics = 10;                               ///< THD counts orders 2…this.
  Hertz bandLow = Hertz::of(20.0);                  ///< Of THD+N, SNR and noise.
  Hertz bandHigh = Hertz::of(20000.0);              ///< Cut at Nyquist.
  WindowKind window = WindowKind::blackmanHarris7;  ///< Of the residual's spectrum.
  std::size_t fftLength = 0;                        ///< 0: chosen from the length of the signal.
};

struct ToneAndNoise {
  std::optional<ToneAnalysis> tone;  ///< None if nothing stands out as one steady tone.
  NoiseFigures noise;
};

/// Fits the strongest steady tone and its harmonics by least squares, removes them, and measures
/// the rest. No figure depends on the window, the FFT length or the number of averages beyond the
/// statistics of the noise itself. `samples` in units of full scale.
[[nodiscard]] ToneAndNoise analyzeTone(std::span<const double> samples, Hertz sampleRate,
                                       const ToneOptions& options = {});

}  // namespace linecheck::dsp
