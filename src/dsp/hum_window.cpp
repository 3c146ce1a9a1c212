#include "dsp/hum_window.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dsp/kaiser.h"

namespace linecheck::dsp::hum {

using std::numbers::pi;

double kaiserBeta(double bins) {
  return pi * std::sqrt(std::max(0.0, bins * bins - 1.0));
}

std::vector<double> kaiserWindow(std::size_t length, double beta) {
  const Kaiser kaiser(beta);
  const double step = 1.0 / static_cast<double>(length);
  std::vector<double> window(length);
  Kaiser::Strip strip{};
  const std::size_t half = (length + 1) / 2;
  for (std::size_t start = 0; start < half; start += Kaiser::kStrip) {
    kaiser.fill((static_cast<double>(start) + 0.5) * step, step, strip);
    const std::size_t end = std::min(start + Kaiser::kStrip, half);
    for (std::size_t n = start; n < end; ++n) {
      window[n] = window[length - 1 - n] = strip[n - start];
    }
  }
  return window;
}

double kaiserTransform(double bins, double beta) {
  const double square = beta * beta - pi * pi * bins * bins;
  const double scale = beta > 0.0 ? std::sinh(beta) / beta : 1.0;
  const double root = std::sqrt(std::abs(square));
  if (root < 1e-6) return 1.0 / scale;
  return (square > 0.0 ? std::sinh(root) : std::sin(root)) / root / scale;
}

}  // namespace linecheck::dsp::hum
