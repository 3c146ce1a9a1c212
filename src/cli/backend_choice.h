#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audio/backend.h"

namespace linecheck::cli {

/// The backend called "portaudio" or "simulated", the latter with the faults of these ids switched
/// on and as fast as it can. `usage` for a fault that there is not, or that has no studio.
[[nodiscard]] Result<std::unique_ptr<audio::Backend>> makeBackend(
    const std::string& name, const std::vector<std::string>& faults = {});

/// PortAudio if it has an input and an output that make one stream, else the simulated studio.
[[nodiscard]] std::string preferredBackend();

}  // namespace linecheck::cli
