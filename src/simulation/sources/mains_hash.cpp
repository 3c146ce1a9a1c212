#include "simulation/sources/mains_hash.h"

#include <cmath>
#include <numbers>

#include "dsp/random.h"
#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

// Streams of random numbers, kept apart.
constexpr std::uint64_t kNoiseStream = 1;
constexpr std::uint64_t kClickStream = 2;

// Of a burst, at each end.
constexpr double kEdge = 0.2;

ColouredNoise noiseOf(const NoiseSourceConfig& config) {
  const std::uint64_t seed = randomBitsAt(config.seed, kNoiseStream);
  dsp::Random random(seed);
  const double slope = random.uniform(0.5, 2.0);
  const double low = 1e3;
  const double high = random.uniform(8e3, 18e3);
  const auto density = [=](double frequency) {
    const double bottom = std::pow(frequency / low, 4.0);
    return std::pow(frequency, slope) * bottom / (1.0 + bottom) /
           (1.0 + std::pow(frequency / high, 8.0));
  };
  return {density, seed, config.sampleRate};
}

}  // namespace

MainsHash::MainsHash(const NoiseSourceConfig& config)
    : mains_(config.mains),
      sampleRate_(config.sampleRate),
      noise_(noiseOf(config)),
      clicks_(randomBitsAt(config.seed, kClickStream), config.sampleRate) {
  dsp::Random random(config.seed);
  duty_ = random.uniform(0.1, 0.4);
  start_ = random.uniform();
  second_ = std::pow(10.0, random.uniform(-3.0, 0.0) / 20.0);
  const double clickShare = random.uniform(0.05, 0.4);  // Of the power.
  constexpr int kPoints = 10'000;
  double power = 0.0;
  for (int i = 0; i < kPoints; ++i) {
    const double gate = gateAt(static_cast<double>(i) / kPoints);
    power += gate * gate / kPoints;
  }
  gateScale_ = 1.0 / std::sqrt(power);
  const double rms = rmsFromDbfs(config.level);
  noiseRms_ = rms * std::sqrt(1.0 - clickShare);
  clickRms_ = rms * std::sqrt(clickShare);
}

double MainsHash::gateAt(double cycles) const {
  const double half = 2.0 * (cycles + start_);
  const double whole = std::floor(half);
  const double part = (half - whole) / duty_;
  if (part >= 1.0) return 0.0;
  const double fromEnd = std::min(part, 1.0 - part) / kEdge;
  const double edge = fromEnd < 1.0 ? std::sin(0.5 * std::numbers::pi * fromEnd) : 1.0;
  return std::fmod(whole, 2.0) == 0.0 ? edge : second_ * edge;
}

void MainsHash::beginStep(std::int64_t frame) noexcept {
  const auto cyclesAt = [&](std::int64_t n) {
    return mainsCycles(mains_, Seconds::of(static_cast<double>(n) / sampleRate_));
  };
  cycles_ = {cyclesAt(frame), cyclesAt(frame + kStep)};
}

void MainsHash::addWithin(std::span<double> mono, std::int64_t first, double part) noexcept {
  for (double& sample : mono) {
    const double gate = gateScale_ * gateAt(cycles_.at(part));
    // The noise is at its grain's place also while the gate is shut.
    if (gate > 0.0) sample += noiseRms_ * gate * noise_.at(first);
    sample += clickRms_ * clicks_.at(first);
    ++first;
    part += kPart;
  }
}

}  // namespace linecheck::simulation
