#pragma once

#include <atomic>
#include <cstdint>

#include "audio/backend.h"
#include "measure/capture_queue.h"
#include "measure/ramped_gain.h"
#include "measure/stimulus.h"
#include "realtime/watchdog.h"

namespace linecheck::measure {

/// What runs in the audio callback of the live monitor: plays the test tone, if it is on, and hands
/// on what is captured.
class LiveProcessor final : public audio::BlockProcessor {
 public:
  /// `config` as the stream is opened with. Room for two seconds of input.
  explicit LiveProcessor(const audio::StreamConfig& config);

  bool process(const audio::Block& block) noexcept override;
  bool hasRoom(int frames) noexcept override {
    watchdog_.sleep();
    return queue_.hasRoom(frames);
  }

  /// The captured frames. Consumer side: one thread.
  [[nodiscard]] CaptureQueue& queue() { return queue_; }

  // Thread-safe: yes. Realtime-safe: yes.
  /// Fades the tone in; a running one fades over to the new frequency and level.
  void playTone(const TestTone& tone);
  /// Fades the tone out.
  void fadeOut() { isToneOn_ = false; }
  /// Silence from the next block on, without a ramp and for good.
  void silence() { isSilenced_ = true; }
  /// The analysis lives. Without it for kUnwatched a tone fades out, and none is played any more.
  void beat() { watchdog_.beat(); }
  /// That has happened.
  [[nodiscard]] bool isUnwatched() const { return watchdog_.hasBarked(); }
  /// Nothing but zeros is played.
  [[nodiscard]] bool isQuiet() const { return isQuiet_; }

 private:
  void fillOutput(float* output, int frames) noexcept;

  int outputChannels_;
  double sampleRate_;
  CaptureQueue queue_;
  realtime::Watchdog watchdog_;
  RampedGain gain_;
  double phase_ = 0.0;  ///< Cycles.
  double playedFrequency_ = 0.0;
  double playedPeak_ = 0.0;

  std::atomic<bool> isToneOn_ = false;
  std::atomic<bool> isSilenced_ = false;
  std::atomic<bool> isQuiet_ = true;
  std::atomic<double> frequency_ = 0.0;
  std::atomic<double> peak_ = 0.0;
  static_assert(std::atomic<double>::is_always_lock_free);
};

}  // namespace linecheck::measure
