#include "measure/procedures/clipped_sine.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace linecheck::measure {

using std::numbers::pi;

double clippedSineHarmonic(double limit, int order) {
  const double angle = std::asin(std::clamp(limit, 0.0, 1.0));
  if (order == 1) return 2.0 / pi * (angle + std::sin(angle) * std::cos(angle));
  const double n = order;
  const double round =
      std::sin((n - 1.0) * angle) / (n - 1.0) - std::sin((n + 1.0) * angle) / (n + 1.0);
  const double flat = 2.0 * limit / n * std::cos(n * angle);
  return 2.0 / pi * (round + flat);
}

double clippingLimit(double fundamental) {
  if (fundamental >= 1.0) return 1.0;
  double low = 0.0;
  double high = 1.0;
  // Monotone: halved to the last digit.
  for (int i = 0; i < 60; ++i) {
    const double middle = 0.5 * (low + high);
    (clippedSineHarmonic(middle, 1) < fundamental ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace linecheck::measure
