#pragma once

#include <complex>
#include <cstddef>
#include <memory>

#include "simulation/cable_path.h"
#include "simulation/path_stage.h"

namespace linecheck::simulation {

/// Null if no channel hears the other.
[[nodiscard]] std::unique_ptr<PathStage> makeCrosstalk(const CablePath& cable, std::size_t channels,
                                                       int sampleRate);
[[nodiscard]] std::complex<double> crosstalkResponse(const Crosstalk& crosstalk, Hertz frequency,
                                                     Hertz rate);

/// Null if there is no corner below Nyquist.
[[nodiscard]] std::unique_ptr<PathStage> makeCorners(const CablePath& cable, std::size_t channels,
                                                     int sampleRate);
[[nodiscard]] std::complex<double> cornersResponse(const Corners& corners, Hertz frequency,
                                                   Hertz rate);

}  // namespace linecheck::simulation
