#pragma once

#include <optional>

#include "chain/cable.h"
#include "chain/desk.h"
#include "chain/grounds.h"

namespace linecheck::chain {

/// Which grounds of its two devices a cable's shield joins.
struct Shield {
  GroundLink::Kind kind = GroundLink::Kind::unbalancedShield;
  GroundNode::Kind joins = GroundNode::Kind::signal;  ///< Signal grounds or chassis.

  bool operator==(const Shield&) const = default;
};

/// What the shield of a cable joins; empty where it joins nothing: optical cables, loudspeaker and
/// headphone cables (their loads have no ground), shields left open at an end, cables at an
/// isolator. An analogue cable counts as unbalanced, its shield as the signal's return, if it has
/// one core, if a plug, adapter or port at either end is unbalanced, if the receiver hears only the
/// hot contact, or if nobody knows.
[[nodiscard]] std::optional<Shield> shieldOf(const Desk& desk, const Cable& cable);

/// Whether everything between an analogue cable and the circuit at this end is balanced: plug,
/// adapters and port. Empty if nobody knows.
[[nodiscard]] std::optional<bool> balanceAt(const Desk& desk, const CableEnd& end);

/// Whether the whole of an analogue cable is a balanced line. Empty if nobody knows.
[[nodiscard]] std::optional<bool> balanceOf(const Desk& desk, const Cable& cable);

/// Whether a device keeps the grounds on its two sides apart.
[[nodiscard]] bool isIsolator(const Desk& desk, const DeviceId& device);

/// Whether a device is only a load, without a ground of its own: headphones, loudspeakers.
[[nodiscard]] bool isLoad(const Desk& desk, const DeviceId& device);

}  // namespace linecheck::chain
