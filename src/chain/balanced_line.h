#pragma once

#include "chain/cable.h"
#include "chain/desk.h"

namespace linecheck::chain {

/// Whether a balanced cable between the same two sockets would make a balanced line.
[[nodiscard]] bool wouldBeBalanced(const Desk& desk, const Cable& cable);

/// Whether the same two devices could be joined by a balanced line instead: both have a balanced
/// line socket that is free, or free once this cable is gone.
[[nodiscard]] bool hasFreeBalancedLine(const Desk& desk, const Cable& cable);

}  // namespace linecheck::chain
