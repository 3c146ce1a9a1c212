#pragma once

#include <string_view>

#include "base/result.h"
#include "chain/cable.h"
#include "chain/desk.h"

namespace linecheck::cli {

struct SocketPair {
  chain::Socket from;
  chain::Socket to;
};

/// The sockets of a cable as they are typed: "zen-go:line-out", with "/0" behind it for the first
/// of the port's sockets. Without a port it is the one free port of the device that such a cable
/// can leave or enter and that shares a signal with the other end; `usage` names those there are if
/// that is not exactly one. `notFound` for a device that the chain does not have.
[[nodiscard]] Result<SocketPair> parseSockets(const chain::Desk& desk, std::string_view from,
                                              std::string_view to);

/// The kind of cable that these sockets usually take: by what the output sends.
[[nodiscard]] chain::CableKind usualCable(const chain::Desk& desk, const SocketPair& sockets);

}  // namespace linecheck::cli
