#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "chain/device.h"

namespace linecheck::cli {

/// What a device's owner can tell of it beside its controls, by name: "name", "serial",
/// "sample-rate", "bits", "system", "path", "system-volume", "on-battery", "earth-contact",
/// "on-top-of", "enclosed".
[[nodiscard]] bool isStateName(std::string_view name);

/// The names, for messages and --help.
[[nodiscard]] std::string stateNames();

/// Sets one of them from text; "unknown" forgets it. `badInput` says what it takes.
[[nodiscard]] Result<void> setState(chain::Device& device, std::string_view name,
                                    std::string_view value);

}  // namespace linecheck::cli
