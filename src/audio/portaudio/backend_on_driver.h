#pragma once

#include <memory>

#include "audio/portaudio/driver.h"

namespace linecheck::audio {

/// The PortAudio backend on a driver other than the machine's own, for tests.
[[nodiscard]] std::unique_ptr<Backend> makePortAudioBackend(std::shared_ptr<Driver> driver,
                                                            const PortAudioOptions& options);

}  // namespace linecheck::audio
