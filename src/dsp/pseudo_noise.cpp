#include "dsp/pseudo_noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "dsp/kaiser.h"
#include "dsp/random.h"
#include "dsp/vector_code.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;

constexpr double kStopDecibels = 80.0;
constexpr double kLowestEdge = 100.0;
constexpr double kLoudest = -12.0;
// Taps are whole multiples of this. Coarse against the last bits in which libraries differ, fine
// against the stop band; all sums stay below 2⁵³ steps, so doubles add them exactly.
constexpr double kTapStep = 0x1p-32;

// Integral of cos(2π·f·n) from −f to f, the impulse response of an ideal low-pass.
double idealLowPass(double cyclesPerSample, double n) {
  if (n == 0.0) return 2.0 * cyclesPerSample;
  return std::sin(2.0 * pi * cyclesPerSample * n) / (pi * n);
}

// The middle tap and those behind it, as multiples of kTapStep.
std::vector<double> makeTaps(const PseudoNoiseSettings& settings, Hertz sampleRate) {
  const Hertz edge = settings.low.value() > 0.0 ? 0.5 * settings.low : sampleRate / 40.0;
  // Kaiser's design formulas (Oppenheim, Schafer, Discrete-Time Signal Processing, 7.5.3).
  const Kaiser kaiser(0.1102 * (kStopDecibels - 8.7));
  const double order = (kStopDecibels - 7.95) / (14.36 * (edge / sampleRate));
  const auto half = static_cast<std::size_t>(std::ceil(order / 2.0));
  const double high = (settings.high + 0.5 * edge) / sampleRate;
  const double low = settings.low.value() > 0.0 ? (settings.low - 0.5 * edge) / sampleRate : 0.0;

  std::vector<double> taps(half + 1);
  const double step = 0.5 / static_cast<double>(half + 1);
  Kaiser::Strip window{};
  double power = 0.0;
  for (std::size_t n = 0; n <= half; ++n) {
    if (n % Kaiser::kStrip == 0) kaiser.fill(0.5 + step * static_cast<double>(n), step, window);
    const auto lag = static_cast<double>(n);
    taps[n] = window[n % Kaiser::kStrip] * (idealLowPass(high, lag) - idealLowPass(low, lag));
    power += (n == 0 ? 1.0 : 2.0) * taps[n] * taps[n];
  }
  const double scale = rmsFromDbfs(settings.level) / std::sqrt(power) / kTapStep;
  for (double& tap : taps) tap = std::floor(scale * tap + 0.5);
  return taps;
}

// out[i] += tap · (early[i] + late[i])
LC_VECTOR_CODE void accumulate(double tap, const double* __restrict early,
                               const double* __restrict late, std::size_t count,
                               double* __restrict out) {
  for (std::size_t i = 0; i < count; ++i) out[i] += tap * (early[i] + late[i]);
}

}  // namespace

std::vector<double> pseudoNoise(const PseudoNoiseSettings& settings, Hertz sampleRate,
                                std::size_t length) {
  std::vector<double> samples(length);
  const Hertz edge = settings.low.value() > 0.0 ? 0.5 * settings.low : sampleRate / 40.0;
  const bool hasLow = settings.low.value() == 0.0 || settings.low.value() >= kLowestEdge;
  if (!LC_VERIFY(hasLow && settings.low < settings.high &&
                 settings.high + edge < 0.5 * sampleRate) ||
      !LC_VERIFY(settings.level <= DecibelsFs::of(kLoudest)) ||
      !LC_VERIFY(!settings.bits || (*settings.bits >= 8 && *settings.bits <= 32))) {
    return samples;
  }
  const auto taps = makeTaps(settings, sampleRate);
  const std::size_t half = taps.size() - 1;
  std::vector<double> signs(length + 2 * half);
  Random random(settings.seed);
  for (double& sign : signs) sign = random.bits() >> 63 != 0 ? 1.0 : -1.0;

  const double bitStep = settings.bits ? std::ldexp(1.0, 1 - *settings.bits) : kTapStep;
  constexpr std::size_t kBlock = 2048;
  for (std::size_t start = 0; start < length; start += kBlock) {
    const std::size_t count = std::min(kBlock, length - start);
    double* out = &samples[start];
    const double* centre = &signs[start + half];
    for (std::size_t i = 0; i < count; ++i) out[i] = taps[0] * centre[i];
    for (std::size_t n = 1; n <= half; ++n) accumulate(taps[n], centre - n, centre + n, count, out);
    for (std::size_t i = 0; i < count; ++i) {
      const double steps = std::floor(out[i] * (kTapStep / bitStep) + 0.5);
      out[i] = std::clamp(steps * bitStep, -1.0, 1.0 - bitStep);
    }
  }
  return samples;
}

}  // namespace linecheck::dsp
