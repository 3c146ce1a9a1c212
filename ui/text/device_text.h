#pragma once

#include <QString>

#include "audio/backend.h"

namespace linecheck::ui {

/// "Zen Go · ALSA": a device under the host API that reaches it.
[[nodiscard]] QString deviceText(const audio::DeviceId& device);
/// "44.1 kHz"
[[nodiscard]] QString sampleRateText(int hz);

}  // namespace linecheck::ui
