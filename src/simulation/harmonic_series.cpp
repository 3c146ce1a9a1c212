#include "simulation/harmonic_series.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"

namespace linecheck::simulation {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

// Golden-ratio steps: never aligned into a pulse, and the same each time.
double phaseOf(int order) {
  return kTurn * std::fmod(order * (std::numbers::phi - 1.0), 1.0);
}

}  // namespace

HarmonicSeries::HarmonicSeries(std::span<const HarmonicLevel> harmonics) {
  for (const HarmonicLevel& harmonic : harmonics) {
    if (!LC_VERIFY(harmonic.order >= 1 && harmonic.order <= kMaxOrder)) continue;
    coefficients_[static_cast<std::size_t>(harmonic.order)] +=
        std::polar(sinePeakFromDbfs(harmonic.level), phaseOf(harmonic.order));
    top_ = std::max(top_, harmonic.order);
  }
}

void HarmonicSeries::add(const HarmonicSeries& other) {
  for (std::size_t order = 1; order < coefficients_.size(); ++order) {
    coefficients_[order] += other.coefficients_[order];
  }
  top_ = std::max(top_, other.top_);
}

void HarmonicSeries::cutAbove(int order) {
  order = std::max(order, 0);
  for (; top_ > order; --top_) coefficients_[static_cast<std::size_t>(top_)] = 0.0;
}

double HarmonicSeries::at(double cycles) const {
  const double angle = kTurn * (cycles - std::floor(cycles));
  const std::complex<double> z(std::cos(angle), std::sin(angle));
  // Horner: one multiplication per order instead of a sine.
  double real = 0.0;
  double imaginary = 0.0;
  for (int order = top_; order >= 1; --order) {
    const auto& coefficient = coefficients_[static_cast<std::size_t>(order)];
    const double sumReal = real + coefficient.real();
    const double sumImaginary = imaginary + coefficient.imag();
    real = sumReal * z.real() - sumImaginary * z.imag();
    imaginary = sumReal * z.imag() + sumImaginary * z.real();
  }
  return imaginary;
}

}  // namespace linecheck::simulation
