#pragma once

#include <cmath>
#include <cstdint>

#include "measure/waterfall_row.h"

namespace linecheck::testing {

/// Makes rows 1/30 s apart with an even floor and lines one column wide, up to 24 kHz.
class RowMaker {
 public:
  explicit RowMaker(double floorDbfs = -130.0) : floor_(floorDbfs) {}

  /// The column that holds `hz`, by the definition of the axis.
  [[nodiscard]] static std::size_t columnOf(double hz) {
    const double share = std::log(hz / 10.0) / std::log(24000.0 / 10.0);
    return static_cast<std::size_t>(share * static_cast<double>(measure::WaterfallRow::kColumns));
  }

  [[nodiscard]] measure::WaterfallRow row(double hz, double dbfs) {
    measure::WaterfallRow made = even();
    made.levels[columnOf(hz)] = level(dbfs);
    return made;
  }
  [[nodiscard]] measure::WaterfallRow even() {
    measure::WaterfallRow made = gap();
    made.nyquist = Hertz::of(24000.0);
    made.levels.assign(measure::WaterfallRow::kColumns, level(floor_));
    return made;
  }
  [[nodiscard]] measure::WaterfallRow gap() {
    measure::WaterfallRow made;
    made.time = Seconds::of(++count_ / 30.0);
    return made;
  }

 private:
  static std::int16_t level(double dbfs) {
    return static_cast<std::int16_t>(std::lround(dbfs * 100.0));
  }

  double floor_;
  int count_ = 0;
};

}  // namespace linecheck::testing
