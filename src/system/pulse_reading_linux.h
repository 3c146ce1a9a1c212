#pragma once

#include <pulse/channelmap.h>
#include <pulse/sample.h>
#include <pulse/volume.h>

#include <cstdint>
#include <string>

#include "system/effects_linux.h"
#include "system/pulse_connection_linux.h"
#include "system/pulse_streams_linux.h"

namespace linecheck::system {

/// What the server says of itself.
struct PulseServerState {
  SoundServer server;
  std::string defaultSink;
  std::string defaultSource;
};

/// One sink or source, in libpulse's terms.
struct PulseDevice {
  PulsePlace place;
  std::uint32_t ownerModule = 0;  ///< PA_INVALID_INDEX if no module made it.
  pa_sample_spec spec{};
  pa_channel_map map{};
  pa_cvolume volumes{};
  bool isMuted = false;
};

/// Everything, over a connection that is up. Monitors of outputs are not listed as inputs.
[[nodiscard]] Result<SoundSettings> readSettings(PulseConnection& connection,
                                                 PulseConnection::Deadline deadline);

[[nodiscard]] Result<PulseServerState> readServer(PulseConnection& connection,
                                                  PulseConnection::Deadline deadline);

/// One endpoint; `notFound` if it is not there.
[[nodiscard]] Result<PulseDevice> readDevice(PulseConnection& connection,
                                             const EndpointId& endpoint,
                                             PulseConnection::Deadline deadline);

/// A loaded module by its index, with its arguments; `notFound` if it is not there.
[[nodiscard]] Result<LoadedModule> readModule(PulseConnection& connection, std::uint32_t index,
                                              PulseConnection::Deadline deadline);

}  // namespace linecheck::system
