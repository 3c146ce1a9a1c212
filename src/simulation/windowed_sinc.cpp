#include "simulation/windowed_sinc.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace linecheck::simulation {
namespace {

double besselI0(double x) {
  double sum = 1.0;
  double term = 1.0;
  for (double k = 1.0; term > 1e-17 * sum; ++k) {
    term *= x * x / (4.0 * k * k);
    sum += term;
  }
  return sum;
}

}  // namespace

WindowedSinc::WindowedSinc(double cutoff, double halfWidth, double beta)
    : cutoff_(cutoff), halfWidth_(halfWidth), beta_(beta), window_(beta) {}

void WindowedSinc::fill(double start, double step, std::span<double> values) const {
  dsp::Kaiser::Strip strip{};
  for (std::size_t first = 0; first < values.size(); first += strip.size()) {
    const double from = start + step * static_cast<double>(first);
    window_.fill(0.5 + 0.5 * from / halfWidth_, 0.5 * step / halfWidth_, strip);
    const std::size_t count = std::min(strip.size(), values.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      const double t = from + step * static_cast<double>(i);
      const double angle = 2.0 * std::numbers::pi * cutoff_ * t;
      const double sinc = std::abs(angle) < 1e-9 ? 1.0 : std::sin(angle) / angle;
      values[first + i] = std::abs(t) < halfWidth_ ? 2.0 * cutoff_ * sinc * strip[i] : 0.0;
    }
  }
}

double WindowedSinc::response(double frequency) const {
  return windowIntegral(cutoff_ + frequency) + windowIntegral(cutoff_ - frequency);
}

// From 0 to the frequency, by Simpson's rule. Beyond four main lobes next to nothing is left.
double WindowedSinc::windowIntegral(double frequency) const {
  const double scale = 2.0 * halfWidth_ / besselI0(beta_);
  const auto transform = [&](double at) {
    const double turn = 2.0 * std::numbers::pi * at * halfWidth_;
    const double square = beta_ * beta_ - turn * turn;
    if (std::abs(square) < 1e-12) return scale;
    const double root = std::sqrt(std::abs(square));
    return scale * (square > 0.0 ? std::sinh(root) : std::sin(root)) / root;
  };
  const double far = 4.0 * beta_ / (2.0 * std::numbers::pi * halfWidth_);
  const double end = std::min(std::abs(frequency), far);
  constexpr int kSteps = 800;
  double sum = transform(0.0) + transform(end);
  for (int i = 1; i < kSteps; ++i) {
    sum += (i % 2 == 1 ? 4.0 : 2.0) * transform(end * static_cast<double>(i) / kSteps);
  }
  return std::copysign(sum * end / (3.0 * kSteps), frequency);
}

}  // namespace linecheck::simulation
