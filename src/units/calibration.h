#pragma once

#include "units/level.h"

namespace linecheck {

/// The only bridge between dBFS and volts: the voltage that reads 0 dBFS at one port of one
/// device, at one setting of its controls.
class Calibration {
 public:
  /// A sine of this level at the port reads 0 dBFS. Finite.
  [[nodiscard]] static constexpr Calibration withFullScaleAt(DecibelsU level) {
    return Calibration(level);
  }

  [[nodiscard]] constexpr DecibelsU fullScale() const { return fullScale_; }
  [[nodiscard]] constexpr DecibelsU toDbu(DecibelsFs level) const {
    return DecibelsU::of(level.value() + fullScale_.value());
  }
  [[nodiscard]] constexpr DecibelsFs toDbfs(DecibelsU level) const {
    return DecibelsFs::of(level.value() - fullScale_.value());
  }
  [[nodiscard]] Volts toVolts(DecibelsFs level) const { return voltsFromDbu(toDbu(level)); }

 private:
  explicit constexpr Calibration(DecibelsU fullScale) : fullScale_(fullScale) {}

  DecibelsU fullScale_;
};

}  // namespace linecheck
