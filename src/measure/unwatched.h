#pragma once

#include <cmath>
#include <cstdint>

#include "base/error.h"
#include "units/quantity.h"

/// What happens to a tone that nobody watches any more: it fades out, and somebody is told.
namespace linecheck::measure {

/// Without a sign of life from the thread that watches, a tone ends. Long enough for a busy
/// computer, and within what the queue to the analysis holds.
inline constexpr Seconds kUnwatched = Seconds::of(1.0);

[[nodiscard]] inline std::int64_t unwatchedFrames(int sampleRate) {
  return std::llround(kUnwatched.value() * sampleRate);
}

[[nodiscard]] inline Error unwatchedError() {
  return {ErrorCode::audioDevice,
          "The analysis came to a halt while a tone was playing, so the tone was silenced. Close "
          "other programs, and start again.",
          {}};
}

}  // namespace linecheck::measure
