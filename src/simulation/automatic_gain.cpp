#include "simulation/automatic_gain.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace linecheck::simulation {
namespace {

constexpr double kDetectorSeconds = 0.05;

// Share of the way that a pole goes in one sample.
double stepOf(double timeConstant, int sampleRate) {
  return -std::expm1(-1.0 / (timeConstant * sampleRate));
}

class Leveller final : public PathStage {
 public:
  Leveller(const AutomaticGain& config, std::size_t channels, int sampleRate)
      : config_(config),
        detector_(stepOf(kDetectorSeconds, sampleRate)),
        attack_(stepOf(config.attack.value(), sampleRate)),
        release_(stepOf(config.release.value(), sampleRate)),
        meanSquares_(channels) {}

  void process(std::span<double> frames) noexcept override {
    const std::size_t channels = meanSquares_.size();
    for (std::size_t first = 0; first < frames.size(); first += channels) {
      const auto frame = frames.subspan(first, channels);
      double loudest = 0.0;
      for (std::size_t i = 0; i < channels; ++i) {
        meanSquares_[i] += detector_ * (frame[i] * frame[i] - meanSquares_[i]);
        loudest = std::max(loudest, meanSquares_[i]);
      }
      const double wanted = config_.settledGain(dbfsFromMeanSquare(loudest)).value();
      gain_ += (wanted - gain_) * (wanted < gain_ ? attack_ : release_);
      const double factor = Decibels::of(gain_).amplitudeRatio();
      for (double& sample : frame) sample *= factor;
    }
  }
  void reset() noexcept override {
    std::fill(meanSquares_.begin(), meanSquares_.end(), 0.0);
    gain_ = 0.0;
  }

 private:
  AutomaticGain config_;
  double detector_;
  double attack_;
  double release_;
  std::vector<double> meanSquares_;
  double gain_ = 0.0;  ///< dB.
};

}  // namespace

Decibels AutomaticGain::settledGain(DecibelsFs level) const {
  return std::clamp(target - level, least, most);
}

std::unique_ptr<PathStage> makeAutomaticGain(const AutomaticGain& config, std::size_t channels,
                                             int sampleRate) {
  return std::make_unique<Leveller>(config, channels, sampleRate);
}

}  // namespace linecheck::simulation
