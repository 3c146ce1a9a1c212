#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

#include "measure/waterfall_row.h"

namespace linecheck::measure {

/// Rows on their way to the window, in order; none is lost between two looks of it. A window that
/// does not look for a quarter of a minute finds the newest `kMost`, behind a gap.
/// Thread-safe: yes. Realtime-safe: no.
class WaterfallQueue {
 public:
  static constexpr std::size_t kMost = 512;  ///< 8 MiB.

  void push(WaterfallRow row) {
    const std::lock_guard lock(mutex_);
    rows_.push_back(std::move(row));
    if (rows_.size() <= kMost) return;
    rows_.pop_front();
    rows_.front().levels.clear();
  }
  [[nodiscard]] std::vector<WaterfallRow> take() {
    const std::lock_guard lock(mutex_);
    std::vector<WaterfallRow> rows(std::make_move_iterator(rows_.begin()),
                                   std::make_move_iterator(rows_.end()));
    rows_.clear();
    return rows;
  }
  void clear() {
    const std::lock_guard lock(mutex_);
    rows_.clear();
  }

 private:
  std::mutex mutex_;
  std::deque<WaterfallRow> rows_;
};

}  // namespace linecheck::measure
