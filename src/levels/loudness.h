#pragma once

#include "chain/desk.h"
#include "levels/estimate.h"
#include "units/level.h"

namespace linecheck::levels {

/// How loud headphones are at a voltage across them: their sound pressure at 1 V, plus 20·log10 of
/// the voltage. A sensitivity per milliwatt becomes one per volt with their nominal impedance:
/// dB/V = dB/mW + 10·log10(1000 Ω / Z).
[[nodiscard]] Estimate<DecibelsSpl> loudnessAt(const chain::Desk& desk,
                                               const chain::DeviceId& headphones,
                                               const Estimate<DecibelsU>& level);

}  // namespace linecheck::levels
