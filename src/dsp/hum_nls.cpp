#include "dsp/hum_nls.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <numeric>

#include "dsp/hum_window.h"

namespace linecheck::dsp::hum {
namespace {

using std::numbers::pi;

constexpr int kGreatestSteps = 12;
// After a step of this share of the standard error the next would be a hundred times smaller.
constexpr double kLastStep = 0.3;

// Σcos(kωt) and Σt·sin(kωt) over the samples of a flat weight, t from the middle.
struct FlatSums {
  FlatSums(double omega, std::size_t length, int greatest) {
    const auto count = static_cast<double>(length);
    cosines.push_back(count);
    moments.push_back(0.0);
    for (int k = 1; k <= greatest; ++k) {
      const double half = k * omega / 2.0;
      const double sine = std::sin(half);
      const double top = std::sin(count * half);
      const double cosine = top / sine;
      cosines.push_back(cosine);
      // −d/d(kω) of sin(Nkω/2)/sin(kω/2).
      moments.push_back(-0.5 * (count * std::cos(count * half) - cosine * std::cos(half)) / sine);
    }
  }
  [[nodiscard]] double cosine(int k) const {
    return cosines[static_cast<std::size_t>(std::abs(k))];
  }
  [[nodiscard]] double moment(int k) const {
    const double value = moments[static_cast<std::size_t>(std::abs(k))];
    return k < 0 ? -value : value;
  }
  std::vector<double> cosines, moments;
};

// Σwx·cos, Σwx·sin and, if asked for, Σwtx·cos, Σwtx·sin at the given orders. The signal is cut
// into columns, so that one short table of carriers serves all of it in a matrix product.
class Projector {
 public:
  Projector(std::span<const double> samples, const Taper& taper)
      : count_(static_cast<Eigen::Index>(samples.size())),
        columns_((count_ + kRows - 1) / kRows),
        middle_(static_cast<double>(count_ - 1) / 2.0) {
    data_ = Eigen::MatrixXd::Zero(kRows, 2 * columns_);
    Eigen::Map<Eigen::VectorXd> plain(data_.data(), kRows * columns_);
    Eigen::Map<Eigen::VectorXd> timed(data_.data() + kRows * columns_, kRows * columns_);
    for (Eigen::Index n = 0; n < count_; ++n) {
      const auto i = static_cast<std::size_t>(n);
      plain[n] = samples[i] * taper.at(i);
      timed[n] = plain[n] * (static_cast<double>(n) - middle_);
    }
  }

  struct Sums {
    Eigen::VectorXd cosines, sines, timedCosines, timedSines;
  };

  [[nodiscard]] Sums project(double omega, std::span<const int> orders, bool withTime) const {
    const auto lines = static_cast<Eigen::Index>(orders.size());
    Eigen::MatrixXd carriers(2 * lines, kRows);
    for (Eigen::Index row = 0; row < kRows; ++row) {
      for (Eigen::Index i = 0; i < lines; ++i) {
        const double angle = orders[static_cast<std::size_t>(i)] * omega * static_cast<double>(row);
        carriers(2 * i, row) = std::cos(angle);
        carriers(2 * i + 1, row) = std::sin(angle);
      }
    }
    const Eigen::Index used = withTime ? 2 * columns_ : columns_;
    const Eigen::MatrixXd products = carriers * data_.leftCols(used);

    Sums sums{Eigen::VectorXd::Zero(lines), Eigen::VectorXd::Zero(lines),
              Eigen::VectorXd::Zero(lines), Eigen::VectorXd::Zero(lines)};
    for (Eigen::Index column = 0; column < columns_; ++column) {
      const double start = static_cast<double>(column * kRows) - middle_;
      for (Eigen::Index i = 0; i < lines; ++i) {
        const double angle = orders[static_cast<std::size_t>(i)] * omega * start;
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        const auto turn = [&](Eigen::Index from, double& cosine, double& sine) {
          cosine += c * products(2 * i, from) - s * products(2 * i + 1, from);
          sine += s * products(2 * i, from) + c * products(2 * i + 1, from);
        };
        turn(column, sums.cosines[i], sums.sines[i]);
        if (withTime) turn(columns_ + column, sums.timedCosines[i], sums.timedSines[i]);
      }
    }
    return sums;
  }

  [[nodiscard]] double sum() const { return data_.leftCols(columns_).sum(); }

