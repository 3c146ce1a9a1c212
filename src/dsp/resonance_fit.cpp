#include "dsp/resonance_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <span>

namespace linecheck::dsp {
namespace {

using Complex = std::complex<double>;
constexpr int kUnknowns = 5;
using Unknowns = Eigen::Matrix<double, kUnknowns, 1>;  // R, X, P in ohms, ln f0, ln Q.

constexpr double kHalfOctave = 1.4142135623730951;
constexpr double kClearHump = 1.05;

Complex modelAt(const Unknowns& u, double frequency) {
  const double x = frequency / std::exp(u[3]);
  return Complex(u[0], u[1]) + u[2] / Complex(1.0, std::exp(u[4]) * (x - 1.0 / x));
}

struct Linear {
  Eigen::MatrixXd slopes;
  Eigen::VectorXd rest;
};

Linear linearAt(const Unknowns& u, std::span<const ResonancePoint> points) {
  const auto rows = static_cast<Eigen::Index>(2 * points.size());
  Linear linear{Eigen::MatrixXd(rows, kUnknowns), Eigen::VectorXd(rows)};
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(2 * i);
    const double f0 = std::exp(u[3]);
    const double quality = std::exp(u[4]);
    const double x = points[i].frequency / f0;
    const Complex below = Complex(1.0, quality * (x - 1.0 / x));
    const Complex perBelow = -u[2] / (below * below);
    const std::array<Complex, kUnknowns> slopes = {
        Complex(1.0, 0.0), Complex(0.0, 1.0), 1.0 / below,
        perBelow * Complex(0.0, -quality * (x + 1.0 / x)),
        perBelow * Complex(0.0, quality * (x - 1.0 / x))};
    for (Eigen::Index k = 0; k < kUnknowns; ++k) {
      const Complex slope = slopes[static_cast<std::size_t>(k)];
      linear.slopes(row, k) = slope.real();
      linear.slopes(row + 1, k) = slope.imag();
    }
    const Complex rest = points[i].ohms - modelAt(u, points[i].frequency);
    linear.rest[row] = rest.real();
    linear.rest[row + 1] = rest.imag();
  }
  return linear;
}

double costOf(const Unknowns& u, std::span<const ResonancePoint> points) {
  double cost = 0.0;
  for (const ResonancePoint& point : points) {
    cost += std::norm(point.ohms - modelAt(u, point.frequency));
  }
  return cost;
}

// Levenberg and Marquardt.
Unknowns refined(Unknowns u, std::span<const ResonancePoint> points) {
  double damping = 1e-3;
  double cost = costOf(u, points);
  for (int turn = 0; turn < 60; ++turn) {
    const Linear linear = linearAt(u, points);
    Eigen::MatrixXd normal = linear.slopes.transpose() * linear.slopes;
    normal.diagonal() *= 1.0 + damping;
    const Unknowns step = normal.ldlt().solve(linear.slopes.transpose() * linear.rest);
    const Unknowns next = u + step;
    const double nextCost = costOf(next, points);
    if (!(nextCost <= cost)) {
      damping *= 10.0;
      if (damping > 1e9) break;
      continue;
    }
    const bool isSettled = step.norm() < 1e-12 * (1.0 + next.norm());
    u = next;
    cost = nextCost;
    damping = std::max(1e-12, 0.1 * damping);
    if (isSettled) break;
  }
  return u;
}

double magnitude(const ResonancePoint& point) {
  return std::abs(point.ohms);
}

// The first point that is the greatest in half an octave to either side and stands out of what
// lies an octave away.
std::optional<std::size_t> humpIn(std::span<const ResonancePoint> curve, double highest) {
  for (std::size_t i = 1; i + 1 < curve.size() && curve[i].frequency < highest; ++i) {
    const auto leastWithin = [&](double from, double to) {
      double least = magnitude(curve[i]);
      for (const ResonancePoint& point : curve) {
        if (point.frequency >= from && point.frequency <= to) {
          least = std::min(least, magnitude(point));
        }
      }
      return least;
    };
    const double f = curve[i].frequency;
    const bool isGreatest =
        std::all_of(curve.begin(), curve.end(), [&](const ResonancePoint& other) {
          return other.frequency < f / kHalfOctave || other.frequency > f * kHalfOctave ||
                 magnitude(other) <= magnitude(curve[i]);
        });
    if (!isGreatest) continue;
    const double around = std::max(leastWithin(0.0, f), leastWithin(f, 4.0 * f));
    if (magnitude(curve[i]) > kClearHump * around &&
        magnitude(curve[i]) > around + 6.0 * curve[i].noise) {
      return i;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Resonance> fitResonance(std::span<const ResonancePoint> curve, double highest) {
  const auto top = humpIn(curve, highest);
  if (!top) return std::nullopt;
  const double f = curve[*top].frequency;
  const auto from = std::find_if(curve.begin(), curve.end(), [f](const ResonancePoint& point) {
    return point.frequency >= f / kHalfOctave;
  });
  const auto to = std::find_if(from, curve.end(), [f](const ResonancePoint& point) {
    return point.frequency > f * kHalfOctave;
  });
  const std::span<const ResonancePoint> points(from, to);
  // As many equations as unknowns would tell nothing of the error.
  if (2 * points.size() <= static_cast<std::size_t>(kUnknowns)) return std::nullopt;

  double least = magnitude(curve[*top]);
  for (const ResonancePoint& point : curve) least = std::min(least, magnitude(point));
  std::optional<Unknowns> best;
  // The valley of a narrow resonance is not found from far away.
  for (const double quality : {0.5, 2.0, 8.0}) {
    Unknowns start;
    start << least, 0.0, magnitude(curve[*top]) - least, std::log(f), std::log(quality);
    const Unknowns found = refined(start, points);
    if (found.allFinite() && (!best || costOf(found, points) < costOf(*best, points))) best = found;
  }
  if (!best || std::exp((*best)[3]) < points.front().frequency ||
      std::exp((*best)[3]) > points.back().frequency) {
    return std::nullopt;
  }

  Resonance result;
  const Linear linear = linearAt(*best, points);
  const double spare = static_cast<double>(2 * points.size()) - kUnknowns;
  const Eigen::MatrixXd spread = (linear.slopes.transpose() * linear.slopes).inverse();
  const double variance = linear.rest.squaredNorm() / spare;
  // Where the magnitude is greatest: a parabola through close neighbours, to which a reactance
  // beside the resonance moves it.
  const double f0 = std::exp((*best)[3]);
  const double step = 0.01;
  double at = std::log(f0);
  for (int turn = 0; turn < 30; ++turn) {
    const double below = std::abs(modelAt(*best, std::exp(at - step)));
    const double here = std::abs(modelAt(*best, std::exp(at)));
    const double above = std::abs(modelAt(*best, std::exp(at + step)));
    const double bend = below - 2.0 * here + above;
    if (!(bend < 0.0)) break;
    at += std::clamp(0.5 * step * (below - above) / bend, -step, step);
  }
  result.frequency = std::exp(at);
  result.frequencyError = f0 * std::sqrt(std::max(0.0, variance * spread(3, 3)));
  result.ohms = std::abs(modelAt(*best, result.frequency));
  result.quality = std::exp((*best)[4]);
  return result;
}

}  // namespace linecheck::dsp
