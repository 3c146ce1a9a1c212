#include "simulation/sources/magnetic_pickup.h"

#include <cmath>
#include <numbers>

#include "dsp/random.h"
#include "simulation/sources/mains_spectra.h"

namespace linecheck::simulation {
namespace {

// Lines per second of PAL, and of NTSC where the mains has 60 Hz.
constexpr double kPalLines = 15'625.0;
constexpr double kNtscLines = 4.5e6 / 286.0;
constexpr double kScreenChance = 1.0 / 7.0;

}  // namespace

MagneticPickup::MagneticPickup(const NoiseSourceConfig& config) {
  dsp::Random random(config.seed);
  NoiseSourceConfig mains = config;
  Harmonics harmonics = magneticHarmonics(random);
  const bool hasScreen = random.uniform() < kScreenChance;
  const Decibels line = Decibels::of(random.uniform(-40.0, -15.0));  // Against the mains' part.
  const double clockError = random.uniform(-50e-6, 50e-6);
  const double lines = (config.mains.nominal.value() < 55.0 ? kPalLines : kNtscLines);
  if (hasScreen && lines < 0.49 * config.sampleRate) {
    mains.level -= Decibels::fromPowerRatio(1.0 + line.powerRatio());
    linePeak_ = sinePeakFromDbfs(mains.level + line);
    cyclesPerFrame_ = lines * (1.0 + clockError) / config.sampleRate;
  }
  mains_ = std::make_unique<MainsComb>(mains, std::move(harmonics));
}

void MagneticPickup::addTo(std::span<double> mono, std::int64_t first) noexcept {
  mains_->addTo(mono, first);
  if (linePeak_ == 0.0) return;
  for (double& sample : mono) {
    const double cycles = cyclesPerFrame_ * static_cast<double>(first++);
    sample += linePeak_ * std::sin(2.0 * std::numbers::pi * (cycles - std::floor(cycles)));
  }
}

}  // namespace linecheck::simulation
