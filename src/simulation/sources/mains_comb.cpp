#include "simulation/sources/mains_comb.h"

#include <cmath>

namespace linecheck::simulation {
namespace {

// Further than a grid strays before it sheds load.
constexpr double kStray = 1.004;

PeriodicWave waveOf(const NoiseSourceConfig& config, Harmonics harmonics) {
  cutFrom(harmonics, firstOrderBeyondNyquist(config.mains, config.sampleRate));
  scaleToRms(harmonics, rmsFromDbfs(config.level));
  return PeriodicWave(harmonics);
}

}  // namespace

int firstOrderBeyondNyquist(const Mains& mains, int sampleRate) {
  return static_cast<int>(std::ceil(0.5 * sampleRate / (kStray * mains.nominal.value())));
}

MainsComb::MainsComb(const NoiseSourceConfig& config, Harmonics harmonics)
    : mains_(config.mains),
      sampleRate_(config.sampleRate),
      wave_(waveOf(config, std::move(harmonics))) {}

void MainsComb::beginStep(std::int64_t frame) noexcept {
  const auto cyclesAt = [&](std::int64_t n) {
    return mainsCycles(mains_, Seconds::of(static_cast<double>(n) / sampleRate_));
  };
  cycles_ = {cyclesAt(frame), cyclesAt(frame + kStep)};
}

void MainsComb::addWithin(std::span<double> mono, std::int64_t /*first*/, double part) noexcept {
  for (double& sample : mono) {
    sample += wave_.at(cycles_.at(part));
    part += kPart;
  }
}

}  // namespace linecheck::simulation
