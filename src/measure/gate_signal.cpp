#include "measure/gate_signal.h"

#include <algorithm>
#include <cmath>

#include "dsp/generators.h"

namespace linecheck::measure::gate {

std::string noiseId(int output) {
  return "gate.noise." + std::to_string(output + 1);
}

Hertz toneFor(int output) {
  return Hertz::of(997.0) + static_cast<double>(output) * Hertz::of(502.0);
}

std::vector<double> noiseFor(int output, int sampleRate, DecibelsFs level) {
  constexpr std::uint64_t kSeed = 0x6C696E65;
  constexpr Seconds kEdge = Seconds::ofMilli(5.0);
  const auto frames = static_cast<std::size_t>(std::llround(kNoiseLength.value() * sampleRate));
  auto noise =
      dsp::whiteNoise(DecibelsFs::of(0.0), frames, kSeed + static_cast<std::uint64_t>(output));
  dsp::applyRamps(noise, Hertz::of(sampleRate), kEdge);
  const double peak = std::abs(*std::max_element(
      noise.begin(), noise.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
  const double scale = sinePeakFromDbfs(level) / peak;
  for (double& sample : noise) sample *= scale;
  return noise;
}

}  // namespace linecheck::measure::gate
