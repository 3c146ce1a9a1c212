#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "chain/desk.h"
#include "chain/edit.h"

namespace linecheck::ui {

/// The cable that one would take to join two sockets, from where the signal leaves to where it
/// enters: its kind follows from what the ports carry. Whether it may be plugged in is for
/// chain::connect to say.
[[nodiscard]] chain::Cable cableBetween(const chain::Desk& desk, const chain::Socket& a,
                                        const chain::Socket& b);

/// Whether two sockets are made for each other: one gives what the other takes.
[[nodiscard]] bool fit(const chain::Desk& desk, const chain::Socket& a, const chain::Socket& b);

/// Plugs in `cableBetween` two ports, into all of their sockets if those are free, else into the
/// first that is.
[[nodiscard]] Result<chain::Edit> join(const chain::Desk& desk, const chain::Socket& a,
                                       const chain::Socket& b);

/// Everything on the desk that a cable from here can be plugged into and that fits.
[[nodiscard]] std::vector<chain::Socket> fittingTargets(const chain::Desk& desk,
                                                        const chain::Socket& from);

}  // namespace linecheck::ui
