#pragma once

#include <cmath>
#include <vector>

#include "base/check.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// Frequencies low·2^(i / pointsPerOctave) up to `high`, which is one of them if it is a whole
/// number of steps away. 0 < low ≤ high; pointsPerOctave > 0.
[[nodiscard]] inline std::vector<Hertz> logGrid(Hertz low, Hertz high, double pointsPerOctave) {
  if (!LC_VERIFY(low.value() > 0.0 && high >= low && pointsPerOctave > 0.0)) return {};
  constexpr double kRounding = 1e-9;
  const auto steps = static_cast<std::size_t>(std::log2(high / low) * pointsPerOctave + kRounding);
  std::vector<Hertz> grid(steps + 1);
  for (std::size_t i = 0; i <= steps; ++i) {
    grid[i] = low * std::exp2(static_cast<double>(i) / pointsPerOctave);
  }
  return grid;
}

}  // namespace linecheck::dsp
