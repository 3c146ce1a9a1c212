#include "support/diagnosis/programme.h"

#include <algorithm>
#include <cmath>

namespace linecheck::testing {
namespace {

constexpr double kHighestPeak = 0.891;  // −1 dBFS.

}  // namespace

StereoSamples makeProgramme(const ProgrammeConfig& config) {
  const auto frames =
      static_cast<std::size_t>(std::llround(config.length.value() * config.sampleRate));
  StereoSamples samples = config.kind == ProgrammeKind::music
                              ? makeMusic(config.seed, config.sampleRate, frames)
                              : makeVoice(config.seed, config.sampleRate, frames);
  double power = 0.0;
  double peak = 0.0;
  for (const auto& channel : samples) {
    for (const double sample : channel) {
      power += sample * sample / (2.0 * static_cast<double>(frames));
      peak = std::max(peak, std::abs(sample));
    }
  }
  if (power == 0.0) return samples;
  const double scale = std::min(rmsFromDbfs(config.level) / std::sqrt(power), kHighestPeak / peak);
  for (auto& channel : samples) {
    for (double& sample : channel) sample *= scale;
  }
  return samples;
}

std::vector<Stretch> pausesIn(const StereoSamples& programme, int sampleRate, Seconds shortest) {
  std::vector<Stretch> pauses;
  const auto least = static_cast<std::size_t>(shortest.value() * sampleRate);
  const std::size_t frames = programme[0].size();
  for (std::size_t begin = 0; begin < frames; ++begin) {
    std::size_t end = begin;
    while (end < frames && programme[0][end] == 0.0 && programme[1][end] == 0.0) ++end;
    if (end - begin >= std::max<std::size_t>(least, 1)) pauses.push_back({begin, end});
    begin = end;
  }
  return pauses;
}

}  // namespace linecheck::testing
