#include "simulation/scene/scene_sound.h"

#include <algorithm>

#include "base/check.h"
#include "simulation/scene/draws.h"

namespace linecheck::simulation {
namespace {

constexpr std::size_t kBlock = 512;
// What lies below this cannot be told from silence even by a converter of 24 bits.
constexpr double kInaudible = 1e-9;

}  // namespace

SceneSound::SceneSound(std::uint64_t seed, const Mains& mains, int sampleRate) {
  const Draws draws(seed);
  for (const NoiseKind kind : kNoiseKinds) {
    NoiseSourceConfig config;
    config.kind = kind;
    config.level = DecibelsFs::of(0.0);
    config.seed = draws.seedOf(noiseKindId(kind));
    config.mains = mains;
    config.sampleRate = sampleRate;
    noises_.emplace_back(config);
  }
  for (auto& samples : one_) samples.resize(kBlock);
}

void SceneSound::addTo(std::span<double> left, std::span<double> right, std::int64_t first,
                       const NoiseGains& gains) noexcept {
  if (!LC_VERIFY(left.size() == right.size())) return;
  for (std::size_t begin = 0; begin < left.size(); begin += kBlock) {
    const std::size_t count = std::min(kBlock, left.size() - begin);
    const auto oneLeft = std::span(one_[0]).first(count);
    const auto oneRight = std::span(one_[1]).first(count);
    for (std::size_t kind = 0; kind < noises_.size(); ++kind) {
      const double gain = gains.at(kind);
      if (gain < kInaudible) continue;
      std::fill(oneLeft.begin(), oneLeft.end(), 0.0);
      std::fill(oneRight.begin(), oneRight.end(), 0.0);
      noises_[kind].addTo(oneLeft, oneRight, first + static_cast<std::int64_t>(begin));
      for (std::size_t i = 0; i < count; ++i) {
        left[begin + i] += gain * oneLeft[i];
        right[begin + i] += gain * oneRight[i];
      }
    }
  }
}

Decibels SceneSound::activity(NoiseKind kind, std::int64_t first, std::size_t frames) {
  NoiseGains gains{};
  const auto* const place = std::find(kNoiseKinds.begin(), kNoiseKinds.end(), kind);
  gains.at(static_cast<std::size_t>(place - kNoiseKinds.begin())) = 1.0;
  double most = 0.0;
  for (const std::vector<double>& samples : capture(gains, first, frames)) {
    double sum = 0.0;
    for (const double sample : samples) sum += sample * sample;
    most = std::max(most, sum / static_cast<double>(frames));
  }
  return dbfsFromMeanSquare(most) - DecibelsFs::of(0.0);
}

std::vector<std::vector<double>> SceneSound::capture(const NoiseGains& gains, std::int64_t first,
                                                     std::size_t frames) {
  std::vector<std::vector<double>> channels(2, std::vector<double>(frames));
  addTo(channels[0], channels[1], first, gains);
  return channels;
}

}  // namespace linecheck::simulation
