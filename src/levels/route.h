#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "chain/place.h"

namespace linecheck::levels {

/// A port on the way of a signal.
struct RoutePoint {
  chain::DeviceId device;
  std::string port;
  bool isInput = false;                 ///< The signal enters the device here.
  std::optional<chain::CableId> cable;  ///< By which it comes to an input.

  [[nodiscard]] chain::Place place() const { return chain::Place(device, port); }

  bool operator==(const RoutePoint&) const = default;
};

/// One way of a signal from a source to a sink: an output, the input it goes to, an output of the
/// same device, and so on to an input. Enters no input twice.
using Route = std::vector<RoutePoint>;

struct Routes {
  std::vector<Route> routes;
  bool isComplete = true;  ///< False if there are too many to list.
};

/// All ways of audio through a desk, in the chain's order. One begins at a computer, or at an
/// output that nothing in the chain feeds; it ends at a computer, or where it goes no further.
/// Whether a mode switch lets the signal pass does not matter here.
[[nodiscard]] Routes findRoutes(const chain::Desk& desk, std::size_t limit = 1000);

}  // namespace linecheck::levels
