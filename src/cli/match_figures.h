#pragma once

#include <string_view>

#include "base/result.h"
#include "profiles/sensitivity.h"
#include "units/quantity.h"

/// Figures as they are typed after an option of `match`. Capitals, and spaces before the unit, do
/// not matter. The error says what to write instead.
namespace linecheck::cli {

/// "16", "16ohm", "16 Ω", "0.1"; 0 or more.
[[nodiscard]] Result<Ohms> parseOhms(std::string_view text);
/// "91dB/mW" or "97dB/V"; without the reference nobody can tell which of the two is meant.
[[nodiscard]] Result<profiles::Sensitivity> parseSensitivity(std::string_view text);
/// "2V", "500mV", "8.2dBu" or "6dBV"; RMS.
[[nodiscard]] Result<Volts> parseVoltage(std::string_view text);
/// "0.3uV", "-110dBV"; RMS.
[[nodiscard]] Result<Volts> parseNoise(std::string_view text);

/// "580mW@32"
struct PowerIntoLoad {
  Watts power;
  Ohms load;
};
[[nodiscard]] Result<PowerIntoLoad> parsePower(std::string_view text);

}  // namespace linecheck::cli
