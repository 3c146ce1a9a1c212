#pragma once

#include <atomic>
#include <cstdint>

namespace linecheck::realtime {

/// Tells the audio callback whether the thread that watches over it still lives. That thread beats;
/// the callback counts the frames that it plays without a beat, so that no clock is needed.
///
/// A tone that nobody watches any more has to end: whoever asks `isAlive` fades out once it says
/// no, and it says so for good.
class Watchdog {
 public:
  /// `limitFrames` ≥ 1: so many frames without a beat, and it barks.
  explicit Watchdog(std::int64_t limitFrames) : limitFrames_(limitFrames) {}

  /// A sign of life. Thread-safe: yes. Realtime-safe: yes.
  void beat() noexcept { beats_.fetch_add(1, std::memory_order_relaxed); }

  /// For good: the stream waits for its watcher by itself, so that frames are no measure of time.
  /// Thread-safe: yes. Realtime-safe: yes.
  void sleep() noexcept { isAsleep_.store(true, std::memory_order_relaxed); }

  /// Whether there was a beat within the limit, now that `frames` more are to be played.
  /// Thread-safe: no; the callback's. Realtime-safe: yes.
  [[nodiscard]] bool isAlive(std::int64_t frames) noexcept {
    // Each value is looked at by itself and nothing is read behind it, so that no order is needed.
    const std::uint32_t beats = beats_.load(std::memory_order_relaxed);
    if (beats != seen_) {
      seen_ = beats;
      frames_ = 0;
    }
    frames_ += frames;
    if (frames_ > limitFrames_ && !isAsleep_.load(std::memory_order_relaxed)) {
      hasBarked_.store(true, std::memory_order_relaxed);
    }
    return !hasBarked();
  }

  /// Nothing plays that would have to be watched: the count begins anew.
  /// Thread-safe: no; the callback's. Realtime-safe: yes.
  void rest() noexcept { frames_ = 0; }

  /// Thread-safe: yes. Realtime-safe: yes.
  [[nodiscard]] bool hasBarked() const noexcept {
    return hasBarked_.load(std::memory_order_relaxed);
  }

 private:
  std::int64_t limitFrames_;
  std::int64_t frames_ = 0;  ///< Since the last beat that was seen.
  std::uint32_t seen_ = 0;
  std::atomic<std::uint32_t> beats_ = 0;
  std::atomic<bool> isAsleep_ = false;
  std::atomic<bool> hasBarked_ = false;
  static_assert(std::atomic<std::uint32_t>::is_always_lock_free);
};

}  // namespace linecheck::realtime
