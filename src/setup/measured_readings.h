#pragma once

#include <chrono>
#include <optional>

#include "measure/calibration_match.h"
#include "measure/procedure_result.h"
#include "setup/readings.h"

/// What the set-up takes from measurements.
namespace linecheck::setup {

/// What the path's check of a result found; empty if it had none. `expectedGain` as it was checked
/// against, if it was more than an assumption. `loop` as far as somebody has told.
[[nodiscard]] std::optional<PathReading> pathReadingOf(
    const measure::ProcedureResult& result, const std::optional<Decibels>& expectedGain = {},
    const prediction::LoopChoice& loop = {});

/// The levels of a result of "headroom" or "path". Where the input is calibrated and its controls
/// stand as they did, the gain of the loop tells what the output gives at full scale: captured
/// dBFS for what was played, in dBu at the input's jack.
[[nodiscard]] LevelReading levelReadingOf(const measure::ProcedureResult& result,
                                          const measure::Calibrations& calibrations,
                                          const measure::ControlSettings& controls,
                                          std::chrono::sys_seconds now,
                                          const prediction::LoopChoice& loop = {});

}  // namespace linecheck::setup
