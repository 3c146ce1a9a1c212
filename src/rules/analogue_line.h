#pragma once

#include <optional>
#include <vector>

#include "chain/cable.h"
#include "chain/desk.h"
#include "chain/fix.h"
#include "profiles/port.h"

namespace linecheck::rules {

/// Whether a cable carries an analogue signal to a circuit that listens to it: line, instrument or
/// microphone, as far as anyone knows. Headphones and loudspeakers are no such circuits.
[[nodiscard]] bool isAnalogueLine(const chain::Desk& desk, const chain::Cable& cable);

/// Whether an input with a balanced socket ignores the cold contact, so that it rejects nothing.
/// False where nobody knows.
[[nodiscard]] bool hearsOnlyHot(const profiles::Port& port);

/// Whether a port is balanced, and not only its socket; empty if neither its profile nor its
/// connector tells.
[[nodiscard]] std::optional<bool> isBalancedPort(const profiles::Port& port);

/// Whether a plug has only one signal contact for each channel, and ground.
[[nodiscard]] bool isUnbalancedPlug(profiles::Connector connector);

/// A balanced cable, or other sockets and a balanced cable, if that makes the line balanced.
[[nodiscard]] std::optional<chain::Fix> balancingFix(const chain::Desk& desk,
                                                     const chain::Cable& cable);

}  // namespace linecheck::rules
