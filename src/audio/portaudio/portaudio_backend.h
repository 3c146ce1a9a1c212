#pragma once

#include <chrono>
#include <memory>

#include "audio/backend.h"
#include "base/clock.h"

namespace linecheck::audio {

/// How long the PortAudio backend waits for what, and by which clock.
struct PortAudioOptions {
  /// For finding the devices; some drivers start slowly.
  std::chrono::milliseconds initialiseLimit{20'000};
  /// For each opening, starting, stopping, closing and probing.
  std::chrono::milliseconds callLimit{5'000};
  /// A running stream without a callback for longer than this is lost.
  std::chrono::milliseconds silenceLimit{2'000};
  /// Tells how long there was no callback; it outlives the backend. Null: the machine's own.
  const Clock* clock = nullptr;
};

/// The machine's sound devices by way of PortAudio. Each driver call runs on a thread of its own;
/// one that outlasts its limit is given up with an `audioDevice` error, and so is PortAudio in this
/// process from then on, for the stalled call may hold its state. Samples pass bit for bit, to
/// integer hardware within its word length; output beyond full scale is limited to it.
///
/// The latency that PortAudio and JACK report is not used: it can be anything.
[[nodiscard]] std::unique_ptr<Backend> makePortAudioBackend(const PortAudioOptions& options = {});

}  // namespace linecheck::audio
