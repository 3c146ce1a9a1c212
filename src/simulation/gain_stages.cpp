#include "simulation/gain_stages.h"

#include <algorithm>
#include <utility>

namespace linecheck::simulation {
namespace {

class ChannelSwap final : public PathStage {
 public:
  explicit ChannelSwap(std::size_t channels) : channels_(channels) {}

  void process(std::span<double> frames) noexcept override {
    for (std::size_t i = 0; i < frames.size(); i += channels_) std::swap(frames[i], frames[i + 1]);
  }
  void reset() noexcept override {}

 private:
  std::size_t channels_;
};

class Gains final : public PathStage {
 public:
  explicit Gains(std::vector<double> factors) : factors_(std::move(factors)) {}

  void process(std::span<double> frames) noexcept override {
    for (std::size_t i = 0; i < frames.size(); ++i) frames[i] *= factors_[i % factors_.size()];
  }
  void reset() noexcept override {}

 private:
  std::vector<double> factors_;
};

}  // namespace

std::unique_ptr<PathStage> makeChannelSwap(std::size_t channels) {
  if (channels < 2) return nullptr;
  return std::make_unique<ChannelSwap>(channels);
}

std::unique_ptr<PathStage> makeGains(std::vector<double> factors) {
  if (std::all_of(factors.begin(), factors.end(), [](double f) { return f == 1.0; })) {
    return nullptr;
  }
  return std::make_unique<Gains>(std::move(factors));
}

}  // namespace linecheck::simulation
