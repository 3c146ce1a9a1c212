#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

#include "audio/backend.h"
#include "base/clock.h"
#include "measure/level_match.h"
#include "measure/match_noise.h"
#include "measure/ramped_gain.h"
#include "realtime/watchdog.h"

namespace linecheck::measure {

/// Output channels of each side, from 0. They may be the same, where a switch on the device
/// selects what is heard.
using MatchOutputs = std::array<std::vector<int>, 2>;

/// What runs in the audio callback: the noise over and over on the channels of one side, with a
/// ramp whenever side or gain changes. Begins silent.
class MatchNoiseProcessor final : public audio::BlockProcessor {
 public:
  /// `noise` not empty; channels below `outputChannels`.
  MatchNoiseProcessor(std::vector<float> noise, int sampleRate, int outputChannels,
                      const MatchOutputs& outputs);

  bool process(const audio::Block& block) noexcept override;
  bool hasRoom(int /*frames*/) noexcept override {
    watchdog_.sleep();
    return true;
  }

  // Thread-safe: yes. Realtime-safe: yes.
  /// Plays this side; the other fades out.
  void play(MatchSide side) { side_ = static_cast<int>(side); }
  /// Plays neither.
  void pause() { side_ = kNeither; }
  /// 0 dB or less of a side's noise; more is taken for 0 dB.
  void setGain(MatchSide side, Decibels gain);
  /// Fades out, and ends with the block in which the ramp does.
  void fadeOut() { isFadingOut_ = true; }
  /// Silence from the next block on, without a ramp, which is also the last.
  void silence() { isSilenced_ = true; }
  /// Whoever watches lives. Without it for kUnwatched it fades out and ends.
  void beat() { watchdog_.beat(); }
  [[nodiscard]] bool isUnwatched() const { return watchdog_.hasBarked(); }

 private:
  static constexpr int kNeither = -1;

  std::vector<float> noise_;
  std::size_t at_ = 0;
  std::array<std::vector<char>, 2> plays_;  ///< One for each output channel.
  std::array<RampedGain, 2> ramps_;
  std::array<std::atomic<double>, 2> gains_ = {1.0, 1.0};
  std::atomic<int> side_ = kNeither;
  realtime::Watchdog watchdog_;
  std::atomic<bool> isFadingOut_ = false;
  std::atomic<bool> isSilenced_ = false;
};

/// Plays A or B until stopped. Blocks while it opens and stops: not for the window's thread.
/// Thread-safe: what it hands on to the processor; the rest is for one thread. Realtime-safe: no.
class MatchPlayer {
 public:
  /// Opens and starts, playing neither side yet. `usage` as `matchNoise`, for a channel that the
  /// stream lacks, or without an output; else what opening and starting report.
  [[nodiscard]] static Result<std::unique_ptr<MatchPlayer>> start(
      audio::Backend& backend, const audio::StreamConfig& stream, const MatchNoise& noise,
      const MatchOutputs& outputs, LoudTone loud = LoudTone::refused);

  /// Silences and closes what still plays.
  ~MatchPlayer();
  MatchPlayer(const MatchPlayer&) = delete;
  MatchPlayer& operator=(const MatchPlayer&) = delete;

  void play(MatchSide side) { processor_.play(side); }
  void pause() { processor_.pause(); }
  void setGain(MatchSide side, Decibels gain) { processor_.setGain(side, gain); }
  void fadeOut() { processor_.fadeOut(); }
  void silence() { processor_.silence(); }
  /// Watches for the loss of the device; ask at least every 100 ms. Without being asked for
  /// kUnwatched the noise fades out and ends.
  [[nodiscard]] audio::StreamState state() {
    keepAlive();
    return stream_->state();
  }
  /// For who waits for an answer meanwhile. Thread-safe: yes.
  void keepAlive() { processor_.beat(); }
  /// Why the state is `lost`, or that nobody has asked for too long.
  [[nodiscard]] std::optional<Error> fault() const;
  /// Ends the stream; `fadeOut` first, and wait for `finished`, to end it without a click.
  Result<void> stop() { return stream_->stop(); }
  /// Fades out, waits for the end of the ramp, at most `patience`, and stops.
  Result<void> fadeOutAndStop(const Clock& clock,
                              Clock::Duration patience = std::chrono::seconds(2));

 private:
  MatchPlayer(std::vector<float> noise, const audio::StreamConfig& stream,
              const MatchOutputs& outputs)
      : processor_(std::move(noise), stream.sampleRate, stream.outputChannels, outputs) {}

  MatchNoiseProcessor processor_;
  std::unique_ptr<audio::Stream> stream_;  ///< Last: it calls the processor until it is gone.
};

}  // namespace linecheck::measure
