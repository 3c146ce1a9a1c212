#pragma once

#include <optional>
#include <string>

#include "chain/device.h"
#include "profiles/control.h"

namespace linecheck::chain {

/// Why no control can stand like this (travel beyond its stops, a position without a name);
/// nothing if one can.
[[nodiscard]] std::optional<std::string> settingFault(const Setting& setting);

/// Why this control cannot stand like this, and how it can; nothing if it fits. A switch whose
/// positions nobody knows takes every position, a knob whose ends nobody knows every figure.
[[nodiscard]] std::optional<std::string> settingMisfit(const profiles::Control& control,
                                                       const Setting& setting);

}  // namespace linecheck::chain
