#pragma once

#include <cstdint>
#include <optional>
#include <random>

#include "chain/desk.h"
#include "chain/edit.h"

namespace linecheck::chain::testing {

/// An edit that somebody could make next at this desk, of any kind that there is, with devices
/// from the shipped profiles; nothing if the one that came to mind is not legal. On a small desk
/// it rather adds than takes away.
[[nodiscard]] std::optional<Edit> randomEdit(std::mt19937& random, const Desk& desk);

/// A legal chain as somebody could build it in up to `most` steps: devices from the shipped
/// profiles with settings and names, cables, power, leads, approvals and cards.
[[nodiscard]] Chain randomChain(std::mt19937& random, int most = 40);

/// The desk of a chain with the shipped profiles.
[[nodiscard]] Desk shippedDesk(const Chain& chain);

}  // namespace linecheck::chain::testing
