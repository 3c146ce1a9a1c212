#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "matching/match.h"

namespace linecheck::matching {

/// What the output's impedance does at one frequency, by the magnitude of the load's.
struct ResponsePoint {
  Hertz frequency;
  Ohms impedance;
  Bounded<Decibels> loss;       ///< The divider there.
  Bounded<Decibels> deviation;  ///< The loss there, less that at the nominal impedance.
};
/// At the points of the headphones' curve; empty if they have none or the source's impedance is not
/// known.
[[nodiscard]] std::vector<ResponsePoint> responseCurve(const Output& output, const Load& load,
                                                       const Request& request);

/// The working level against the knob.
struct LoudnessPoint {
  chain::Travel travel;
  Bounded<DecibelsSpl> level;
};
/// From `points` ≥ 2 positions, evenly from the left stop to the right, at one gain step. Where the
/// taper is not known the best value is missing and the bounds are those of all usual ones; empty
/// where travel has no law, or the loudness is not known.
[[nodiscard]] std::vector<LoudnessPoint> loudnessCurve(const Output& output, const Load& load,
                                                       const Request& request, std::size_t step,
                                                       std::size_t points = 101);

/// The quietest tone that people of 18 to 25 hear in a free field, ISO 226:2003, by straight lines
/// over log frequency between its third octaves. Empty outside 20 Hz to 12.5 kHz.
[[nodiscard]] std::optional<DecibelsSpl> hearingThreshold(Hertz frequency);

/// White noise with this level (A) over 20 kHz, in the ear's own band around a frequency
/// (Glasberg and Moore 1990: 24.7 Hz·(4.37·f/kHz + 1)): what can be held against the threshold.
[[nodiscard]] DecibelsSpl noiseInEarBand(DecibelsSpl aWeighted, Hertz frequency);

}  // namespace linecheck::matching
