#pragma once

#include <complex>
#include <cstddef>
#include <memory>

#include "simulation/output_path.h"
#include "simulation/path_stage.h"

namespace linecheck::simulation {

/// The source's divider with what is connected; null if it changes nothing.
[[nodiscard]] std::unique_ptr<PathStage> makeOutputLoad(const OutputPath& output,
                                                        std::size_t channels, int sampleRate);

/// What the stage does to a small and to a large signal: OutputPath::divider at the frequency
/// rate/π·tan(π·frequency/rate), as the bilinear transform bends it.
[[nodiscard]] std::complex<double> outputLoadResponse(const OutputPath& output, Hertz frequency,
                                                      Hertz rate);

}  // namespace linecheck::simulation
