#pragma once

#include <algorithm>
#include <cmath>

#include "units/quantity.h"

namespace linecheck::levels {

/// The voltage across a load that takes a power: √(P·R), RMS.
[[nodiscard]] inline Volts ratedVoltage(Watts power, Ohms load) {
  return Volts::of(std::sqrt(power.value() * load.value()));
}

// How an amplifier behaves between its ratings: into more than the rated load its voltage does not
// fall, and its current does not rise; into less it is the other way round.

/// What an amplifier that gives `rated` into `ratedLoad` gives into `load` at the least.
[[nodiscard]] inline Volts leastInto(Ohms load, Volts rated, Ohms ratedLoad) {
  return rated * std::min(1.0, load / ratedLoad);
}
/// At the most, if `rated` is all that it gives into `ratedLoad`.
[[nodiscard]] inline Volts mostInto(Ohms load, Volts rated, Ohms ratedLoad) {
  return rated * std::max(1.0, load / ratedLoad);
}

}  // namespace linecheck::levels
