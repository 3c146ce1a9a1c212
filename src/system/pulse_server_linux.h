#pragma once

#include <string>

#include "system/endpoint.h"

namespace linecheck::system {

/// Which server answers on PulseAudio's protocol, by what it says of itself. PipeWire's calls
/// itself "PulseAudio (on PipeWire 0.3.65)" and gives PulseAudio's version for compatibility.
[[nodiscard]] SoundServer pulseServer(const std::string& name, const std::string& version);

}  // namespace linecheck::system
