#pragma once

#include <array>
#include <optional>

#include "dsp/hum.h"

namespace linecheck::diagnosis {

/// The ratio of two groups of harmonics. Where one group is buried in noise only a bound is known.
struct Ratio {
  enum class Kind { measured, atMost, atLeast };

  Kind kind = Kind::measured;
  Decibels value;
  Decibels standardError;  ///< Of a measured ratio.
};

/// dB per octave of the odd orders from 3 up.
struct Decay {
  double slope = 0.0;
  double standardError = 0.0;
};

/// The shape of a hum, free of its level: what tells one cause from another.
struct HumPattern {
  Ratio evenToOdd;             ///< Orders 2, 4 … 10 against 1, 3 … 9.
  Ratio oddToFundamental;      ///< Orders 3, 5, 7, 9 against 1.
  Ratio highToFundamental;     ///< Orders 11 and up against 1.
  Ratio tripleToOdd;           ///< Orders 3, 9, 15 against 5, 7, 11, 13.
  std::optional<Decay> decay;  ///< None with fewer than four odd orders above the first.
};

/// None if no hum is present. A ratio whose both sides are buried is left out of the pattern by
/// making it `atMost` +∞, which says nothing.
[[nodiscard]] std::optional<HumPattern> humPattern(const dsp::HumEstimate& hum);

}  // namespace linecheck::diagnosis
