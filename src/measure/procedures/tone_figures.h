#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dsp/tone.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// A harmonic against its fundamental.
struct HarmonicRatio {
  int order = 0;
  std::optional<Decibels> ratio;  ///< None if the noise could be all of it.
};

/// A steady tone with the standard errors of its figures, in dB.
struct ToneFigures {
  Hertz frequency;
  DecibelsFs level;
  double levelSe = 0.0;
  /// Without what the noise adds to the harmonics. None if none stands out, or none is in the band.
  std::optional<Decibels> thd;
  double thdSe = 0.0;
  /// More than this is not hidden in the noise; none without a harmonic in the band.
  std::optional<Decibels> thdBound;
  Decibels thdn;
  double thdnSe = 0.0;
  double enobBits = 0.0;
  std::vector<HarmonicRatio> harmonics;
};

/// Standard error of the amplitude (peak) of a line fitted under a Hann weight to `samples` of
/// white noise that has this power in the band; a sine of peak 1 has power 1. The Cramér-Rao bound
/// 2σ²/N, times the weight's loss of 1.5.
[[nodiscard]] double amplitudeError(double noisePower, Hertz band, Hertz sampleRate,
                                    std::size_t samples);

/// As `dsp::analyzeTone`, with the standard errors that noise like the rest leaves. None if there
/// is no such tone.
[[nodiscard]] std::optional<ToneFigures> readTone(std::span<const double> samples, Hertz sampleRate,
                                                  Hertz expected);

}  // namespace linecheck::measure
