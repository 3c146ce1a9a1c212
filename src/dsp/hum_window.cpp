#include "dsp/hum_window.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace linecheck::dsp::hum {

using std::numbers::pi;

double kaiserBeta(double bins) {
  return pi * std::sqrt(std::max(0.0, bins * bins - 1.0));
}

std::vector<double> kaiserWindow(std::size_t length, double beta) {
  // I0(β√(1 − u²)) = Σ (β²/4)^k (1 − u²)^k / (k!)²
  std::vector<double> terms = {1.0};
  double sum = 1.0;
  for (int k = 1; terms.back() > 1e-17 * sum; ++k) {
    terms.push_back(terms.back() * beta * beta / (4.0 * k * k));
    sum += terms.back();
  }
  for (double& term : terms) term /= sum;

  std::vector<double> window(length);
  const auto half = static_cast<Eigen::Index>((length + 1) / 2);
  Eigen::Map<Eigen::ArrayXd> w(window.data(), half);
  const double cell = 2.0 / static_cast<double>(length);
  // A chunk stays in the nearest cache while the polynomial passes over it.
  constexpr Eigen::Index kChunk = 512;
  Eigen::ArrayXd y(kChunk);
  for (Eigen::Index first = 0; first < half; first += kChunk) {
    const Eigen::Index size = std::min(kChunk, half - first);
    for (Eigen::Index i = 0; i < size; ++i) {
      const double u = (static_cast<double>(first + i) + 0.5) * cell - 1.0;
      y[i] = 1.0 - u * u;
    }
    auto value = w.segment(first, size);
    value.setConstant(terms.back());
    for (std::size_t k = terms.size() - 1; k-- > 0;) value = value * y.head(size) + terms[k];
  }
  std::reverse_copy(window.begin(), window.begin() + static_cast<std::ptrdiff_t>(length / 2),
                    window.end() - static_cast<std::ptrdiff_t>(length / 2));
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
