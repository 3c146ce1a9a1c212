#include "simulation/stereo_noise.h"

#include <algorithm>

#include "base/check.h"
#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

constexpr std::size_t kBlock = 256;
constexpr std::uint64_t kRightStream = 0x5EC0;

}  // namespace

StereoNoise::StereoNoise(const NoiseSourceConfig& config)
    : gains_(channelGains(config.kind, config.seed)), mono_(kBlock) {
  sources_[0] = makeNoiseSource(config);
  if (!isOwnPerChannel(config.kind)) return;
  NoiseSourceConfig right = config;
  right.seed = randomBitsAt(config.seed, kRightStream);
  sources_[1] = makeNoiseSource(right);
}

void StereoNoise::addTo(std::span<double> left, std::span<double> right,
                        std::int64_t first) noexcept {
  if (!LC_VERIFY(left.size() == right.size())) return;
  const std::array<std::span<double>, 2> channels{left, right};
  for (std::size_t begin = 0; begin < left.size(); begin += kBlock) {
    const auto mono = std::span(mono_).first(std::min(kBlock, left.size() - begin));
    for (std::size_t channel = 0; channel < channels.size(); ++channel) {
      if (auto* const source = sources_.at(channel).get(); source != nullptr) {
        std::fill(mono.begin(), mono.end(), 0.0);
        source->addTo(mono, first + static_cast<std::int64_t>(begin));
      }
      for (std::size_t i = 0; i < mono.size(); ++i) {
        channels.at(channel)[begin + i] += gains_.at(channel) * mono[i];
      }
    }
  }
}

}  // namespace linecheck::simulation
