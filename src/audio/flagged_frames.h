#pragma once

#include <cstdint>

#include "audio/backend.h"

namespace linecheck::audio {

/// What the driver said of a part of a capture.
struct FlaggedFrames {
  std::int64_t first = 0;  ///< Counted from the capture's beginning.
  std::int64_t count = 0;
  BlockFlags flags;

  bool operator==(const FlaggedFrames&) const = default;
};

}  // namespace linecheck::audio
