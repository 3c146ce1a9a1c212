#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// A place where a known tone does not go on as it should.
struct Jump {
  /// About where, in samples; right within `Continuity::resolutionFrames`.
  std::int64_t frame = 0;
  /// How many samples are missing (positive) or too many (negative): the smallest number that
  /// explains the jump, for whole periods leave no trace. None where the tone was replaced or cut
  /// for a moment and went on in step, or too near an end to tell.
  std::optional<std::int64_t> samples;
};

/// What a test tone says about a capture.
struct Continuity {
  /// The tone stands 10 dB out of what lies beside it, within some 50 Hz.
  bool isToneFound = false;
  DecibelsFs toneLevel;
  /// The tone stands out of the noise so far that one lost sample would show. If not, an empty
  /// list of jumps proves nothing.
  bool canSeeOneSample = false;
  std::int64_t resolutionFrames = 0;
  std::vector<Jump> jumps;
};

/// Follows the phase of a tone that was played without interruption through one channel's capture
/// and finds where samples were lost, repeated or replaced. `tone` is what was played; the clocks
/// of output and input may differ by some 100 ppm. Hum, noise, distortion, clicks, slow changes of
/// gain and of clock are no jumps. At least 0.3 s, or the tone is not found. Thread-safe: yes.
[[nodiscard]] Continuity checkContinuity(std::span<const double> samples, Hertz sampleRate,
                                         Hertz tone);

}  // namespace linecheck::measure
