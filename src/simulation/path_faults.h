#pragma once

#include "simulation/faults.h"
#include "simulation/path_config.h"
#include "simulation/path_stage.h"

namespace linecheck::simulation {

/// A fault of the signal path and the one stage that it changes.
struct PathFault {
  Fault fault = Fault::volumeSlider;
  PathPlace place = PathPlace::volume;
};

[[nodiscard]] std::span<const PathFault> pathFaults();

/// The path as it is with those of the faults that belong to it: the truth while they are on. All
/// else stays as it was. `sampleRate` in Hz.
[[nodiscard]] PathConfig withFaults(PathConfig config, FaultSet faults, int sampleRate);

}  // namespace linecheck::simulation
