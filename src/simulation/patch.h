#pragma once

#include <optional>

#include "simulation/path_config.h"

namespace linecheck::simulation {

/// How the studio's outputs are patched to its inputs.
struct Patch {
  enum class Kind {
    plain,             ///< Each output into the input of the same number; nothing else.
    terminated,        ///< Nothing plays into the inputs.
    loaded,            ///< A resistor across each output.
    seriesResistor,    ///< Output 1 into input 1, and through a resistor into input 2.
    seriesHeadphones,  ///< The same, one earpiece from input 2 to ground.
    bothLegs,          ///< Each output to both legs of a balanced input together.
  };
  Kind kind = Kind::plain;
  std::optional<Ohms> resistor;  ///< > 0. Without it what needs one is plain.

  bool operator==(const Patch&) const = default;
};

/// What `plain` becomes with these cables. The earpiece is a `HeadphonesLoad` as made, and counts
/// with the size of its impedance at 1 kHz: a path has no other response on one channel alone.
[[nodiscard]] PathConfig patched(PathConfig plain, const Patch& patch);

}  // namespace linecheck::simulation
