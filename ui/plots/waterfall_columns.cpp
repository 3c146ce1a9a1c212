#include "plots/waterfall_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"
#include "measure/waterfall_row.h"

namespace linecheck::ui {
namespace {

using measure::WaterfallRow;

constexpr int kLast = static_cast<int>(WaterfallRow::kColumns) - 1;

}  // namespace

WaterfallColumns::WaterfallColumns(const View& view, Hertz nyquist) {
  const double perDecade =
      static_cast<double>(WaterfallRow::kColumns) / std::log10(nyquist / WaterfallRow::kLowest);
  const double left = perDecade * std::log10(view.low / WaterfallRow::kLowest);
  const double perPixel = perDecade * std::log10(view.high / view.low) / view.columns;
  columns_.resize(static_cast<std::size_t>(view.columns));
  for (int i = 0; i < view.columns; ++i) {
    Column& column = columns_[static_cast<std::size_t>(i)];
    if (perPixel >= 1.0) {
      // Half a column more or less is a rounding error; a column left out is a line lost.
      column.first = static_cast<int>(std::floor(left + i * perPixel));
      column.end =
          std::max(column.first + 1, static_cast<int>(std::ceil(left + (i + 1) * perPixel - 1e-6)));
      column.first = std::clamp(column.first, 0, kLast);
      column.end = std::clamp(column.end, column.first + 1, kLast + 1);
    } else {
      const double centre = std::clamp(left + (i + 0.5) * perPixel - 0.5, 0.0, double{kLast});
      column.first = std::min(static_cast<int>(centre), kLast - 1);
      column.end = column.first;
      column.behind = static_cast<float>(centre - column.first);
    }
  }
}

void WaterfallColumns::reduce(std::span<const std::int16_t> levels,
                              std::span<std::int16_t> reduced) const {
  if (!LC_VERIFY(levels.size() == WaterfallRow::kColumns && reduced.size() == columns_.size())) {
    return;
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    const auto* first = levels.data() + column.first;
    if (column.end > column.first) {
      std::int16_t greatest = std::numeric_limits<std::int16_t>::min();
      for (const auto* at = first; at != levels.data() + column.end; ++at) {
        greatest = std::max(greatest, *at);
      }
      reduced[i] = greatest;
    } else {
      const auto step = static_cast<float>(first[1] - first[0]);
      reduced[i] = static_cast<std::int16_t>(static_cast<float>(first[0]) + column.behind * step);
    }
  }
}

}  // namespace linecheck::ui
