#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "units/quantity.h"

namespace linecheck::diagnosis {

/// Frames of a capture, `end` not with them.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t length() const { return end - begin; }
};

/// Where in a capture nothing plays.
struct QuietStretches {
  std::vector<Stretch> stretches;  ///< All of it if nothing plays, or if it never pauses.
  /// How far the typical moment lies above the quiet ones, dB; 0 if nothing plays.
  double programme = 0.0;
  bool isWhole = true;
};

/// Music and voices pause: between phrases, at the end of a bar. Noise of the chain does not, or,
/// where it comes and goes, not below 500 Hz, where a programme has most of its power.
[[nodiscard]] QuietStretches findQuietStretches(std::span<const double> samples, Hertz rate);

}  // namespace linecheck::diagnosis
