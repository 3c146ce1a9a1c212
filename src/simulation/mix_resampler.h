#pragma once

#include <cstddef>
#include <memory>

#include "simulation/path_stage.h"
#include "units/quantity.h"

namespace linecheck::simulation {

/// To the rate at which the system mixes and back, each way by a linear-phase polyphase filter
/// (Kaiser-windowed sinc): flat up to 0.907 of the lower rate's Nyquist (20 kHz at 44.1 kHz), −120
/// dB from there.
/// Null if the mixer runs at the stream's rate. Both are usual rates, 32…192 kHz.
[[nodiscard]] std::unique_ptr<PathStage> makeMixResampler(int mixRate, std::size_t channels,
                                                          int sampleRate);

/// Frames of the stream by which the way there and back delays.
[[nodiscard]] int mixResamplerLatency(int mixRate, int sampleRate);

/// Gain there and back, below the lower rate's Nyquist; the delay is not in it.
[[nodiscard]] double mixResamplerResponse(int mixRate, Hertz frequency, int sampleRate);

}  // namespace linecheck::simulation
