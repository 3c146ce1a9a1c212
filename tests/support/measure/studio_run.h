#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "measure/procedure.h"
#include "simulation/simulated_studio.h"

namespace linecheck::measure::testing {

/// How a procedure is run in the simulated studio.
struct StudioRun {
  simulation::StudioConfig studio;
  Values values;
  int channels = 2;
  int sampleRate = 48000;
  /// In place of the studio's own from the second step on: what the cables were changed to.
  std::vector<simulation::PathConfig> laterPaths;
};

/// A run of a procedure with its standard values.
[[nodiscard]] StudioRun runOf(const Procedure& procedure);

/// Value of a figure; NaN if it is unknown or not there.
[[nodiscard]] double valueOf(const Reading& reading, std::string_view id, int channel = 0);

/// Word of a statement; empty if it is not there.
[[nodiscard]] std::string wordOf(const Reading& reading, std::string_view id, int channel = 0);

}  // namespace linecheck::measure::testing
