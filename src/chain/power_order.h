#pragma once

#include <vector>

#include "chain/desk.h"

namespace linecheck::chain {

/// The order in which to switch on: power points before what they feed, every device before those
/// that it sends its signal to, headphones and other passive devices left out. Where signals run
/// in a circle, the chain's own order decides. Switching off goes the other way round.
[[nodiscard]] std::vector<DeviceId> powerUpOrder(const Desk& desk);

}  // namespace linecheck::chain
