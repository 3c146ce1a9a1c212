#pragma once

#include <cstddef>
#include <deque>
#include <optional>

#include "measure/waterfall_row.h"

namespace linecheck::ui {

/// The rows that the waterfall can show, newest first: as many as the tallest screen has lines, at
/// most 32 MiB.
class WaterfallHistory {
 public:
  static constexpr std::size_t kMost = 2048;

  /// A row from before the newest begins another capture, and the old one is forgotten.
  void add(measure::WaterfallRow row);
  void clear() { rows_.clear(); }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// `age` in 0…`size()` − 1, from the newest.
  [[nodiscard]] const measure::WaterfallRow& operator[](std::size_t age) const {
    return rows_[age];
  }
  /// How much earlier than the newest that row was.
  [[nodiscard]] Seconds ageOf(std::size_t age) const {
    return rows_.front().time - rows_[age].time;
  }
  /// The newest row at least so much earlier than the newest of all; none if nothing is that old.
  [[nodiscard]] std::optional<std::size_t> rowAt(Seconds earlier) const;

 private:
  std::deque<measure::WaterfallRow> rows_;
};

}  // namespace linecheck::ui
