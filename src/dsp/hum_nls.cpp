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

using Eigen::ArrayXd;
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
      : columns_((static_cast<Eigen::Index>(samples.size()) + kRows - 1) / kRows),
        middle_((static_cast<double>(samples.size()) - 1.0) / 2.0),
        data_(kRows, 2 * columns_) {
    const auto count = static_cast<Eigen::Index>(samples.size());
    Eigen::Map<ArrayXd> plain(data_.data(), kRows * columns_);
    Eigen::Map<ArrayXd> timed(data_.data() + kRows * columns_, kRows * columns_);
    plain.head(count) = Eigen::Map<const ArrayXd>(samples.data(), count);
    plain.tail(kRows * columns_ - count).setZero();
    if (!taper.isFlat()) {
      plain.head(count) *= Eigen::Map<const ArrayXd>(taper.weights().data(), count);
    }
    const double last = static_cast<double>(kRows * columns_ - 1) - middle_;
    timed = plain * ArrayXd::LinSpaced(kRows * columns_, -middle_, last);
  }

  struct Sums {
    Eigen::VectorXd cosines, sines, timedCosines, timedSines;
  };

  [[nodiscard]] Sums project(double omega, std::span<const int> orders, bool withTime) const {
    const auto lines = static_cast<Eigen::Index>(orders.size());
    Eigen::MatrixXd carriers(2 * lines, kRows);
    for (Eigen::Index i = 0; i < lines; ++i) {
      const std::complex<double> step =
          std::polar(1.0, orders[static_cast<std::size_t>(i)] * omega);
      std::complex<double> carrier = 1.0;
      for (Eigen::Index row = 0; row < kRows; ++row) {
        carriers(2 * i, row) = carrier.real();
        carriers(2 * i + 1, row) = carrier.imag();
        carrier *= step;
      }
    }
    const Eigen::MatrixXd products = carriers * data_.leftCols(withTime ? 2 * columns_ : columns_);

    Sums sums{Eigen::VectorXd::Zero(lines), Eigen::VectorXd::Zero(lines),
              Eigen::VectorXd::Zero(lines), Eigen::VectorXd::Zero(lines)};
    for (Eigen::Index i = 0; i < lines; ++i) {
      const double angle = orders[static_cast<std::size_t>(i)] * omega;
      const std::complex<double> step = std::polar(1.0, angle * static_cast<double>(kRows));
      std::complex<double> turn = std::polar(1.0, -angle * middle_);
      std::complex<double> plain = 0.0;
      std::complex<double> timed = 0.0;
      for (Eigen::Index column = 0; column < columns_; ++column) {
        const auto at = [&](Eigen::Index from) {
          return std::complex<double>(products(2 * i, from), products(2 * i + 1, from));
        };
        plain += turn * at(column);
        if (withTime) timed += turn * at(columns_ + column);
        turn *= step;
      }
      sums.cosines[i] = plain.real();
      sums.sines[i] = plain.imag();
      sums.timedCosines[i] = timed.real();
      sums.timedSines[i] = timed.imag();
    }
    return sums;
  }

  [[nodiscard]] double sum() const { return data_.leftCols(columns_).sum(); }

 private:
  static constexpr Eigen::Index kRows = 256;
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

Taper::Taper(std::size_t length, std::size_t edge, double nullBins) {
  if (edge > 0) {
    edge = std::min(edge, length);
    const std::vector<double> kernel = kaiserWindow(edge, kaiserBeta(nullBins));
    const std::size_t flat = length - edge + 1;
    weights_.resize(length);
    double sum = 0.0;
    for (std::size_t n = 0; n < (length + 1) / 2; ++n) {
      if (n < edge) sum += kernel[n];
      if (n >= flat) sum -= kernel[n - flat];
      weights_[n] = weights_[length - 1 - n] = sum;
    }
  }
  const auto count = static_cast<double>(length);
  if (isFlat()) {
    sum_ = sumOfSquares_ = count;
    moment_ = momentOfSquares_ = count * (count * count - 1.0) / 12.0;
    return;
  }
  const auto size = static_cast<Eigen::Index>(length);
  const Eigen::Map<const ArrayXd> w(weights_.data(), size);
  const double last = (count - 1.0) / 2.0;
  const ArrayXd t2 = ArrayXd::LinSpaced(size, -last, last).square();
  sum_ = w.sum();
  sumOfSquares_ = w.square().sum();
  moment_ = (w * t2).sum();
  momentOfSquares_ = (w.square() * t2).sum();
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
