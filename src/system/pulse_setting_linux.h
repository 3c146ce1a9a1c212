#pragma once

#include <pulse/volume.h>

#include <cstdint>
#include <optional>
#include <string>

#include "system/endpoint.h"
#include "system/pulse_connection_linux.h"

namespace linecheck::system {

/// Callback of requests that only tell whether they were done; `isDone` is a bool.
void takeSuccess(pa_context* context, int success, void* isDone);

// Each is one request. What the server refuses is an `audioDevice` error.

[[nodiscard]] Result<void> setVolumes(PulseConnection& connection, const EndpointId& endpoint,
                                      const pa_cvolume& volumes,
                                      PulseConnection::Deadline deadline);
[[nodiscard]] Result<void> setMute(PulseConnection& connection, const EndpointId& endpoint,
                                   bool isMuted, PulseConnection::Deadline deadline);
[[nodiscard]] Result<void> setDefault(PulseConnection& connection, const EndpointId& endpoint,
                                      PulseConnection::Deadline deadline);

/// Index of the module that is loaded then; empty if the server cannot load it.
[[nodiscard]] Result<std::optional<std::uint32_t>> loadModule(PulseConnection& connection,
                                                              const std::string& name,
                                                              const std::string& arguments,
                                                              PulseConnection::Deadline deadline);
[[nodiscard]] Result<void> unloadModule(PulseConnection& connection, std::uint32_t index,
                                        PulseConnection::Deadline deadline);

}  // namespace linecheck::system
