#include "diagnosis/hum_pattern.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linecheck::diagnosis {
namespace {

// Amplitude and its standard error, in units of full scale.
struct Line {
  double amplitude = 0.0;
  double standardError = 0.0;
};

Line lineOf(const dsp::HumHarmonic& harmonic) {
  if (harmonic.level.isSilent()) return {};
  const double value = sinePeakFromDbfs(harmonic.level);
  return {value, value * harmonic.levelStandardError.value() / kDecibelsPerNeper};
}

// The power of a group of harmonics: known where any of them is detected, else bounded.
struct Group {
  bool detected = false;
  double power = 0.0;     // Of the detected ones.
  double variance = 0.0;  // Of that power.
  double bound = 0.0;     // What the whole group does not exceed.

  void add(const dsp::HumHarmonic& harmonic) {
    const Line line = lineOf(harmonic);
    const double highest = line.amplitude + 2.0 * line.standardError;
    bound += highest * highest;
    if (!harmonic.detected) return;
    detected = true;
    power += line.amplitude * line.amplitude;
    variance += std::pow(2.0 * line.amplitude * line.standardError, 2);
  }

  [[nodiscard]] double relativeVariance() const { return variance / (power * power); }
};

Ratio ratioOf(const Group& numerator, const Group& denominator) {
  using Kind = Ratio::Kind;
  if (numerator.detected && denominator.detected) {
    const double relative = numerator.relativeVariance() + denominator.relativeVariance();
    return {Kind::measured, Decibels::fromPowerRatio(numerator.power / denominator.power),
            Decibels::of(kDecibelsPerNeper / 2.0 * std::sqrt(relative))};
  }
  if (denominator.detected) {
    return {Kind::atMost, Decibels::fromPowerRatio(numerator.bound / denominator.power), {}};
  }
  if (numerator.detected) {
    return {Kind::atLeast, Decibels::fromPowerRatio(numerator.power / denominator.bound), {}};
  }
  return {Kind::atMost, Decibels::of(std::numeric_limits<double>::infinity()), {}};
}

// Least squares of level against log2(order), over detected odd orders.
std::optional<Decay> decayOf(const dsp::HumEstimate& hum) {
  double n = 0.0, sx = 0.0, sy = 0.0, sxx = 0.0, sxy = 0.0, syy = 0.0, noise = 0.0;
  for (const dsp::HumHarmonic& harmonic : hum.harmonics) {
    if (harmonic.order < 3 || harmonic.order % 2 == 0 || !harmonic.detected) continue;
    const double x = std::log2(harmonic.order), y = harmonic.level.value();
    n += 1.0, sx += x, sy += y, sxx += x * x, sxy += x * y, syy += y * y;
    noise += std::pow(harmonic.levelStandardError.value(), 2);
  }
  if (n < 4.0) return std::nullopt;
  const double spread = sxx - sx * sx / n, common = sxy - sx * sy / n;
  const double slope = common / spread;
  const double rest = std::max(0.0, syy - sy * sy / n - slope * common);
  return Decay{slope, std::sqrt(std::max(rest / (n - 2.0), noise / n) / spread)};
}

}  // namespace

std::optional<HumPattern> humPattern(const dsp::HumEstimate& hum) {
  if (!hum.present) return std::nullopt;
  Group fundamental, odd, even, oddAboveFundamental, high, triple, notTriple;
  for (const dsp::HumHarmonic& harmonic : hum.harmonics) {
    if (harmonic.covered) continue;  // That is the test tone's level.
    const int order = harmonic.order;
    if (order == 1) fundamental.add(harmonic);
    if (order <= 10) (order % 2 == 0 ? even : odd).add(harmonic);
    if (order % 2 == 1 && order >= 3 && order <= 9) oddAboveFundamental.add(harmonic);
    if (order >= 11) high.add(harmonic);
    if (order % 2 == 1 && order >= 3 && order <= 15) {
      (order % 3 == 0 ? triple : notTriple).add(harmonic);
    }
  }
  return HumPattern{ratioOf(even, odd), ratioOf(oddAboveFundamental, fundamental),
                    ratioOf(high, fundamental), ratioOf(triple, notTriple), decayOf(hum)};
}

}  // namespace linecheck::diagnosis
