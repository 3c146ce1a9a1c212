#pragma once

#include <atomic>
#include <cstdint>
#include <span>

#include "audio/backend.h"
#include "audio/flagged_frames.h"
#include "realtime/spsc_ring.h"

namespace linecheck::measure {

/// Carries what the audio callback captures to another thread: the frames, what the driver said of
/// them, and how many found no room. Frames are numbered from the start, without the lost ones.
class CaptureQueue {
 public:
  /// Room for at least `frames` of `channels` ≥ 1.
  CaptureQueue(int channels, std::int64_t frames);

  [[nodiscard]] int channels() const { return channels_; }

  /// Whether `push` would take that many frames. Thread-safe: callback only. Realtime-safe: yes.
  [[nodiscard]] bool hasRoom(int frames) noexcept;
  /// Takes a block's input whole, or counts it as lost. Thread-safe: callback only.
  /// Realtime-safe: yes.
  void push(const audio::Block& block) noexcept;

  struct Event {
    audio::FlaggedFrames flagged;  ///< Without a flag it only says where the loss was.
    std::int64_t lost = 0;         ///< Frames lost just before flagged.first.
  };

  /// Fills the front of `samples`, a whole number of frames, and says how many frames.
  /// Thread-safe: consumer only.
  [[nodiscard]] std::int64_t read(std::span<float> samples) noexcept;
  /// Frames that `read` would give now; there can only come more. Thread-safe: consumer only.
  [[nodiscard]] std::int64_t waitingFrames() noexcept;
  /// The next event, in order; false if there is none. Those of frames that `read` has given are
  /// there. A loss that no frame followed has no event. Thread-safe: consumer only.
  [[nodiscard]] bool nextEvent(Event& event) noexcept;
  /// Frames lost so far. Thread-safe: yes.
  [[nodiscard]] std::int64_t lostFrames() const noexcept { return lost_; }

 private:
  realtime::SpscRing<float> samples_;
  realtime::SpscRing<Event> events_;
  std::int64_t pushed_ = 0;          ///< Frames; the callback's own.
  std::int64_t lostSinceEvent_ = 0;  ///< The callback's own.
  std::atomic<std::int64_t> lost_ = 0;
  int channels_;
};

}  // namespace linecheck::measure
