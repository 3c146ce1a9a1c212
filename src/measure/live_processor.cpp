#include "measure/live_processor.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "measure/unwatched.h"

namespace linecheck::measure {
namespace {

constexpr std::int64_t kQueueSeconds = 2;

std::int64_t rampFrames(int sampleRate) {
  return std::max<std::int64_t>(1, std::llround(kRamp.value() * sampleRate));
}

}  // namespace

LiveProcessor::LiveProcessor(const audio::StreamConfig& config)
    : outputChannels_(config.output ? config.outputChannels : 0),
      sampleRate_(config.sampleRate),
      queue_(std::max(1, config.inputChannels), kQueueSeconds * config.sampleRate),
      watchdog_(unwatchedFrames(config.sampleRate)),
      gain_(rampFrames(config.sampleRate)) {}

void LiveProcessor::playTone(const TestTone& tone) {
  frequency_ = tone.frequency.value();
  peak_ = sinePeakFromDbfs(tone.level);
  isToneOn_ = true;
}

bool LiveProcessor::process(const audio::Block& block) noexcept {
  if (block.output != nullptr) fillOutput(block.output, block.frames);
  if (block.input != nullptr) queue_.push(block);
  return true;
}

void LiveProcessor::fillOutput(float* output, int frames) noexcept {
  const std::size_t samples =
      static_cast<std::size_t>(frames) * static_cast<std::size_t>(outputChannels_);
  if (isSilenced_.load(std::memory_order_relaxed)) gain_.jumpTo(0.0);
  if (gain_.isSilent()) watchdog_.rest();
  const bool isWatched = watchdog_.isAlive(frames);
  const bool isOn = isWatched && isToneOn_.load(std::memory_order_relaxed) &&
                    !isSilenced_.load(std::memory_order_relaxed);
  const double frequency = frequency_.load(std::memory_order_relaxed);
  const double peak = peak_.load(std::memory_order_relaxed);
  // Another tone than the one that sounds waits until that one has faded out.
  const bool isOther = frequency != playedFrequency_ || peak != playedPeak_;
  if (isOn && isOther && gain_.isSilent()) {
    playedFrequency_ = frequency;
    playedPeak_ = peak;
    phase_ = 0.0;
  }
  const bool mayPlay = isOn && frequency == playedFrequency_ && peak == playedPeak_;
  gain_.moveTo(mayPlay ? 1.0 : 0.0);

  if (gain_.isSilent()) {
    std::fill_n(output, samples, 0.0F);
  } else {
    const double step = playedFrequency_ / sampleRate_;
    for (int frame = 0; frame < frames; ++frame) {
      const double value = gain_.next() * playedPeak_ * std::sin(2.0 * std::numbers::pi * phase_);
      phase_ += step;
      phase_ -= std::floor(phase_);
      output = std::fill_n(output, outputChannels_, static_cast<float>(value));
    }
  }
  isQuiet_.store(gain_.isSilent(), std::memory_order_relaxed);
}

}  // namespace linecheck::measure
