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

/// The only cable in a port of which no socket is free; empty where there is one free, or where
/// several cables share the port. A computer's USB is never full.
[[nodiscard]] std::optional<chain::CableId> onlyCableIn(const chain::Desk& desk,
                                                        const chain::Socket& port);

/// Pulls one end of a cable out and plugs it in at `to`; the end at `kept` stays.
[[nodiscard]] Result<chain::Edit> replug(const chain::Desk& desk, const chain::CableId& cable,
                                         const chain::Socket& kept, const chain::Socket& to);

/// Everything on the desk that a cable from here can be plugged into and that fits: a new one, or
/// the far end of one that is plugged in already.
[[nodiscard]] std::vector<chain::Socket> fittingTargets(
    const chain::Desk& desk, const chain::Socket& from,
    const std::optional<chain::CableId>& moved = std::nullopt);

}  // namespace linecheck::ui
