#pragma once

#include <optional>

#include "text/reading.h"
#include "units/calibration.h"
#include "units/level.h"

namespace linecheck::ui {

enum class LevelUnit { dbfs, dbu, dbv, volts };

[[nodiscard]] QString unitName(LevelUnit unit);

/// The scale on which the user reads levels, with the calibration that all but dBFS need; without
/// one, levels are read in dBFS.
class LevelScale {
 public:
  LevelScale() = default;
  LevelScale(LevelUnit unit, std::optional<Calibration> calibration)
      : unit_(calibration ? unit : LevelUnit::dbfs), calibration_(calibration) {}

  [[nodiscard]] LevelUnit unit() const { return unit_; }
  [[nodiscard]] const std::optional<Calibration>& calibration() const { return calibration_; }
  /// What is added to dBFS to get the scale's own decibels (dBV for volts).
  [[nodiscard]] double offset() const;
  [[nodiscard]] Reading read(DecibelsFs level, int decimals = 1) const;

  bool operator==(const LevelScale& other) const {
    return unit_ == other.unit_ && offset() == other.offset();
  }

 private:
  LevelUnit unit_ = LevelUnit::dbfs;
  std::optional<Calibration> calibration_;
};

}  // namespace linecheck::ui
