#include "measure/match_player.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "measure/unwatched.h"

namespace linecheck::measure {
namespace {

constexpr auto kPollInterval = std::chrono::milliseconds(5);

std::int64_t rampFrames(int sampleRate) {
  return std::max<std::int64_t>(1, std::llround(kRamp.value() * sampleRate));
}

std::vector<char> flagsOf(const std::vector<int>& channels, int outputChannels) {
  std::vector<char> flags(static_cast<std::size_t>(outputChannels), 0);
  for (const int channel : channels) flags.at(static_cast<std::size_t>(channel)) = 1;
  return flags;
}

Result<void> checkChannels(const MatchOutputs& outputs, int outputChannels) {
  for (const auto& channels : outputs) {
    if (channels.empty()) return fail(ErrorCode::usage, "Name an output channel for each side.");
    for (const int channel : channels) {
      if (channel >= 0 && channel < outputChannels) continue;
      return fail(ErrorCode::usage, fmt::format("There is no channel {}: this output has 1 to {}.",
                                                channel + 1, outputChannels));
    }
  }
  return {};
}

}  // namespace

MatchNoiseProcessor::MatchNoiseProcessor(std::vector<float> noise, int sampleRate,
                                         int outputChannels, const MatchOutputs& outputs)
    : noise_(std::move(noise)),
      plays_{flagsOf(outputs[0], outputChannels), flagsOf(outputs[1], outputChannels)},
      ramps_{RampedGain(rampFrames(sampleRate)), RampedGain(rampFrames(sampleRate))},
      watchdog_(unwatchedFrames(sampleRate)) {}

void MatchNoiseProcessor::setGain(MatchSide side, Decibels gain) {
  gains_.at(static_cast<std::size_t>(side)) = std::min(1.0, gain.amplitudeRatio());
}

bool MatchNoiseProcessor::process(const audio::Block& block) noexcept {
  const bool isSilenced = isSilenced_.load(std::memory_order_relaxed);
  const bool isWatched = watchdog_.isAlive(block.frames);
  const bool isEnding = isSilenced || !isWatched || isFadingOut_.load(std::memory_order_relaxed);
  const int side = isEnding ? kNeither : side_.load(std::memory_order_relaxed);
  for (std::size_t i = 0; i < ramps_.size(); ++i) {
    const bool isOn = static_cast<int>(i) == side;
    if (isSilenced) ramps_[i].jumpTo(0.0);
    ramps_[i].moveTo(isOn ? gains_[i].load(std::memory_order_relaxed) : 0.0);
  }
  float* out = block.output;
  for (int frame = 0; out != nullptr && frame < block.frames; ++frame) {
    const auto sample = static_cast<double>(noise_[at_]);
    at_ = at_ + 1 == noise_.size() ? 0 : at_ + 1;
    const double a = ramps_[0].next();
    const double b = ramps_[1].next();
    for (std::size_t channel = 0; channel < plays_[0].size(); ++channel) {
      // Where both sides share a channel their ramps cross without a dip.
      const double gain = (plays_[0][channel] != 0 ? a : 0.0) + (plays_[1][channel] != 0 ? b : 0.0);
      *out++ = static_cast<float>(gain * sample);
    }
  }
  return !(isEnding && ramps_[0].isSilent() && ramps_[1].isSilent());
}

Result<std::unique_ptr<MatchPlayer>> MatchPlayer::start(audio::Backend& backend,
                                                        const audio::StreamConfig& stream,
                                                        const MatchNoise& noise,
                                                        const MatchOutputs& outputs,
                                                        LoudTone loud) {
  if (!stream.output) return fail(ErrorCode::usage, "Noise needs an output to play on.");
  if (auto checked = checkChannels(outputs, stream.outputChannels); !checked) {
    return fail(checked.error());
  }
  auto samples = matchNoise(noise, Hertz::of(stream.sampleRate), loud);
  if (!samples) return fail(samples.error());
  std::unique_ptr<MatchPlayer> player(new MatchPlayer(*std::move(samples), stream, outputs));
  auto opened = backend.open(stream, player->processor_);
  if (!opened) return fail(opened.error());
  player->stream_ = std::move(*opened);
  if (auto started = player->stream_->start(); !started) return fail(started.error());
  return player;
}

std::optional<Error> MatchPlayer::fault() const {
  if (processor_.isUnwatched()) return unwatchedError();
  return stream_->fault();
}

Result<void> MatchPlayer::fadeOutAndStop(const Clock& clock, Clock::Duration patience) {
  fadeOut();
  const auto start = clock.now();
  while (state() == audio::StreamState::running && clock.now() - start < patience) {
    std::this_thread::sleep_for(kPollInterval);
  }
  return stop();
}

MatchPlayer::~MatchPlayer() {
  silence();
}

}  // namespace linecheck::measure
