#include "text/level_scale.h"

namespace linecheck::ui {

QString unitName(LevelUnit unit) {
  switch (unit) {
    case LevelUnit::dbfs:
      return QStringLiteral("dBFS");
    case LevelUnit::dbu:
      return QStringLiteral("dBu");
    case LevelUnit::dbv:
      return QStringLiteral("dBV");
    case LevelUnit::volts:
      return QStringLiteral("V");
  }
  return {};
}

double LevelScale::offset() const {
  if (unit_ == LevelUnit::dbfs || !calibration_) return 0.0;
  const DecibelsU fullScale = calibration_->fullScale();
  if (unit_ == LevelUnit::dbu) return fullScale.value();
  return dbvFromVolts(voltsFromDbu(fullScale)).value();
}

Reading LevelScale::read(DecibelsFs level, int decimals) const {
  if (unit_ == LevelUnit::volts && calibration_) return voltsReading(calibration_->toVolts(level));
  return {numberText(level.value() + offset(), decimals), unitName(unit_)};
}

}  // namespace linecheck::ui
