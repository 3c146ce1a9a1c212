#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "dsp/hum_drift.h"

namespace linecheck::dsp::hum {

/// The block resampled so that the fundamental along `track` becomes constant, at its mean. `whole`
/// is the signal that the block is cut from, so that samples beside the block can be used; what
/// would need samples beyond `whole` is left out at the ends.
[[nodiscard]] std::vector<double> straighten(std::span<const double> whole, std::size_t blockStart,
                                             std::size_t blockLength, double sampleRate,
                                             double fundamental, const PhaseTrack& track);

}  // namespace linecheck::dsp::hum
