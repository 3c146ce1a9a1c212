#pragma once

#include <string>
#include <vector>

#include "chain/desk.h"
#include "chain/place.h"

namespace linecheck::rules {

/// The name of the control at a place; its id where the profile does not tell.
[[nodiscard]] std::string controlName(const chain::Desk& desk, const chain::Place& place);

/// "Topping L30 II: Volume"
[[nodiscard]] std::string controlWithDevice(const chain::Desk& desk, const chain::Place& place);

/// "PC: System volume, Topping L30 II: Volume"
[[nodiscard]] std::string controlsWithDevices(const chain::Desk& desk,
                                              const std::vector<chain::Place>& places);

}  // namespace linecheck::rules
