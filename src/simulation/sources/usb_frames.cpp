#include "simulation/sources/usb_frames.h"

#include <cmath>

#include "dsp/random.h"
#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

constexpr double kFrameRate = 1000.0;
constexpr int kMicroframes = 8;  // In a frame.

// Streams of random numbers, kept apart.
constexpr std::uint64_t kWaveStream = 1;
constexpr std::uint64_t kNoiseStream = 2;
constexpr std::uint64_t kClockStream = 3;

double uniform(const NoiseSourceConfig& config, std::uint64_t stream, double low, double high) {
  return low + (high - low) * uniformAt(randomBitsAt(config.seed, stream), 0);
}

double noiseShare(const NoiseSourceConfig& config) {
  return std::pow(10.0, uniform(config, kNoiseStream, -25.0, -12.0) / 10.0);
}

PeriodicWave waveOf(const NoiseSourceConfig& config) {
  dsp::Random random(randomBitsAt(config.seed, kWaveStream));
  const int orders = static_cast<int>(std::ceil(0.499 * config.sampleRate / kFrameRate)) - 1;
  Harmonics harmonics = noHarmonics(orders);
  // Full speed alone has hardly more at 8 kHz than at 7 or 9; high speed has most of its power
  // there.
  const double microframes = random.uniform(-15.0, 8.0);
  const double slope = random.uniform(0.5, 1.2);
  for (int order = 1; order <= orders; ++order) {
    double level = -20.0 * slope * std::log10(order) + 2.0 * random.gaussian();
    if (order % kMicroframes == 0) {
      const double stands = microframes - 10.0 * std::log10(order / kMicroframes);
      level = 10.0 * std::log10(std::pow(10.0, level / 10.0) + std::pow(10.0, stands / 10.0));
    }
    setHarmonic(harmonics, order, level, random.uniform());
  }
  scaleToRms(harmonics, rmsFromDbfs(config.level) * std::sqrt(1.0 - noiseShare(config)));
  return PeriodicWave(harmonics);
}

}  // namespace

UsbFrames::UsbFrames(const NoiseSourceConfig& config)
    : cyclesPerFrame_(kFrameRate * (1.0 + 1e-6 * uniform(config, kClockStream, -100.0, 100.0)) /
                      config.sampleRate),
      noiseRms_(rmsFromDbfs(config.level) * std::sqrt(noiseShare(config))),
      wave_(waveOf(config)),
      noise_([](double frequency) { return 1.0 / (1.0 + std::pow(frequency / 30e3, 4.0)); },
             randomBitsAt(config.seed, kNoiseStream), config.sampleRate) {}

void UsbFrames::beginStep(std::int64_t frame) noexcept {
  cycles_ = {cyclesPerFrame_ * static_cast<double>(frame),
             cyclesPerFrame_ * static_cast<double>(frame + kStep)};
}

void UsbFrames::addWithin(std::span<double> mono, std::int64_t first, double part) noexcept {
  for (double& sample : mono) {
    sample += wave_.at(cycles_.at(part)) + noiseRms_ * noise_.at(first);
    ++first;
    part += kPart;
  }
}

}  // namespace linecheck::simulation
