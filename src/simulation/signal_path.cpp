#include "simulation/signal_path.h"

#include <algorithm>

#include "base/check.h"

namespace linecheck::simulation {

SignalPath::SignalPath(const PathConfig& config, int channels, int sampleRate)
    : channels_(LC_VERIFY(channels >= 1) ? static_cast<std::size_t>(channels) : 1),
      frame_(channels_) {
  for (std::size_t i = 0; i < kPathPlaces; ++i) {
    places_.at(i).own = makePathStage(static_cast<PathPlace>(i), config, channels_, sampleRate);
  }
  findTransparent();
}

SignalPath::SignalPath(const PathConfig& config, const PathConfig& other, int channels,
                       int sampleRate)
    : SignalPath(config, channels, sampleRate) {
  for (std::size_t i = 0; i < kPathPlaces; ++i) {
    places_.at(i).other = makePathStage(static_cast<PathPlace>(i), other, channels_, sampleRate);
  }
}

void SignalPath::process(std::span<double> frames) noexcept {
  if (isTransparent_ || !LC_VERIFY(frames.size() % channels_ == 0)) return;
  for (const Place& place : places_) {
    if (PathStage* stage = place.now()) stage->process(frames);
  }
}

void SignalPath::process(std::span<float> frames) noexcept {
  if (isTransparent_ || !LC_VERIFY(frames.size() % channels_ == 0)) return;
  for (std::size_t first = 0; first < frames.size(); first += channels_) {
    const auto frame = frames.subspan(first, channels_);
    std::copy(frame.begin(), frame.end(), frame_.begin());
    process(std::span(frame_));
    std::transform(frame_.begin(), frame_.end(), frame.begin(),
                   [](double sample) { return static_cast<float>(sample); });
  }
}

void SignalPath::useOther(PathPlace place, bool isOther) noexcept {
  Place& at = places_[static_cast<std::size_t>(place)];
  if (at.isOther == isOther) return;
  at.isOther = isOther;
  if (PathStage* stage = at.now()) stage->reset();
  findTransparent();
}

void SignalPath::findTransparent() noexcept {
  isTransparent_ = std::all_of(places_.begin(), places_.end(),
                               [](const Place& place) { return place.now() == nullptr; });
}

}  // namespace linecheck::simulation