 private:
  static constexpr Eigen::Index kRows = 256;
  Eigen::Index count_;
  Eigen::Index columns_;
  double middle_;
  Eigen::MatrixXd data_;
};

// Least-squares amplitudes for given projections. With a flat weight about the middle, cosines (and
// the mean, order 0) and sines are two separate problems.
struct Amplitudes {
  double mean = 0.0;
  Eigen::VectorXd cosines, sines;
};

Amplitudes solveAmplitudes(const Projector::Sums& sums, std::span<const int> orders, double total,
                           const FlatSums& flat, const Taper& taper) {
  const auto lines = static_cast<Eigen::Index>(orders.size());
  Amplitudes result;
  if (!taper.isFlat()) {
    result.cosines = 2.0 / taper.sum() * sums.cosines;
    result.sines = 2.0 / taper.sum() * sums.sines;
    return result;
  }
  Eigen::MatrixXd even(lines + 1, lines + 1);
  Eigen::MatrixXd odd(lines, lines);
  even(0, 0) = flat.cosine(0);
  for (Eigen::Index i = 0; i < lines; ++i) {
    const int l = orders[static_cast<std::size_t>(i)];
    even(0, i + 1) = even(i + 1, 0) = flat.cosine(l);
    for (Eigen::Index j = 0; j < lines; ++j) {
      const int k = orders[static_cast<std::size_t>(j)];
      even(i + 1, j + 1) = 0.5 * (flat.cosine(l - k) + flat.cosine(l + k));
      odd(i, j) = 0.5 * (flat.cosine(l - k) - flat.cosine(l + k));
    }
  }
  Eigen::VectorXd right(lines + 1);
  right[0] = total;
  right.tail(lines) = sums.cosines;
  const Eigen::VectorXd solved = even.llt().solve(right);
  result.mean = solved[0];
  result.cosines = solved.tail(lines);
  result.sines = odd.llt().solve(sums.sines);
  return result;
}

}  // namespace

Taper::Taper(std::size_t length, std::size_t edge, double nullBins) : length_(length) {
  if (edge > 0) {
    edge = std::min(edge, length);
    const std::vector<double> kernel = kaiserWindow(edge, kaiserBeta(nullBins));
    const std::size_t flat = length - edge + 1;
    weights_.resize(length);
    double sum = 0.0;
    for (std::size_t n = 0; n < length; ++n) {
      if (n < edge) sum += kernel[n];
      if (n >= flat) sum -= kernel[n - flat];
      weights_[n] = sum;
    }
  }
  const double middle = (static_cast<double>(length) - 1.0) / 2.0;
  for (std::size_t n = 0; n < length; ++n) {
    const double w = at(n);
    const double t = static_cast<double>(n) - middle;
    sum_ += w;
    sumOfSquares_ += w * w;
    moment_ += w * t * t;
    momentOfSquares_ += w * w * t * t;
  }
}

double Taper::amplitudeVariance() const {
  return 2.0 * sumOfSquares_ / (sum_ * sum_);
}

double Taper::frequencyVariance() const {
  return momentOfSquares_ / (moment_ * moment_);
}

double FittedHarmonic::amplitude() const {
  return std::hypot(cosine, sine);
}

NlsFit fitNls(std::span<const double> samples, double sampleRate, double fundamental,
              std::span<const int> orders, std::span<const double> floors, int greatestOrder,
              const Taper& taper) {
  const Projector projector(samples, taper);
  const double total = projector.sum();
  const auto lines = static_cast<Eigen::Index>(orders.size());
  double omega = 2.0 * pi * fundamental / sampleRate;
  double error = 0.0;

  for (int step = 0; step < kGreatestSteps; ++step) {
    const Projector::Sums sums = projector.project(omega, orders, true);
    const FlatSums flat(omega, samples.size(), 2 * orders.back());
    const Amplitudes fit = solveAmplitudes(sums, orders, total, flat, taper);
    double gradient = 0.0;
    double weight = 0.0;  // Σ l²A²/2σ².
    for (Eigen::Index i = 0; i < lines; ++i) {
      const int l = orders[static_cast<std::size_t>(i)];
      // What the fit leaves of Σwtx·cos and Σwtx·sin.
      double timedCosine = sums.timedCosines[i];
      double timedSine = sums.timedSines[i];
      if (taper.isFlat()) {
        timedSine -= fit.mean * flat.moment(l);
        for (Eigen::Index j = 0; j < lines; ++j) {
          const int k = orders[static_cast<std::size_t>(j)];
          timedSine -= 0.5 * fit.cosines[j] * (flat.moment(l + k) + flat.moment(l - k));
          timedCosine -= 0.5 * fit.sines[j] * (flat.moment(l + k) - flat.moment(l - k));
        }
      }
      const double variance = floors[static_cast<std::size_t>(i)];
      gradient += l * (fit.sines[i] * timedCosine - fit.cosines[i] * timedSine) / variance;
      weight += l * l * (fit.cosines[i] * fit.cosines[i] + fit.sines[i] * fit.sines[i]) /
                (2.0 * variance);
    }
    if (!(weight > 0.0)) break;
    const double change = gradient / (weight * taper.secondMoment());
    error = std::sqrt(taper.frequencyVariance() / weight);
    omega += change;
    if (std::abs(change) < kLastStep * error || std::abs(change) < 1e-15 * omega) break;
  }

  std::vector<int> all(static_cast<std::size_t>(greatestOrder));
  std::iota(all.begin(), all.end(), 1);
  const FlatSums flat(omega, samples.size(), 2 * greatestOrder);
  const Amplitudes fit =
      solveAmplitudes(projector.project(omega, all, false), all, total, flat, taper);
  NlsFit result{omega * sampleRate / (2.0 * pi), error * sampleRate / (2.0 * pi), {}};
  for (Eigen::Index i = 0; i < greatestOrder; ++i) {
    result.harmonics.push_back({fit.cosines[i], fit.sines[i]});
  }
  return result;
}

}  // namespace linecheck::dsp::hum
