#pragma once

#include <algorithm>
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

/// Whether the check of the path found a gain that follows the signal: what depends on the level
/// cannot be told then.
[[nodiscard]] inline bool hasAutomaticGain(const Recording& recording, int channel) {
  return std::any_of(recording.path.findings.begin(), recording.path.findings.end(),
                     [channel](const PathFinding& finding) {
                       return finding.fault == PathFault::automaticGain &&
                              finding.channel.value_or(channel) == channel;
                     });
}

/// Whether the check of the path found a gain other than it should be: a volume control, say, that
/// is to be set right before anything else is.
[[nodiscard]] inline bool hasGainToMend(const Recording& recording, int channel) {
  return std::any_of(recording.path.findings.begin(), recording.path.findings.end(),
                     [channel](const PathFinding& finding) {
                       return finding.fault == PathFault::gain &&
                              finding.channel.value_or(channel) == channel;
                     });
}

/// How a played frequency comes back on the input's own clock.
[[nodiscard]] inline Hertz returnedFrequency(const Recording& recording, Hertz played) {
  return played / (1.0 + 1e-6 * recording.path.driftPpm);
}

}  // namespace linecheck::measure
