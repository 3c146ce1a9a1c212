#pragma once

#include <optional>
#include <vector>

#include "audio/backend.h"

namespace linecheck::ui {

/// What the user can choose from, and what is chosen.
struct DeviceChoices {
  std::vector<audio::DeviceId> inputs;
  std::vector<audio::DeviceId> outputs;
  std::vector<int> sampleRates;           ///< Hz.
  audio::DeviceId input;                  ///< Without a name: none is chosen.
  std::optional<audio::DeviceId> output;  ///< None: listen only.
  int sampleRate = 48000;                 ///< Hz.
};

}  // namespace linecheck::ui
