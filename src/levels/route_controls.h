#pragma once

#include <cstddef>
#include <vector>

#include "chain/desk.h"
#include "levels/route.h"
#include "profiles/control.h"

namespace linecheck::levels {

/// A control that changes the level on a route.
struct RouteControl {
  enum class Role {
    trim,           ///< Of a converter's output.
    pad,            ///< A gain switch there.
    sensitivity,    ///< Of an input.
    gain,           ///< A gain switch further on.
    digitalVolume,  ///< Also one whose technology nobody knows, inside a converter.
    volume,
  };
  Role role = Role::gain;
  std::size_t point = 0;  ///< Index of the first point of the route that it acts on.
  chain::DeviceId device;
  const profiles::Control* control = nullptr;

  [[nodiscard]] chain::Place place() const { return chain::Place(device, control->id); }
};

/// All of them, in the order of the route. What acts behind the last input, such as a monitor's own
/// volume, changes no level on the way and is left out, but for its sensitivity.
[[nodiscard]] std::vector<RouteControl> controlsOn(const chain::Desk& desk, const Route& route);

}  // namespace linecheck::levels
