#pragma once

#include "measure/procedure_run.h"
#include "support/measure/studio_run.h"

namespace linecheck::measure::testing {

/// Step 0 of a procedure, played and captured with the user's consent; fails the test if that
/// does not work.
[[nodiscard]] Recording record(const Procedure& procedure, const StudioRun& run);

/// The same without the gate, whose report is the truth, and through the path alone, white noise
/// and an input that ends at ±1: for tests that need very many.
[[nodiscard]] Recording recordWithoutGate(const Procedure& procedure, const StudioRun& run);

/// What the procedure reads off it.
[[nodiscard]] Reading measured(const Procedure& procedure, const StudioRun& run);

[[nodiscard]] Reading measuredWithoutGate(const Procedure& procedure, const StudioRun& run);

/// What it reads if it is stopped after this part of it.
[[nodiscard]] Reading stoppedAfter(const Procedure& procedure, const StudioRun& run, double part);

}  // namespace linecheck::measure::testing
