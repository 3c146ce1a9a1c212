#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "measure/calibration_match.h"
#include "measure/procedure_result.h"

namespace linecheck::measure {

/// What the calibrations say of the inputs and outputs that a measurement used.
class CalibratedResult {
 public:
  /// `controls` is what the user has told of how the device's controls stand. `result` outlives it.
  CalibratedResult(const ProcedureResult& result, const Calibrations& calibrations,
                   const ControlSettings& controls, std::chrono::sys_seconds now);

  /// A level in dBFS as dBu at the jack: of the output for what was played, of the input for what
  /// was captured. None for other figures, and where no calibration applies. Its uncertainty is
  /// that of both.
  [[nodiscard]] std::optional<Figure> inDbu(const Figure& figure) const;

  /// Calibrations for these jacks that may not fit any more and so were not used, each once.
  [[nodiscard]] const std::vector<CalibrationMatch>& unfit() const { return unfit_; }

 private:
  [[nodiscard]] const CalibrationMatch* matchOf(audio::Direction direction, int channel) const;

  std::vector<CalibrationMatch> fit_;
  std::vector<CalibrationMatch> unfit_;
};

}  // namespace linecheck::measure
