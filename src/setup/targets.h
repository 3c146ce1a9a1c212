#pragma once

#include <optional>

#include "chain/device.h"

namespace linecheck::setup {

/// Where a system's volume belongs, 0…1: 97 % on Windows, whose mixer squeezes peaks within 0.13 dB
/// of full scale and leaves those between the samples no room; 100 % elsewhere.
[[nodiscard]] constexpr double volumeTarget(std::optional<chain::OperatingSystem> system) {
  return system == chain::OperatingSystem::windows ? 0.97 : 1.0;
}

/// Sliders go in steps of 1 % or 2 %; the same figures as in the rule "system-volume".
inline constexpr double kVolumeBelow = 0.015;
inline constexpr double kVolumeAbove = 0.005;

/// Enough bits for whatever is turned down as numbers: 48 dB more than 16.
inline constexpr int kEnoughBits = 24;

}  // namespace linecheck::setup
