#pragma once

#include <optional>

#include "base/clock.h"
#include "plots/range.h"

namespace linecheck::ui {

/// Keeps the level axis around what is shown without jumping: each end moves by 10 dB at a time,
/// at once when something would leave the plot, and only after two calm seconds when there is
/// room to spare.
class AutoRange {
 public:
  static constexpr double kStep = 10.0;       ///< dB.
  static constexpr double kLeastSpan = 80.0;  ///< dB; of a quiet input it lies above the floor.

  /// The range for a picture whose greatest level and noise floor are these (dBFS, finite), at
  /// the time `now`. The first call after `reset` fits at once.
  [[nodiscard]] Range follow(const Range& current, double greatest, double floor,
                             Clock::Duration now);
  /// Forgets what was shown.
  void reset() { *this = AutoRange(); }

 private:
  bool started_ = false;
  Clock::Duration lastStep_{0};
  std::optional<Clock::Duration> roomySince_;
};

}  // namespace linecheck::ui
