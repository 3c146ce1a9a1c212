#include "simulation/latency_stages.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "dsp/phasor.h"
#include "simulation/variable_delay.h"

namespace linecheck::simulation {
namespace {

double sineAt(double cyclesPerFrame, std::int64_t frame) {
  return std::sin(2.0 * std::numbers::pi *
                  dsp::fractionOfCycle(cyclesPerFrame, static_cast<double>(frame)));
}

class WholeDelay final : public PathStage {
 public:
  explicit WholeDelay(std::size_t samples) : samples_(samples) {}

  void process(std::span<double> frames) noexcept override {
    for (double& sample : frames) {
      std::swap(sample, samples_[at_]);
      if (++at_ == samples_.size()) at_ = 0;
    }
  }
  void reset() noexcept override {
    std::fill(samples_.begin(), samples_.end(), 0.0);
    at_ = 0;
  }

 private:
  std::vector<double> samples_;
  std::size_t at_ = 0;
};

/// A delay by a law of the frame's number.
template <class Law>
class ChangingDelay final : public PathStage {
 public:
  ChangingDelay(Law law, std::size_t channels, double longest)
      : law_(std::move(law)), channels_(channels), delay_(channels, longest) {}

  void process(std::span<double> frames) noexcept override {
    for (std::size_t first = 0; first < frames.size(); first += channels_) {
      delay_.process(frames.subspan(first, channels_), law_(frame_));
      ++frame_;
    }
  }
  void reset() noexcept override {
    delay_.reset();
    frame_ = 0;
  }

 private:
  Law law_;
  std::size_t channels_;
  VariableDelay delay_;
  std::int64_t frame_ = 0;
};

template <class Law>
std::unique_ptr<PathStage> makeChangingDelay(Law law, std::size_t channels, double longest) {
  return std::make_unique<ChangingDelay<Law>>(std::move(law), channels, longest);
}

}  // namespace

double ClockDrift::latencyFramesAt(std::int64_t frame, double ppm) {
  return kLatencyFrames - std::fmod(ppm * 1e-6 * static_cast<double>(frame), kReserveFrames);
}

std::unique_ptr<PathStage> makeClockDrift(double ppm, std::size_t channels) {
  if (ppm == 0.0) return nullptr;
  return makeChangingDelay(
      [ppm](std::int64_t frame) { return ClockDrift::latencyFramesAt(frame, ppm); }, channels,
      ClockDrift::kLatencyFrames + ClockDrift::kReserveFrames);
}

CableLatency::CableLatency(const CablePath& cable, Hertz rate) : cable_(cable), rate_(rate) {
  if (isWhole()) return;
  base_ = VariableDelay::kShortest + std::ceil(std::abs(cable.wander.amplitudeFrames)) +
          std::ceil(std::abs(cable.jitter.amplitude * rate)) +
          std::ceil(std::max(0.0, -cable.jump.frames));
}

bool CableLatency::isWhole() const {
  return cable_.latencyFrames == std::floor(cable_.latencyFrames) &&
         cable_.wander.amplitudeFrames == 0.0 && cable_.jump.frames == 0.0 &&
         cable_.jitter.amplitude.value() == 0.0;
}

double CableLatency::framesAt(std::int64_t frame) const {
  double frames = restingFrames();
  if (cable_.wander.amplitudeFrames != 0.0) {
    const double cycles = 1.0 / (cable_.wander.period * rate_);
    frames += cable_.wander.amplitudeFrames * sineAt(cycles, frame);
  }
  if (static_cast<double>(frame) >= cable_.jump.at * rate_) frames += cable_.jump.frames;
  if (cable_.jitter.amplitude.value() != 0.0) {
    frames -= cable_.jitter.amplitude * rate_ * sineAt(cable_.jitter.frequency / rate_, frame);
  }
  return frames;
}

double CableLatency::longestFrames() const {
  return restingFrames() + std::abs(cable_.wander.amplitudeFrames) +
         std::max(0.0, cable_.jump.frames) + std::abs(cable_.jitter.amplitude * rate_);
}

std::unique_ptr<PathStage> makeCableLatency(const CablePath& cable, std::size_t channels,
                                            int sampleRate) {
  const CableLatency latency(cable, Hertz::of(sampleRate));
  if (!latency.isWhole()) {
    return makeChangingDelay([latency](std::int64_t frame) { return latency.framesAt(frame); },
                             channels, latency.longestFrames());
  }
  const auto frames = static_cast<std::size_t>(latency.restingFrames());
  if (frames == 0) return nullptr;
  return std::make_unique<WholeDelay>(frames * channels);
}

}  // namespace linecheck::simulation
