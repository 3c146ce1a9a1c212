#pragma once

#include <vector>

#include "diagnosis/change.h"
#include "dsp/hum.h"

namespace linecheck::diagnosis {

/// What one harmonic has over the interface's own.
struct HarmonicExcess {
  int order = 1;
  Strength over;  ///< A bound where the interface's own would explain it.
};

/// The power of each detected harmonic less that of the same order in the baseline, with its error.
/// Both come from one mains, and nobody knows in which phase they meet, which adds 2·P·B to the
/// variance of the difference of the powers P and B. Where the difference is less than two of its
/// errors (the baseline within 10 dB) the two cannot be told apart: a bound, which is the sum of
/// the amplitudes. An order that the baseline lacks loses nothing.
[[nodiscard]] std::vector<HarmonicExcess> overBaseline(const dsp::HumEstimate& hum,
                                                       const dsp::HumEstimate& baseline);

}  // namespace linecheck::diagnosis
