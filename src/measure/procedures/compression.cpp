#include "measure/procedures/compression.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "measure/procedures/clipped_sine.h"

namespace linecheck::measure {
namespace {

struct Point {
  double level = 0.0;  // dBFS, played.
  double power = 0.0;  // Of that, 1 at 0 dBFS.
  double gain = 0.0;   // dB.
  double error = 0.0;  // dB.
};

// gain = a + b·power by weighted least squares, where b is small: a slightly curved transfer
// function, −54 dB of third harmonic at full scale.
class Baseline {
 public:
  void add(const Point& point) {
    const double weight = 1.0 / (point.error * point.error);
    weights_ += weight;
    powers_ += weight * point.power;
    squares_ += weight * point.power * point.power;
    gains_ += weight * point.gain;
    products_ += weight * point.gain * point.power;
  }
  [[nodiscard]] double at(double power) const {
    const double start = squares_ * gains_ - powers_ * products_;
    const double bend = weights_ * products_ - powers_ * gains_;
    return (start + bend * power) / determinant();
  }
  [[nodiscard]] double errorAt(double power) const {
    return std::sqrt((squares_ - 2.0 * powers_ * power + weights_ * power * power) / determinant());
  }

 private:
  [[nodiscard]] double determinant() const { return weights_ * squares_ - powers_ * powers_; }

  static constexpr double kBend = 0.05;  // dB at full scale.

  double weights_ = 0.0;
  double powers_ = 0.0;
  double squares_ = 1.0 / (kBend * kBend);
  double gains_ = 0.0;
  double products_ = 0.0;
};

std::vector<Point> pointsOf(std::span<const DecibelsFs> levels,
                            std::span<const StepReading> steps) {
  // A quantised chain's own steps, and what else moves a gain.
  constexpr double kSmallest = 2e-4;
  std::vector<Point> points;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double level = levels[i].value();
    points.push_back(
        {level, std::pow(10.0, level / 10.0), 20.0 * std::log10(steps[i].amplitude) - level,
         std::hypot(kSmallest, kDecibelsPerNeper * steps[i].error / steps[i].amplitude)});
  }
  return points;
}

// Loss in dB that stands out.
double detectable(const Baseline& baseline, const Point& point) {
  constexpr double kErrors = 5.0;
  return kErrors * std::hypot(baseline.errorAt(point.power), point.error);
}

// What each step past the first lossy one tells of a limit.
struct LimitEstimate {
  double over = 0.0;   // dB above the limit.
  double limit = 0.0;  // dBFS, played.
  double error = 0.0;
  double harmonicExcess = 0.0;  // dB of third harmonic above that of a clipped sine.
};

LimitEstimate hardLimit(const Point& point, double loss, double error, const StepReading& step) {
  const auto limitFor = [](double lost) {
    return clippingLimit(std::pow(10.0, -std::max(lost, 0.0) / 20.0));
  };
  const double ratio = limitFor(loss);
  const double slope =
      20.0 * (std::log10(limitFor(loss + error)) - std::log10(limitFor(loss - error))) / 2.0;
  LimitEstimate estimate;
  estimate.over = -20.0 * std::log10(ratio);
  estimate.limit = point.level - estimate.over;
  estimate.error = std::abs(slope);
  if (step.harmonics.size() > 1) {
    const double expected = std::abs(clippedSineHarmonic(ratio, 3)) / clippedSineHarmonic(ratio, 1);
    estimate.harmonicExcess = 20.0 * std::log10(step.harmonics[1] / step.amplitude / expected);
  }
  return estimate;
}

struct Mean {
  double value = 0.0;
  double error = 0.0;
  double spread = 0.0;
};

template <class Value>
Mean meanOf(std::span<const LimitEstimate> estimates, Value value) {
  double weights = 0.0;
  double sum = 0.0;
  for (const auto& estimate : estimates) {
    const double weight = 1.0 / (estimate.error * estimate.error + 1e-6);
    weights += weight;
    sum += weight * value(estimate);
  }
  Mean mean{sum / weights, std::sqrt(1.0 / weights), 0.0};
  for (const auto& estimate : estimates) {
    mean.spread = std::max(mean.spread, std::abs(value(estimate) - mean.value));
  }
  return mean;
}

// The level at which the loss reaches the criterion: the loss grows like a power of what lies
// above the onset, so its logarithm is interpolated.
std::optional<double> softLevel(std::span<const Point> points, std::span<const double> losses,
                                std::size_t first) {
  const double wanted = std::log(kSoftCriterion.value());
  for (std::size_t i = std::max<std::size_t>(first, 1); i < points.size(); ++i) {
    if (losses[i] < kSoftCriterion.value()) continue;
    if (losses[i - 1] <= 0.0) return points[i].level;
    // Lagrange through up to three points about the crossing.
    const std::size_t begin = i >= first + 2 ? i - 2 : i - 1;
    const std::size_t end = std::min(points.size(), begin + (i >= first + 2 ? 4 : 3));
    double level = 0.0;
    for (std::size_t j = begin; j < end; ++j) {
      double term = points[j].level;
      for (std::size_t k = begin; k < end; ++k) {
        if (k == j) continue;
        term *= (wanted - std::log(losses[k])) / (std::log(losses[j]) - std::log(losses[k]));
      }
      level += term;
    }
    return std::clamp(level, points[i - 1].level, points[i].level);
  }
  return std::nullopt;
}

void describe(std::span<const Point> points, std::span<const StepReading> steps,
              const Baseline& baseline, Compression& result) {
  std::vector<LimitEstimate> hard;
  std::vector<LimitEstimate> limiter;
  constexpr double kFarthest = 4.0;  // dB over the limit: beyond, other stages come in.
  for (std::size_t i = result.first; i < points.size(); ++i) {
    const double error = std::hypot(points[i].error, baseline.errorAt(points[i].power));
    const auto estimate = hardLimit(points[i], result.losses[i], error, steps[i]);
    if (!hard.empty() && points[i].level > points[result.first].level + kFarthest) break;
    hard.push_back(estimate);
    limiter.push_back(
        {result.losses[i], points[i].level - result.losses[i], error, estimate.harmonicExcess});
  }
  const auto limitOf = [](const LimitEstimate& estimate) { return estimate.limit; };
  const auto excessOf = [](const LimitEstimate& estimate) { return estimate.harmonicExcess; };
  const Mean hardMean = meanOf(std::span<const LimitEstimate>(hard), limitOf);
  const Mean limiterMean = meanOf(std::span<const LimitEstimate>(limiter), limitOf);
  const Mean excess = meanOf(std::span<const LimitEstimate>(hard), excessOf);

  constexpr double kSame = 0.03;         // dB of one and the same limit.
  constexpr double kSameHarmonic = 3.0;  // dB of one and the same shape.
  const bool isLaw = hardMean.spread < kSame + 3.0 * hard.front().error;
  const bool isShape = std::abs(excess.value) < kSameHarmonic;
  const bool isClean = excess.value < -kSameHarmonic;
  if (isLaw && (isShape || hard.size() > 3)) {
    result.kind = ClipKind::hard;
    result.level = DecibelsFs::of(hardMean.value);
    result.levelSe =
        std::max(hardMean.error, hardMean.spread / std::sqrt(static_cast<double>(hard.size())));
  } else if (isClean && limiterMean.spread < kSame) {
    result.kind = ClipKind::limiter;
    result.level = DecibelsFs::of(limiterMean.value);
    result.levelSe = std::max(limiterMean.error, limiterMean.spread);
  } else {
    result.kind = ClipKind::soft;
    if (const auto level = softLevel(points, result.losses, result.first)) {
      result.level = DecibelsFs::of(*level);
      constexpr double kInterpolation = 0.003;
      result.levelSe = std::hypot(kInterpolation, result.gainSe);
    }
  }
}

}  // namespace

