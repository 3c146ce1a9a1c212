#pragma once

#include <optional>

#include "measure/recording.h"

namespace linecheck::measure {

/// The input that hears an output, as the gate found it; without a gate that of its number.
[[nodiscard]] inline std::optional<int> inputOf(const Recording& recording, int output) {
  if (!recording.path.wasRun) {
    return output < recording.channels() ? std::optional(output) : std::nullopt;
  }
  for (const PathChannel& channel : recording.path.channels) {
    if (channel.output == output) return channel.input;
  }
  return std::nullopt;
}

/// How a played frequency comes back on the input's own clock.
[[nodiscard]] inline Hertz returnedFrequency(const Recording& recording, Hertz played) {
  return played / (1.0 + 1e-6 * recording.path.driftPpm);
}

}  // namespace linecheck::measure
