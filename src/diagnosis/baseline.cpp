#include "diagnosis/baseline.h"

#include <algorithm>
#include <cmath>

namespace linecheck::diagnosis {
namespace {

constexpr double kErrorsToTell = 2.0;

struct Amplitude {
  double value = 0.0;
  double error = 0.0;
};

Amplitude amplitudeOf(const dsp::HumHarmonic& line) {
  const double value = sinePeakFromDbfs(line.level);
  return {value, value * line.levelStandardError.value() / kDecibelsPerNeper};
}

Strength over(Amplitude all, Amplitude own) {
  const double power = all.value * all.value - own.value * own.value;
  const double error = std::sqrt(4.0 * std::pow(all.value * all.error, 2) +
                                 4.0 * std::pow(own.value * own.error, 2) +
                                 2.0 * std::pow(all.value * own.value, 2));
  if (power < kErrorsToTell * error) {
    return {dbfsFromSinePeak(all.value + own.value), {}, true};
  }
  return {dbfsFromSinePeak(std::sqrt(power)),
          Decibels::of(kDecibelsPerNeper * error / (2.0 * power)), false};
}

}  // namespace

std::vector<HarmonicExcess> overBaseline(const dsp::HumEstimate& hum,
                                         const dsp::HumEstimate& baseline) {
  std::vector<HarmonicExcess> result;
  for (const dsp::HumHarmonic& line : hum.harmonics) {
    if (!line.detected) continue;
    const auto own = std::find_if(baseline.harmonics.begin(), baseline.harmonics.end(),
                                  [&](const auto& one) { return one.order == line.order; });
    const bool isThere = own != baseline.harmonics.end() && own->detected;
    result.push_back({line.order, isThere ? over(amplitudeOf(line), amplitudeOf(*own))
                                          : Strength{line.level, line.levelStandardError, false}});
  }
  return result;
}

}  // namespace linecheck::diagnosis
