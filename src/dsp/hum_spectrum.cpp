#include "dsp/hum_spectrum.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "dsp/hum_window.h"

namespace linecheck::dsp::hum {
namespace {

using Eigen::ArrayXd;
using std::numbers::pi;

// Wide enough for −150 dB, and for a short block no wider than 6 Hz, so that floor and line can
// be told apart between two harmonics.
constexpr double kLobeBins = 6.4;
constexpr double kGreatestLobeHertz = 6.0;
constexpr double kLeastLobeBins = 1.5;
constexpr double kKeptAsNoise = 0.7;
// Of a transform in double precision, per bin, over the mean square of what is transformed.
constexpr double kRoundingNoise = 1e-30;

// Mean of exponential variables of which only the smallest are trusted: the maximum-likelihood
// estimate from a censored sample, whose relative spread is that of `kept` full observations.
double censoredMean(std::vector<double>& values) {
  if (values.empty()) return 0.0;
  const auto kept = std::max<std::size_t>(
      1, static_cast<std::size_t>(kKeptAsNoise * static_cast<double>(values.size())));
  const auto last = values.begin() + static_cast<std::ptrdiff_t>(kept) - 1;
  std::nth_element(values.begin(), last, values.end());
  double sum = *last * static_cast<double>(values.size() - kept);
  for (auto it = values.begin(); it <= last; ++it) sum += *it;
  return sum / static_cast<double>(kept);
}

}  // namespace

double evidence(double power, double floor, double shape) {
  if (!(power > 0.0)) return 0.0;
  return shape * std::log1p(power / (shape * floor));
}

double powerWithEvidence(double evidence, double floor, double shape) {
  return shape * floor * std::expm1(evidence / shape);
}

std::size_t quickFftLength(std::size_t minimum) {
  std::size_t best = std::numeric_limits<std::size_t>::max();
  for (std::size_t fives = 1; fives < 2 * minimum; fives *= 5) {
    for (std::size_t threes = fives; threes < 2 * minimum; threes *= 3) {
      std::size_t length = threes;
      while (length < minimum) length *= 2;
      best = std::min(best, length);
    }
  }
  return best;
}

namespace {

double lobeBinsOf(double duration) {
  return std::clamp(kGreatestLobeHertz * duration, kLeastLobeBins, kLobeBins);
}

// The lobe of a long block's window is wide enough to be read between bins; a short block's is
// not, so that its bins have to lie closer.
std::size_t fftLengthOf(std::size_t length, double sampleRate) {
  const bool isWide = lobeBinsOf(static_cast<double>(length) / sampleRate) == kLobeBins;
  return std::min(quickFftLength(isWide ? length : 2 * length), RealFft::kMaxLength);
}

}  // namespace

LineWindow::LineWindow(std::size_t length, double sampleRate)
    : sampleRate_(sampleRate), fft_(fftLengthOf(length, sampleRate)) {
  const auto count = static_cast<double>(length);
  const double duration = count / sampleRate;
  const double lobeBins = lobeBinsOf(duration);
  lobe_ = lobeBins / duration;
  weights_ = kaiserWindow(length, kaiserBeta(lobeBins));

  const auto size = static_cast<Eigen::Index>(length);
  const Eigen::Map<const ArrayXd> w(weights_.data(), size);
  const double last = (count - 1.0) / 2.0 / sampleRate;
  const ArrayXd t2 = ArrayXd::LinSpaced(size, -last, last).square();
  sum_ = w.sum();
  sumOfSquares_ = w.square().sum();
  const double moment = (w * t2).sum();
  const double momentOfSquares = (w.square() * t2).sum();
  slopeVariance_ = 4.0 * pi * pi * momentOfSquares / sumOfSquares_;
  // Variance of the frequency of a sine of peak A: 2σ²/A² · Σw²t²/(Σwt²)² over (2π)²; with
  // A² = 4P · Σw²/(Σw)² this is σ²/P times …
  frequencyVariance_ =
      sum_ * sum_ / (2.0 * sumOfSquares_) * momentOfSquares / (moment * moment) / (4.0 * pi * pi);
  independentPerHertz_ = sumOfSquares_ * sumOfSquares_ / w.square().square().sum() / sampleRate;
}

LineSpectrum::LineSpectrum(std::span<const double> samples, LineWindow& window)
    : sampleRate_(window.sampleRate_),
      binWidth_(window.sampleRate_ / static_cast<double>(window.fft_.length())),
      resolution_(window.sampleRate_ / static_cast<double>(samples.size())),
      lobe_(window.lobe_),
      slopeVariance_(window.slopeVariance_),
      amplitudeScale_(4.0 * window.sumOfSquares_ / (window.sum_ * window.sum_)),
      frequencyVariance_(window.frequencyVariance_),
      independentPerHertz_(window.independentPerHertz_) {
  const auto size = static_cast<Eigen::Index>(samples.size());
  const Eigen::Map<const ArrayXd> w(window.weights_.data(), size);
  const Eigen::Map<const ArrayXd> x(samples.data(), size);
  const double mean = (w * x).sum() / window.sum_;
  Eigen::Map<ArrayXd> input(window.fft_.input().data(), size);
  input = w * (x - mean);
  roundingNoise_ =
      std::max(kRoundingNoise * (input.square().sum() / window.sumOfSquares_ + mean * mean),
               NoiseFloor::kSilentPower);

  const auto bins = window.fft_.transform();
  powers_.resize(bins.size());
  for (std::size_t k = 0; k < bins.size(); ++k) {
    const double re = bins[k].real();
    const double im = bins[k].imag();
    powers_[k] = (re * re + im * im) / window.sumOfSquares_;
  }
}

double LineSpectrum::highestLine() const {
  return sampleRate_ / 2.0 - 2.0 * lobe_;
}

double LineSpectrum::powerAt(double frequency) const {
  const double position = frequency / binWidth_;
  const auto k = static_cast<std::size_t>(position);
  if (k + 1 >= powers_.size()) return 0.0;
  const double fraction = position - static_cast<double>(k);
  return powers_[k] + fraction * (powers_[k + 1] - powers_[k]);
}

Peak LineSpectrum::peakNear(double frequency, double range) const {
  const double lastBin = static_cast<double>(powers_.size()) - 2.0;
  const auto first = static_cast<std::size_t>(
      std::clamp(std::floor((frequency - range) / binWidth_), 1.0, lastBin));
  const auto last = static_cast<std::size_t>(
      std::clamp(std::ceil((frequency + range) / binWidth_), 1.0, lastBin));
  std::size_t top = first;
  for (std::size_t k = first; k <= last; ++k) {
    if (powers_[k] > powers_[top]) top = k;
  }
  Peak peak{static_cast<double>(top) * binWidth_, powers_[top], false};
  const double left = powers_[top - 1];
  const double right = powers_[top + 1];
  if (!(left > 0.0 && right > 0.0) || left > powers_[top] || right > powers_[top]) return peak;
  peak.isInside = true;
  const double a = std::log(left / powers_[top]);
  const double b = std::log(right / powers_[top]);
  if (a + b >= 0.0) return peak;
  const double offset = 0.5 * (a - b) / (a + b);
  peak.frequency += offset * binWidth_;
  peak.power *= std::exp(-0.25 * (a - b) * offset);
  return peak;
}

struct LineSpectrum::Sides {
  std::vector<double> below, above;
};

LineSpectrum::Sides LineSpectrum::collectSides(double frequency, double margin) const {
  const double inner = lobe_ + margin;
  const double outer = std::min(24.0, 10.0 + 2.0 * inner);
  Sides sides;
  const auto collect = [this](double low, double high, std::vector<double>& values) {
    // The lobe of the mean, which was removed, tells nothing.
    const auto first = static_cast<std::ptrdiff_t>(std::ceil(std::max(low, lobe_) / binWidth_));
    const auto end = std::min(static_cast<std::ptrdiff_t>(powers_.size()),
                              static_cast<std::ptrdiff_t>(std::floor(high / binWidth_)) + 1);
    if (first < end) values.assign(powers_.begin() + first, powers_.begin() + end);
  };
  collect(frequency - outer, frequency - inner, sides.below);
  collect(frequency + inner, frequency + outer, sides.above);
  return sides;
}

NoiseFloor LineSpectrum::meanOf(Sides& sides) const {
  NoiseFloor floor;
  sides.below.insert(sides.below.end(), sides.above.begin(), sides.above.end());
  floor.shape =
      kKeptAsNoise * static_cast<double>(sides.below.size()) * binWidth_ * independentPerHertz_;
  floor.power = std::max(roundingNoise_, censoredMean(sides.below));
  return floor;
}

NoiseFloor LineSpectrum::floorAround(double frequency, double margin) const {
  Sides sides = collectSides(frequency, margin);
  const double below = censoredMean(sides.below);
  const double above = censoredMean(sides.above);
  NoiseFloor floor = meanOf(sides);
  floor.below = std::max(roundingNoise_, below);
  floor.above = std::max(roundingNoise_, above);
  return floor;
}

NoiseFloor LineSpectrum::meanFloorAround(double frequency, double margin) const {
  Sides sides = collectSides(frequency, margin);
  return meanOf(sides);
}

double LineSpectrum::greatestBetween(double low, double high) const {
  double greatest = 0.0;
  const auto first = static_cast<std::size_t>(std::max(1.0, std::ceil(low / binWidth_)));
  for (std::size_t k = first; k < powers_.size() && static_cast<double>(k) * binWidth_ <= high;
       ++k) {
    greatest = std::max(greatest, powers_[k]);
  }
  return greatest;
}

double LineSpectrum::amplitude(double power) const {
  return std::sqrt(amplitudeScale_ * power);
}

double LineSpectrum::frequencyError(double power, double floor) const {
  return std::sqrt(frequencyVariance_ * floor / power);
}

}  // namespace linecheck::dsp::hum
