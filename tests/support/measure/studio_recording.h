#pragma once

#include "measure/procedure_run.h"
#include "simulation/simulated_studio.h"

namespace linecheck::measure::testing {

/// How a procedure is run in the simulated studio.
struct StudioRun {
  simulation::StudioConfig studio;
  Values values;
  int channels = 2;
  int sampleRate = 48000;
};

/// A run of a procedure with its standard values.
[[nodiscard]] StudioRun runOf(const Procedure& procedure);

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

/// Value of a figure; NaN if it is unknown or not there.
[[nodiscard]] double valueOf(const Reading& reading, std::string_view id, int channel = 0);

/// Word of a statement; empty if it is not there.
[[nodiscard]] std::string wordOf(const Reading& reading, std::string_view id, int channel = 0);

}  // namespace linecheck::measure::testing
