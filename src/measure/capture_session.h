#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>

#include "audio/backend.h"
#include "base/clock.h"
#include "base/result.h"
#include "measure/capture.h"
#include "measure/stimulus.h"

namespace linecheck::measure {

inline constexpr Clock::Duration kPartInterval = std::chrono::milliseconds(500);

/// How a capture is watched and ended early.
struct CaptureControl {
  std::stop_token stop;    ///< A tone fades out before the capture ends.
  bool keepsPart = false;  ///< Stopped early, what was captured until then is no error.
  std::function<void(double done)> onProgress;  ///< 0…1, on the caller's thread.
  /// What was captured so far, on the caller's thread, at most every kPartInterval. It has to
  /// return at once: nothing is taken from the device meanwhile.
  std::function<void(const Capture&)> onPart;
  std::shared_ptr<const Clock> clock = std::make_shared<SteadyClock>();
  Clock::Duration timeout = std::chrono::seconds(3);  ///< Without a block the device is hung.
};

/// The memory that a capture may take, in samples over all channels: 2 GiB.
inline constexpr std::int64_t kMaxCaptureSamples = std::int64_t{1} << 29;

/// Plays a stimulus to all output channels and captures as many frames. Blocks until done.
///
/// `stream` has an input, and an output unless the stimulus is silence. A capture with flags or
/// lost frames is not an error here, see `assess`. Errors: `usage` for what makes no sense; what
/// opening and starting report; `audioDevice` if the device is lost or hangs; `cancelled` unless a
/// part is kept; `measurementInvalid` if the input ends too soon (a replay).
[[nodiscard]] Result<Capture> capture(audio::Backend& backend, const audio::StreamConfig& stream,
                                      const Stimulus& stimulus, const CaptureControl& control = {});

}  // namespace linecheck::measure
