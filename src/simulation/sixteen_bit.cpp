#include "simulation/sixteen_bit.h"

#include <algorithm>
#include <cmath>

#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

constexpr double kSteps = 32768.0;
constexpr std::uint64_t kDitherStream = 0x30000;

class Word final : public PathStage {
 public:
  Word(SixteenBit kind, std::uint64_t seed, std::size_t channels)
      : kind_(kind), seed_(seed), channels_(channels) {}

  void process(std::span<double> frames) noexcept override {
    for (double& sample : frames) {
      const double dither = kind_ == SixteenBit::dithered ? ditherAt(count_) : 0.0;
      ++count_;
      sample =
          std::clamp(std::floor(sample * kSteps + dither + 0.5), -kSteps, kSteps - 1.0) / kSteps;
    }
  }
  void reset() noexcept override { count_ = 0; }

 private:
  [[nodiscard]] double ditherAt(std::uint64_t count) const {
    const std::uint64_t stream = randomBitsAt(seed_, kDitherStream + count % channels_);
    const std::uint64_t frame = count / channels_;
    return uniformAt(stream, 2 * frame) - uniformAt(stream, 2 * frame + 1);
  }

  SixteenBit kind_;
  std::uint64_t seed_;
  std::uint64_t channels_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::unique_ptr<PathStage> makeSixteenBit(SixteenBit kind, std::uint64_t seed,
                                          std::size_t channels) {
  return std::make_unique<Word>(kind, seed, channels);
}

}  // namespace linecheck::simulation
