#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "audio/backend.h"
#include "base/clock.h"
#include "measure/listeners.h"
#include "measure/ramped_gain.h"
#include "measure/stimulus.h"
#include "realtime/watchdog.h"

namespace linecheck::measure {

/// What runs in the audio callback of a reference tone: plays on some channels, silence on all
/// others, until it is told to fade out; then it ends the stream.
class ReferenceToneProcessor final : public audio::BlockProcessor {
 public:
  /// `channels` from 1, none above `outputChannels`.
  ReferenceToneProcessor(const TestTone& tone, int sampleRate, int outputChannels,
                         const std::vector<int>& channels);

  bool process(const audio::Block& block) noexcept override;
  bool hasRoom(int /*frames*/) noexcept override {
    watchdog_.sleep();
    return true;
  }

  // Thread-safe: yes. Realtime-safe: yes.
  /// Fades out, and ends with the block in which the ramp does.
  void fadeOut() { isFadingOut_ = true; }
  /// Silence from the next block on, without a ramp, which is also the last.
  void silence() { isSilenced_ = true; }
  /// Whoever watches lives. Without it for kUnwatched it fades out and ends.
  void beat() { watchdog_.beat(); }
  [[nodiscard]] bool isUnwatched() const { return watchdog_.hasBarked(); }

 private:
  std::vector<char> plays_;  ///< One for each output channel.
  double peak_;
  double step_;  ///< Cycles per frame.
  double phase_ = 0.0;
  RampedGain gain_;
  realtime::Watchdog watchdog_;
  std::atomic<bool> isFadingOut_ = false;
  std::atomic<bool> isSilenced_ = false;
};

/// A steady tone for a meter. Blocks while it opens and stops: not for the window's thread.
/// Thread-safe: `silence` and `fadeOut`; the rest is for one thread. Realtime-safe: no.
class ReferenceTone {
 public:
  /// Plays on `channels` (from 1) of the stream's output until stopped. `usage` as `checkListeners`
  /// and `checkTone`, or for a channel that the stream lacks or a stream without an output; else
  /// what opening and starting report.
  [[nodiscard]] static Result<std::unique_ptr<ReferenceTone>> start(
      audio::Backend& backend, const audio::StreamConfig& stream, const TestTone& tone,
      const std::vector<int>& channels, LoudTone loud = LoudTone::refused,
      HeadphoneJack jack = HeadphoneJack::mayHaveHeadphones);

  /// Silences and closes what still plays.
  ~ReferenceTone();
  ReferenceTone(const ReferenceTone&) = delete;
  ReferenceTone& operator=(const ReferenceTone&) = delete;

  void fadeOut() { processor_.fadeOut(); }
  void silence() { processor_.silence(); }
  /// Watches for the loss of the device; ask at least every 100 ms. Without being asked for
  /// kUnwatched the tone fades out and ends.
  [[nodiscard]] audio::StreamState state() {
    keepAlive();
    return stream_->state();
  }
  /// For who waits for an answer meanwhile. Thread-safe: yes.
  void keepAlive() { processor_.beat(); }
  /// Why the state is `lost`, or that nobody has asked for too long.
  [[nodiscard]] std::optional<Error> fault() const;
  /// Fades out, waits for the end of the ramp, at most `patience`, and stops.
  Result<void> stop(const Clock& clock, Clock::Duration patience = std::chrono::seconds(2));

 private:
  ReferenceTone(const TestTone& tone, const audio::StreamConfig& stream,
                const std::vector<int>& channels)
      : processor_(tone, stream.sampleRate, stream.outputChannels, channels) {}

  ReferenceToneProcessor processor_;
  std::unique_ptr<audio::Stream> stream_;  ///< Last: it calls the processor until it is gone.
};

}  // namespace linecheck::measure
