#pragma once

#include <QString>
#include <vector>

#include "plots/range.h"

namespace linecheck::ui {

/// A line of the grid.
struct Tick {
  double value = 0.0;  ///< In the axis's unit: Hz, or decibels on the plot's own dBFS scale.
  QString label;       ///< Empty for a line without a number.
};

/// Ticks of a logarithmic frequency axis from `lowHz` to `highHz` (0 < low < high): 1-2-5 in each
/// decade with a label, the other multiples without one; evenly spaced 1-2-5 steps where the view
/// is too narrow for at least three of those.
[[nodiscard]] std::vector<Tick> frequencyTicks(double lowHz, double highHz);

/// Ticks of a decibel axis every `step` on the scale that is shown, which lies `offset` above the
/// plot's own: dBu = dBFS + offset. `range` is on the plot's scale, and so are the ticks.
[[nodiscard]] std::vector<Tick> decibelTicks(const Range& range, double step, double offset);

/// Ticks of the same axis in volts, where `offset` takes it to dBV: labelled at each decade, with
/// lines at √10 between (every 10 dB).
[[nodiscard]] std::vector<Tick> voltTicks(const Range& range, double offset);

/// The least step of 1, 2, 5, 10, 20, 50 … (or 0.1, 0.2, 0.5 …) that is at least `least` > 0.
[[nodiscard]] double niceStep(double least);

}  // namespace linecheck::ui
