#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chain/desk.h"
#include "chain/live_controls.h"

/// What live_controls.cpp asks of one device.
namespace linecheck::chain {

/// Headphones, monitors and loudspeakers.
[[nodiscard]] bool isListenedTo(const Desk& desk, const DeviceId& device);

/// The volume controls of a device on the way from one of its ports to another, either of which
/// may be empty.
[[nodiscard]] std::vector<VolumeControl> volumesOn(const Desk& desk, const DeviceId& device,
                                                   std::string_view input, std::string_view output);

/// Whether the profile tells which volumes act on an output. One that knows no volume at all of a
/// device that ought to have one does not.
[[nodiscard]] bool tellsVolumes(const Desk& desk, const DeviceId& device, std::string_view output);

/// The system volume, unless it is passed by.
[[nodiscard]] std::optional<VolumeControl> systemVolumeOn(const Desk& desk, const Device& computer);

}  // namespace linecheck::chain
