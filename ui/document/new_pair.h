#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "chain/desk.h"
#include "chain/edit.h"
#include "profiles/profile.h"

namespace linecheck::ui {

/// What puts an amplifier and headphones on the desk.
struct NewPair {
  /// One step: what of the two is not there yet, and the cable between them.
  chain::Edit edit;
  chain::DeviceId headphones;
  /// Why they are not joined, where they cannot be; empty if they are.
  std::string unconnectedBecause;
};

/// Takes the device that stands on the desk already where there is one with the profile; headphones
/// only if they are not plugged in elsewhere. Joined by a headphone cable from `port` of the source
/// if a port of both is known and free, else put there unconnected. `badInput` if there is nothing
/// to do.
[[nodiscard]] Result<NewPair> newPair(const chain::Desk& desk, const chain::ProfileLookup& lookup,
                                      const profiles::Profile& source, const std::string& port,
                                      const profiles::Profile& headphones);

}  // namespace linecheck::ui
