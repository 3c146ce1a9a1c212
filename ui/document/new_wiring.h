#pragma once

#include <optional>

#include "chain/desk.h"
#include "chain/edit.h"

namespace linecheck::ui {

/// The next cable that these devices need to make a chain: from the computer to the interface, from
/// there to the amplifier, and on to headphones and monitors; where two sockets would do, balanced
/// at both ends before connectors that are alike. What is plugged in stays. Empty once all that can
/// be joined is.
[[nodiscard]] std::optional<chain::Edit> missingCable(const chain::Desk& desk);

/// The next plug that nothing feeds: into the strip, conditioner or UPS that is there, or into a
/// new strip at a new outlet. Empty once everything that takes mains is plugged in.
[[nodiscard]] std::optional<chain::Edit> missingPlug(const chain::Desk& desk);

}  // namespace linecheck::ui