std::string_view clipKindWord(ClipKind kind) {
  switch (kind) {
    case ClipKind::none:
      return "none";
    case ClipKind::hard:
      return "hard";
    case ClipKind::soft:
      return "soft";
    case ClipKind::limiter:
      return "limiter";
  }
  return "none";
}

std::optional<Compression> findCompression(std::span<const DecibelsFs> levels,
                                           std::span<const StepReading> steps) {
  if (steps.size() < kFewestSteps) return std::nullopt;
  const bool isHeard = std::all_of(steps.begin(), steps.end(), [](const StepReading& step) {
    constexpr double kHeard = 10.0;
    return step.amplitude > kHeard * step.error;
  });
  if (!isHeard) return std::nullopt;
  const auto points = pointsOf(levels, steps);
  Baseline baseline;
  Compression result;
  result.first = points.size();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto isLost = [&](const Point& point) {
      return baseline.at(point.power) - point.gain > detectable(baseline, point);
    };
    if (i + 2 >= kFewestSteps && isLost(points[i]) &&
        (i + 1 == points.size() || isLost(points[i + 1]))) {
      result.first = i;
      break;
    }
    baseline.add(points[i]);
  }
  result.gain = Decibels::of(baseline.at(0.0));
  result.gainSe = baseline.errorAt(0.0);
  result.loudest = DecibelsFs::of(points.back().level);
  for (const Point& point : points) {
    result.losses.push_back(baseline.at(point.power) - point.gain);
  }
  if (result.first < points.size()) describe(points, steps, baseline, result);
  return result;
}

}  // namespace linecheck::measure
