#include "plots/waterfall_history.h"

#include <algorithm>
#include <utility>

namespace linecheck::ui {

void WaterfallHistory::add(measure::WaterfallRow row) {
  if (!rows_.empty() && row.time < rows_.front().time) rows_.clear();
  rows_.push_front(std::move(row));
  if (rows_.size() > kMost) rows_.pop_back();
}

std::optional<std::size_t> WaterfallHistory::rowAt(Seconds earlier) const {
  if (rows_.empty()) return std::nullopt;
  const Seconds time = rows_.front().time - earlier;
  const auto found =
      std::partition_point(rows_.begin(), rows_.end(),
                           [&](const measure::WaterfallRow& row) { return row.time > time; });
  if (found == rows_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rows_.begin());
}

}  // namespace linecheck::ui
