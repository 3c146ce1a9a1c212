#include "dsp/peak_pick.h"

#include <algorithm>
#include <cmath>

namespace linecheck::dsp {
namespace {

SpectralPeak interpolated(std::span<const float> powers, std::size_t k) {
  const double centre = powers[k];
  // Without three positive powers there is no parabola through their logarithms.
  if (!(powers[k - 1] > 0.0F) || !(powers[k + 1] > 0.0F)) return {static_cast<double>(k), centre};
  const double a = std::log(static_cast<double>(powers[k - 1]));
  const double b = std::log(centre);
  const double c = std::log(static_cast<double>(powers[k + 1]));
  const double curvature = a - 2.0 * b + c;
  if (curvature >= 0.0) return {static_cast<double>(k), centre};
  const double offset = std::clamp(0.5 * (a - c) / curvature, -0.5, 0.5);
  return {static_cast<double>(k) + offset, std::exp(b - 0.25 * (a - c) * offset)};
}

}  // namespace

std::optional<SpectralPeak> highestPeak(std::span<const float> powers, std::size_t first,
                                        std::size_t last) {
  if (powers.size() < 3) return std::nullopt;
  first = std::max<std::size_t>(first, 1);
  last = std::min(last, powers.size() - 2);
  std::optional<std::size_t> best;
  for (std::size_t k = first; k <= last; ++k) {
    const bool isTop = powers[k] > powers[k - 1] && powers[k] >= powers[k + 1];
    if (isTop && (!best || powers[k] > powers[*best])) best = k;
  }
  if (!best) return std::nullopt;
  return interpolated(powers, *best);
}

}  // namespace linecheck::dsp
