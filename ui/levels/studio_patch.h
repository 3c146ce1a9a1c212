#pragma once

#include "measure/harness.h"
#include "measure/parameters.h"
#include "simulation/patch.h"

namespace linecheck::ui {

/// How the demo studio's cables change by themselves for a step of a measurement.
[[nodiscard]] simulation::Patch studioPatch(measure::Harness harness,
                                            const measure::Values& values);

}  // namespace linecheck::ui
