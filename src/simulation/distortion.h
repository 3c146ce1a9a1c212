#pragma once

#include <memory>

#include "simulation/output_path.h"
#include "simulation/path_stage.h"

namespace linecheck::simulation {

/// Null if it is a straight line.
[[nodiscard]] std::unique_ptr<PathStage> makeNonlinearity(const Nonlinearity& law);

/// Cuts at the peak of a sine of this level.
[[nodiscard]] std::unique_ptr<PathStage> makeHardClip(DecibelsFs level);

[[nodiscard]] std::unique_ptr<PathStage> makeAmplifierClip(const AmplifierClipping& law);

}  // namespace linecheck::simulation
