#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "chain/device.h"
#include "profiles/control.h"

namespace linecheck::cli {

/// A setting as it is typed: "HPA" for a switch's position, "40%" for travel, "-6dB", "14dBu".
/// With a known control a bare number takes the unit that fits, and positions may be typed in
/// small letters; else the unit decides, and what has none is a position. `badInput` if the text
/// is none of it.
[[nodiscard]] Result<chain::Setting> parseSetting(std::string_view text,
                                                  const profiles::Control* control);

/// "HPA", "40 %", "−6.0 dB", "14.0 dBu".
[[nodiscard]] std::string settingText(const chain::Setting& setting);

}  // namespace linecheck::cli
