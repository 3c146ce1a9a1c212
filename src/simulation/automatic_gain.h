#pragma once

#include <cstddef>
#include <memory>

#include "simulation/computer_path.h"
#include "simulation/path_stage.h"

namespace linecheck::simulation {

[[nodiscard]] std::unique_ptr<PathStage> makeAutomaticGain(const AutomaticGain& config,
                                                           std::size_t channels, int sampleRate);

}  // namespace linecheck::simulation
