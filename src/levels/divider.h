#pragma once

#include "levels/estimate.h"
#include "units/decibels.h"
#include "units/quantity.h"

namespace linecheck::levels {

/// What is left of a voltage behind its source impedance at a load:
/// 20·log10(load / (load + source)), 0 dB or less. `source` ≥ 0, `load` > 0.
[[nodiscard]] Decibels dividerGain(Ohms source, Ohms load);

/// The same of impedances that are known as far as they are. It is never above 0 dB; where an
/// impedance is unknown nothing bounds it from below.
[[nodiscard]] Estimate<Decibels> dividerGain(const Estimate<Ohms>& source,
                                             const Estimate<Ohms>& load);

}  // namespace linecheck::levels
