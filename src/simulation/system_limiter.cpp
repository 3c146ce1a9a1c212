#include "simulation/system_limiter.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace linecheck::simulation {
namespace {

constexpr double kCeiling = SystemLimiter::kCeiling;

class Limiter final : public PathStage {
 public:
  Limiter(std::size_t channels, int sampleRate)
      : channels_(channels),
        lookAhead_(SystemLimiter::latencyFrames(sampleRate)),
        decay_(std::exp(-2.205 / sampleRate)),
        delayed_(static_cast<std::size_t>(lookAhead_) * channels) {}

  void process(std::span<double> frames) noexcept override {
    for (std::size_t first = 0; first < frames.size(); first += channels_) {
      const auto frame = frames.subspan(first, channels_);
      double peak = 0.0;
      for (const double sample : frame) peak = std::max(peak, std::abs(sample));
      follow(peak);
      for (double& sample : frame) {
        std::swap(sample, delayed_[at_]);
        sample *= gain_;
        if (++at_ == delayed_.size()) at_ = 0;
      }
    }
  }
  void reset() noexcept override {
    envelope_ = kCeiling;
    gain_ = 1.0;
    step_ = 0.0;
    attackLeft_ = 0;
    at_ = 0;
    std::fill(delayed_.begin(), delayed_.end(), 0.0);
  }

 private:
  void follow(double peak) {
    if (peak > envelope_) {
      envelope_ = peak;
      const double step = (kCeiling / peak - gain_) / lookAhead_;
      step_ = attackLeft_ > 0 ? std::min(step_, step) : step;
      attackLeft_ = lookAhead_;
    } else if (attackLeft_ == 0 && 2.0 * peak <= envelope_ && envelope_ > kCeiling) {
      envelope_ = std::max(kCeiling, envelope_ * decay_);
      gain_ = kCeiling / envelope_;
    }
    if (attackLeft_ == 0) return;
    --attackLeft_;
    gain_ += step_;
    if (attackLeft_ == 0 || gain_ <= kCeiling / envelope_) {
      gain_ = kCeiling / envelope_;
      attackLeft_ = 0;
    }
  }

  std::size_t channels_;
  int lookAhead_;
  double decay_;
  double envelope_ = kCeiling;
  double gain_ = 1.0;
  double step_ = 0.0;  ///< Of the gain in one frame, while it attacks.
  int attackLeft_ = 0;
  std::size_t at_ = 0;
  std::vector<double> delayed_;
};

}  // namespace

int SystemLimiter::latencyFrames(int sampleRate) {
  if (sampleRate <= 16'000) return 16;
  if (sampleRate <= 32'000) return 32;
  if (sampleRate <= 64'000) return 64;
  return 128;
}

std::unique_ptr<PathStage> makeSystemLimiter(std::size_t channels, int sampleRate) {
  return std::make_unique<Limiter>(channels, sampleRate);
}

}  // namespace linecheck::simulation
