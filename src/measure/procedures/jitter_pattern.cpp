#include "measure/procedures/jitter_pattern.h"

#include <cmath>
#include <numbers>

namespace linecheck::measure {
namespace {

constexpr double kSteps = 8388608.0;  // 2²³ to full scale.
constexpr std::size_t kTonePeriod = 4;
constexpr std::size_t kHalfToggle = 96;

}  // namespace

int JitterPattern::stretch() const {
  constexpr int kDouble = 64'000;
  constexpr int kQuadruple = 128'000;
  if (sampleRate > kQuadruple) return 4;
  return sampleRate > kDouble ? 2 : 1;
}

Hertz JitterPattern::tone() const {
  return Hertz::of(sampleRate) / (static_cast<double>(kTonePeriod) * stretch());
}

Hertz JitterPattern::toggle() const {
  return Hertz::of(sampleRate) / (2.0 * static_cast<double>(kHalfToggle) * stretch());
}

std::int32_t JitterPattern::word(std::size_t n) const {
  const auto times = static_cast<std::size_t>(stretch());
  const std::size_t period = kTonePeriod * times;
  // Half a sample off the zero crossings: two samples of the same size stand side by side.
  const double turned = (static_cast<double>(n % period) + 0.5) / static_cast<double>(period);
  const double sine = -sinePeakFromDbfs(level) * std::sin(2.0 * std::numbers::pi * turned);
  const bool isLower = n / (kHalfToggle * times) % 2 == 1;
  return static_cast<std::int32_t>(std::lround(kSteps * sine)) - (isLower ? 1 : 0);
}

std::vector<double> JitterPattern::samples(std::size_t count) const {
  std::vector<double> result(count);
  const std::size_t period = 2 * kHalfToggle * static_cast<std::size_t>(stretch());
  for (std::size_t n = 0; n < count; ++n) {
    result[n] = n < period ? word(n) / kSteps : result[n - period];
  }
  return result;
}

}  // namespace linecheck::measure
