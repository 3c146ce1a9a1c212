#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "simulation/path_stage.h"

namespace linecheck::simulation {

/// The first two channels change places; null with one channel.
[[nodiscard]] std::unique_ptr<PathStage> makeChannelSwap(std::size_t channels);

/// One factor for each channel; null if all are 1.
[[nodiscard]] std::unique_ptr<PathStage> makeGains(std::vector<double> factors);

}  // namespace linecheck::simulation
