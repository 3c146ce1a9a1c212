#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "simulation/computer_path.h"
#include "simulation/path_stage.h"

namespace linecheck::simulation {

/// Steps of 2⁻¹⁵ of full scale, clipped to −1…1 − one step.
[[nodiscard]] std::unique_ptr<PathStage> makeSixteenBit(SixteenBit kind, std::uint64_t seed,
                                                        std::size_t channels);

}  // namespace linecheck::simulation
