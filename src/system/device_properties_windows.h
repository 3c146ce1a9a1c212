#pragma once

#include <optional>
#include <string>

#include "system/com_windows.h"
#include "system/endpoint.h"

namespace linecheck::system {

/// What the property store of an endpoint says.
struct DeviceProperties {
  std::string name;              ///< "Speakers (Zen Go)"
  std::optional<Format> format;  ///< Of shared streams, as chosen in the device's properties.
  std::optional<bool> hasEnhancements;
};

[[nodiscard]] DeviceProperties readProperties(IMMDevice& device, const EndpointId& id);

}  // namespace linecheck::system
