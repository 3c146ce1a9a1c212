#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measure/reading.h"

namespace linecheck::measure {

/// What is known of one figure on one channel.
struct FigureCell {
  std::optional<double> value;
  std::optional<double> uncertainty;
  std::optional<double> atMost;   ///< Where only a bound is known.
  std::optional<double> atLeast;  ///< Likewise.
  std::string word;               ///< Why there is no number, or what is told in place of one.
};

/// One line of a table of results.
struct FigureRow {
  std::string id;
  Unit unit = Unit::db;
  std::map<std::optional<int>, FigureCell> cells;  ///< By channel, 0-based; none is the whole.
};

/// A reading as the lines of a table, in its order: bounds and words stand in the cell of the
/// figure that they belong to.
[[nodiscard]] std::vector<FigureRow> rowsOf(const Reading& reading);

/// "−96.20 dBFS ± 0.02", "below −129.5 dB", a word, or "unknown". An uncertainty that the last
/// decimal does not show is left out.
[[nodiscard]] std::string cellText(const FigureRow& row, const FigureCell& cell);

}  // namespace linecheck::measure
