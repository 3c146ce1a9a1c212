#pragma once

#include <compare>
#include <set>

#include "chain/place.h"

namespace linecheck::levels {

/// What nobody has told, and what therefore cannot be worked out.
enum class Gap {
  maximumLevel,   ///< The greatest level of a port.
  impedance,      ///< Of a port, or of headphones.
  gain,           ///< Of a device from an input to an output, or of a switch's steps.
  noise,          ///< Of a device, at an output or at an input.
  setting,        ///< How a control stands.
  taper,          ///< How a knob's gain follows its travel.
  sensitivity,    ///< Of headphones.
  balancedDrive,  ///< What a balanced output gives when only one of its contacts is taken.
  source,         ///< What a device that nothing in the chain feeds sends out.
};

/// A figure that would be needed, and the port, control or device that lacks it.
struct Missing {
  Gap gap = Gap::maximumLevel;
  chain::Place where;

  auto operator<=>(const Missing&) const = default;
};

using MissingSet = std::set<Missing>;

}  // namespace linecheck::levels
