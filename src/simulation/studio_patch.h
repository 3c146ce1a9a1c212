#pragma once

#include "measure/harness.h"
#include "measure/parameters.h"
#include "simulation/patch.h"

namespace linecheck::simulation {

/// How the studio's cables change by themselves for a step of a measurement.
[[nodiscard]] Patch studioPatch(measure::Harness harness, const measure::Values& values);

}  // namespace linecheck::simulation
