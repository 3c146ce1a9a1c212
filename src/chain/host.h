#pragma once

#include <optional>

#include "chain/desk.h"
#include "chain/place.h"

namespace linecheck::chain {

/// The computer that a device is built into: the only one of the desk. Null where the device is
/// not built in, or nobody knows into which of several.
[[nodiscard]] const Device* hostOfBuiltIn(const Desk& desk, const DeviceId& device);

/// How far the system volume of a computer is up, 0…1, where it is told; in decibels, it is taken
/// for a gain of the amplitude.
[[nodiscard]] std::optional<double> systemVolume(const Desk& desk, const Device& computer);

/// The slider: the computer's first volume control, or the computer as a whole.
[[nodiscard]] Place systemVolumePlace(const Desk& desk, const Device& computer);

/// Whether the system volume acts on what plays: not past the mixer. Empty if nobody has told.
[[nodiscard]] std::optional<bool> usesSystemMixer(const Device& computer);

}  // namespace linecheck::chain
