#include "simulation/sources/broadband.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "dsp/random.h"
#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

// Streams of random numbers, kept apart.
constexpr std::uint64_t kWhiteStream = 1;
constexpr std::uint64_t kFlickerStream = 2;

constexpr DecibelsFs kIdleTone = DecibelsFs::of(-120.0);
constexpr double kMostTonePower = 0.1;  // Of all.
// What lies below is blocked by the input's capacitor.
constexpr double kLowest = 2.0;

ColouredNoise hissOf(const NoiseSourceConfig& config) {
  dsp::Random random(config.seed);
  const double tilt = random.uniform(0.0, 0.3);  // In power: up to 3 dB per decade, falling.
  const double bandwidth = random.uniform(30e3, 80e3);
  const auto density = [=](double frequency) {
    return std::pow(1e3 / (frequency + 20.0), tilt) / (1.0 + std::pow(frequency / bandwidth, 2.0));
  };
  return {density, config.seed, config.sampleRate};
}

double flickerDensity(double frequency) {
  return frequency < kLowest ? 0.0 : 1.0 / frequency;
}

}  // namespace

Hiss::Hiss(const NoiseSourceConfig& config)
    : rms_(rmsFromDbfs(config.level)), noise_(hissOf(config)) {}

void Hiss::addWithin(std::span<double> mono, std::int64_t first, double /*part*/) noexcept {
  for (double& sample : mono) sample += rms_ * noise_.at(first++);
}

ConverterNoise::ConverterNoise(const NoiseSourceConfig& config)
    : whiteStream_(randomBitsAt(config.seed, kWhiteStream)),
      flicker_(flickerDensity, randomBitsAt(config.seed, kFlickerStream), config.sampleRate) {
  dsp::Random random(config.seed);
  const double corner = 10.0 * std::pow(20.0, random.uniform());
  const double rms = rmsFromDbfs(config.level);
  const bool hasTones = random.uniform() < 0.5;
  toneCount_ = hasTones ? 1 + static_cast<std::size_t>(random.bits() % 2) : 0;
  const double tonePeak =
      std::min(sinePeakFromDbfs(kIdleTone), rms * std::sqrt(2.0 * kMostTonePower));
  double left = rms * rms;
  for (std::size_t i = 0; i < toneCount_; ++i) {
    tones_[i].cyclesPerFrame = random.uniform(200.0, 0.45 * config.sampleRate) / config.sampleRate;
    tones_[i].peak = i == 0 ? tonePeak : tonePeak * random.uniform(0.2, 0.9);
    left -= 0.5 * tones_[i].peak * tones_[i].peak;
  }
  // Density 1 + corner / f from kLowest to Nyquist.
  const double nyquist = 0.5 * config.sampleRate;
  const double flickerPower = corner * std::log(nyquist / kLowest) / nyquist;
  whiteRms_ = std::sqrt(left / (1.0 + flickerPower));
  flickerRms_ = whiteRms_ * std::sqrt(flickerPower);
}

void ConverterNoise::beginStep(std::int64_t frame) noexcept {
  for (std::size_t i = 0; i < stepSamples_.size(); i += 2) {
    const auto pair = gaussianPairAt(whiteStream_, static_cast<std::uint64_t>(frame) + i);
    stepSamples_[i] = whiteRms_ * pair[0];
    stepSamples_[i + 1] = whiteRms_ * pair[1];
  }
  for (std::size_t tone = 0; tone < toneCount_; ++tone) {
    const double cycles = tones_[tone].cyclesPerFrame * static_cast<double>(frame);
    const auto turnsOf = [](double turns) {
      return std::polar(1.0, 2.0 * std::numbers::pi * (turns - std::floor(turns)));
    };
    std::complex<double> at = turnsOf(cycles);
    const std::complex<double> turn = turnsOf(tones_[tone].cyclesPerFrame);
    for (double& sample : stepSamples_) {
      sample += tones_[tone].peak * at.imag();
      at = {at.real() * turn.real() - at.imag() * turn.imag(),
            at.real() * turn.imag() + at.imag() * turn.real()};
    }
  }
}

void ConverterNoise::addWithin(std::span<double> mono, std::int64_t first,
                               double /*part*/) noexcept {
  for (double& sample : mono) {
    sample +=
        stepSamples_[static_cast<std::size_t>(first % kStep)] + flickerRms_ * flicker_.at(first);
    ++first;
  }
}

}  // namespace linecheck::simulation
