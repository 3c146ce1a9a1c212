#pragma once

#include <vector>

#include "calibration/calibration_keeper.h"
#include "levels/figure_model.h"
#include "measure/procedure_result.h"
#include "prediction/loop.h"
#include "text/run_note.h"

namespace linecheck::ui {

/// What stands beside a run: what the desk predicts of it, and what its levels are in dBu, as far
/// as either is known.
struct RunBeside {
  std::vector<ExpectedValue> expected;
  std::vector<RunNote> findings;       ///< What is not as the desk predicts, with its causes.
  std::vector<measure::Figure> inDbu;  ///< Levels that a calibration applies to.
  std::vector<RunNote> unfit;          ///< Calibrations that were not used, with the reasons.
};

/// A run of the simulated studio is not held against the desk, whose sound it is not. The samples
/// of `result` are not needed, its sequences are.
[[nodiscard]] RunBeside runBeside(const measure::ProcedureResult& result, const chain::Desk& desk,
                                  const CalibrationKeeper& calibrations);

}  // namespace linecheck::ui
