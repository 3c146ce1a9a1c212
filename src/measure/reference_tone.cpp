#include "measure/reference_tone.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <thread>

#include "measure/unwatched.h"

namespace linecheck::measure {
namespace {

constexpr auto kPollInterval = std::chrono::milliseconds(5);

std::int64_t rampFrames(int sampleRate) {
  return std::max<std::int64_t>(1, std::llround(kRamp.value() * sampleRate));
}

Result<void> checkChannels(const std::vector<int>& channels, int outputChannels) {
  if (channels.empty()) return fail(ErrorCode::usage, "Name at least one channel to play on.");
  for (const int channel : channels) {
    if (channel >= 1 && channel <= outputChannels) continue;
    return fail(ErrorCode::usage, fmt::format("There is no channel {}: this output has 1 to {}.",
                                              channel, outputChannels));
  }
  return {};
}

}  // namespace

ReferenceToneProcessor::ReferenceToneProcessor(const TestTone& tone, int sampleRate,
                                               int outputChannels, const std::vector<int>& channels)
    : plays_(static_cast<std::size_t>(outputChannels), 0),
      peak_(sinePeakFromDbfs(tone.level)),
      step_(tone.frequency.value() / sampleRate),
      gain_(rampFrames(sampleRate)),
      watchdog_(unwatchedFrames(sampleRate)) {
  for (const int channel : channels) plays_.at(static_cast<std::size_t>(channel - 1)) = 1;
  gain_.moveTo(1.0);
}

bool ReferenceToneProcessor::process(const audio::Block& block) noexcept {
  if (isSilenced_.load(std::memory_order_relaxed)) gain_.jumpTo(0.0);
  const bool isWatched = watchdog_.isAlive(block.frames);
  if (!isWatched || isFadingOut_.load(std::memory_order_relaxed)) gain_.moveTo(0.0);
  float* out = block.output;
  for (int frame = 0; out != nullptr && frame < block.frames; ++frame) {
    const auto value =
        static_cast<float>(gain_.next() * peak_ * std::sin(2.0 * std::numbers::pi * phase_));
    phase_ += step_;
    phase_ -= std::floor(phase_);
    for (const char plays : plays_) *out++ = plays != 0 ? value : 0.0F;
  }
  return !gain_.isSilent();
}

Result<std::unique_ptr<ReferenceTone>> ReferenceTone::start(audio::Backend& backend,
                                                            const audio::StreamConfig& stream,
                                                            const TestTone& tone,
                                                            const std::vector<int>& channels,
                                                            LoudTone loud, HeadphoneJack jack) {
  if (!stream.output) return fail(ErrorCode::usage, "A tone needs an output to play on.");
  if (auto safe = checkListeners(stream, jack); !safe) return fail(safe.error());
  const Hertz rate = Hertz::of(stream.sampleRate);
  if (auto checked = checkTone(tone, rate, loud); !checked) return fail(checked.error());
  if (auto checked = checkChannels(channels, stream.outputChannels); !checked) {
    return fail(checked.error());
  }
  std::unique_ptr<ReferenceTone> playing(new ReferenceTone(tone, stream, channels));
  auto opened = backend.open(stream, playing->processor_);
  if (!opened) return fail(opened.error());
  playing->stream_ = std::move(*opened);
  if (auto started = playing->stream_->start(); !started) return fail(started.error());
  return playing;
}

std::optional<Error> ReferenceTone::fault() const {
  if (processor_.isUnwatched()) return unwatchedError();
  return stream_->fault();
}

ReferenceTone::~ReferenceTone() {
  silence();
}

Result<void> ReferenceTone::stop(const Clock& clock, Clock::Duration patience) {
  fadeOut();
  const auto start = clock.now();
  while (stream_->state() == audio::StreamState::running && clock.now() - start < patience) {
    std::this_thread::sleep_for(kPollInterval);
  }
  return stream_->stop();
}

}  // namespace linecheck::measure
