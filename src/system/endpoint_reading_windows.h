#pragma once

#include <endpointvolume.h>

#include <vector>

#include "system/com_windows.h"
#include "system/endpoint.h"

namespace linecheck::system {

/// An endpoint with the interface that its volume is set and watched through; null without one.
struct OpenEndpoint {
  Endpoint endpoint;
  ComPointer<IAudioEndpointVolume> volume;
};

/// All that are plugged in and switched on, outputs first.
[[nodiscard]] Result<std::vector<OpenEndpoint>> readEndpoints(IMMDeviceEnumerator& devices);

/// The volume of one endpoint; `notFound` if it is not there.
[[nodiscard]] Result<ComPointer<IAudioEndpointVolume>> openVolume(IMMDeviceEnumerator& devices,
                                                                  const EndpointId& id);

}  // namespace linecheck::system
