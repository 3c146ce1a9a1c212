#pragma once

#include <optional>
#include <span>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

/// The single checks of the gate, each on one channel. All are pure and thread-safe.
namespace linecheck::measure::gate {

/// A known tone as it came back.
struct ToneReturn {
  Hertz frequency;
  Hertz frequencySe;
  DecibelsFs level;
  Decibels levelSe;
  DecibelsFs residual;  ///< RMS level of all but the tone.
};

/// None if it does not stand out of what is beside it. `residual`, if given, becomes the samples
/// without the tone.
[[nodiscard]] std::optional<ToneReturn> toneReturn(std::span<const double> samples,
                                                   Hertz sampleRate, Hertz tone,
                                                   std::vector<double>* residual = nullptr);

/// How far samples of a noise that fills many steps of 16 bits lie on those steps: |mean of
/// exp(2πi·x/step)| · √count, whose square is exponentially distributed with mean 1 if they do not
/// (Rayleigh's test of uniformity). Noise of 0.4 steps RMS hides the steps.
[[nodiscard]] double sixteenBitLattice(std::span<const double> samples);

/// Samples that reached the end of the input's range, with a neighbour there.
[[nodiscard]] bool isClipped(std::span<const double> samples);

/// What the end of the band says of a converter of sample rates on the way.
struct RateEdge {
  std::optional<double> rateHz;  ///< The lower rate; none if it is a higher one, or the same.
  bool isSharp = false;          ///< So steep that hardly an analogue filter does it.
};

/// None if the noise came back up to where the stream's own rate ends.
[[nodiscard]] std::optional<RateEdge> rateEdge(std::span<const double> sent,
                                               std::span<const double> received, Hertz sampleRate);

/// Whether what is left of a tone holds the error of rounding it to 16 bits behind a volume control
/// of `volume`: the correlation of the two, some frames' shift allowed, in standard deviations of
/// what it is by chance. `sent` and `residual` start together and are as long.
[[nodiscard]] double roundingCorrelation(std::span<const double> sent, Decibels volume,
                                         std::span<const double> residual);

}  // namespace linecheck::measure::gate
