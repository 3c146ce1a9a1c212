#include "dsp/quantize.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "dsp/random.h"

namespace linecheck::dsp {

void quantize(std::span<double> samples, int bits, Dither dither, std::uint64_t seed) {
  if (!LC_VERIFY(bits >= 2 && bits <= 32)) return;
  const double steps = std::ldexp(1.0, bits - 1);
  Random random(seed);
  for (double& sample : samples) {
    double scaled = sample * steps;
    if (dither == Dither::triangular) scaled += random.triangular();
    sample = std::clamp(std::floor(scaled + 0.5), -steps, steps - 1.0) / steps;
  }
}

void quantizeToFloat(std::span<double> samples) {
  for (double& sample : samples) sample = static_cast<double>(static_cast<float>(sample));
}

}  // namespace linecheck::dsp
