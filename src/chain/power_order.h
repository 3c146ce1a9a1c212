#pragma once

#include <vector>

#include "chain/desk.h"

namespace linecheck::chain {

/// The order in which to switch on: every device before those that it sends its signal to, by
/// whatever lies between, and a computer before what hangs on its USB. What has no power of its
/// own to switch is left out: headphones, other passive devices, what is built into a computer.
/// Where signals run in a circle, and among devices that have nothing to do with each other, the
/// chain's own order decides. Switching off goes the other way round.
[[nodiscard]] std::vector<DeviceId> powerUpOrder(const Desk& desk);

}  // namespace linecheck::chain
