#include "audio/dead_input.h"

#include <algorithm>

#include "base/check.h"

namespace linecheck::audio {

DeadInputDetector::DeadInputDetector(int channels, std::int64_t limitFrames)
    : channels_(LC_VERIFY(channels >= 1) ? static_cast<std::size_t>(channels) : 1),
      limitFrames_(LC_VERIFY(limitFrames >= 1) ? limitFrames : 1) {}

void DeadInputDetector::push(std::span<const float> samples) noexcept {
  const std::size_t width = channels_.size();
  for (std::size_t first = 0; first + width <= samples.size(); first += width) {
    for (std::size_t i = 0; i < width; ++i) {
      Channel& channel = channels_[i];
      if (samples[first + i] != 0.0F) {
        channel.heard = true;
        channel.zeros = 0;
        continue;
      }
      ++channel.zeros;
      if (channel.heard && channel.zeros == limitFrames_ && !channel.diedAt) {
        channel.diedAt = frames_ - limitFrames_ + 1;
      }
    }
    ++frames_;
  }
}

InputLife DeadInputDetector::life(int channel) const noexcept {
  const Channel& state = channels_[static_cast<std::size_t>(channel)];
  if (state.heard) return state.zeros >= limitFrames_ ? InputLife::dead : InputLife::live;
  return state.zeros >= limitFrames_ ? InputLife::silent : InputLife::unknown;
}

InputLife DeadInputDetector::life() const noexcept {
  bool dead = false;
  bool unknown = false;
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    const InputLife one = life(static_cast<int>(i));
    if (one == InputLife::live) return one;
    dead |= one == InputLife::dead;
    unknown |= one == InputLife::unknown;
  }
  // A channel that never spoke says nothing about one that did and fell dead.
  if (dead) return InputLife::dead;
  return unknown ? InputLife::unknown : InputLife::silent;
}

std::optional<std::int64_t> DeadInputDetector::diedAt(int channel) const noexcept {
  return channels_[static_cast<std::size_t>(channel)].diedAt;
}

}  // namespace linecheck::audio
