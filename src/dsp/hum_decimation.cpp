#include "dsp/hum_decimation.h"

#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

#include "dsp/hum_window.h"

namespace linecheck::dsp::hum {
namespace {

using std::numbers::pi;

constexpr double kStopbandDecibels = 150.0;
constexpr double kGreatestDroopDecibels = 3.0;
constexpr double kOversampling = 3.2;

using Stage = LowBand::Stage;

// Greatest product of 2s, 3s and 5s up to `limit`, as the stages' factors; the last stage, whose
// transition is the narrowest, gets the smallest.
std::vector<int> stageFactors(double limit) {
  int best = 1;
  for (int twos = 1; twos <= limit; twos *= 2) {
    for (int threes = twos; threes <= limit; threes *= 3) {
      for (int fives = threes; fives <= limit; fives *= 5) best = std::max(best, fives);
    }
  }
  std::vector<int> factors;
  for (const int factor : {5, 4, 3, 2}) {
    while (best % factor == 0) {
      factors.push_back(factor);
      best /= factor;
    }
  }
  return factors;
}

// |sin(R·x)/(R·sin x)|, x = πf/rate: the response of a moving average over R samples.
double movingAverageGain(int samples, double frequency, double rate) {
  const double x = pi * frequency / rate;
  return std::abs(std::sin(samples * x) / (samples * std::sin(x)));
}

std::vector<double> convolve(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> result(a.size() + b.size() - 1, 0.0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) result[i + j] += a[i] * b[j];
  }
  return result;
}

// Cascaded moving averages over `factor` samples; empty if they would droop too far in the band.
std::vector<double> movingAverages(int factor, double rate, double bandEdge) {
  const double perStage =
      -20.0 * std::log10(movingAverageGain(factor, rate / factor - bandEdge, rate));
  const int stages = static_cast<int>(std::ceil(kStopbandDecibels / perStage));
  const double droop = -20.0 * std::log10(movingAverageGain(factor, bandEdge, rate)) * stages;
  if (droop > kGreatestDroopDecibels) return {};
  const std::vector<double> average(static_cast<std::size_t>(factor), 1.0 / factor);
  std::vector<double> taps = average;
  for (int i = 1; i < stages; ++i) taps = convolve(taps, average);
  return taps;
}

// Kaiser's design (1974): odd length, linear phase.
std::vector<double> kaiserLowPass(int factor, double rate, double bandEdge) {
  const double stop = rate / factor - bandEdge;
  const double transition = 2.0 * pi * (stop - bandEdge) / rate;
  const auto half =
      static_cast<int>(std::ceil((kStopbandDecibels - 8.0) / (2.285 * transition) / 2.0));
  const std::size_t length = 2 * static_cast<std::size_t>(half) + 1;
  std::vector<double> taps = kaiserWindow(length, 0.1102 * (kStopbandDecibels - 8.7));
  const double cutoff = (bandEdge + stop) / rate;  // Radians per sample over π.
  for (std::size_t i = 0; i < length; ++i) {
    const double x = pi * cutoff * (static_cast<double>(i) - half);
    taps[i] *= cutoff * (x == 0.0 ? 1.0 : std::sin(x) / x);
  }
  const double sum = std::accumulate(taps.begin(), taps.end(), 0.0);
  for (double& tap : taps) tap /= sum;
  return taps;
}

Stage makeStage(int factor, double rate, double bandEdge) {
  Stage stage{movingAverages(factor, rate, bandEdge), factor, rate};
  if (stage.taps.empty()) stage.taps = kaiserLowPass(factor, rate, bandEdge);
  return stage;
}

std::vector<double> filterAndDecimate(std::span<const double> input, const Stage& stage) {
  const auto taps = static_cast<Eigen::Index>(stage.taps.size());
  const auto length = static_cast<Eigen::Index>(input.size());
  if (length < taps) return {};
  const Eigen::Index outputs = (length - taps) / stage.factor + 1;
  std::vector<double> result(static_cast<std::size_t>(outputs));
  // Row m of this view is the stretch that output m is made of; the rows overlap.
  using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const Rows, 0, Eigen::OuterStride<>> stretches(
      input.data(), outputs, taps, Eigen::OuterStride<>(stage.factor));
  const Eigen::Map<const Eigen::VectorXd> coefficients(stage.taps.data(), taps);
  Eigen::Map<Eigen::VectorXd>(result.data(), outputs).noalias() = stretches * coefficients;
  return result;
}

}  // namespace

double LowBand::gainAt(double frequency) const {
  double gain = 1.0;
  for (const Stage& stage : stages) {
    const double middle = static_cast<double>(stage.taps.size() - 1) / 2.0;
    const double radians = 2.0 * pi * frequency / stage.inputRate;
    double response = 0.0;
    for (std::size_t i = 0; i < stage.taps.size(); ++i) {
      response += stage.taps[i] * std::cos(radians * (static_cast<double>(i) - middle));
    }
    gain *= response;
  }
  return gain;
}

LowBand decimate(std::span<const double> samples, double sampleRate, double bandEdge) {
  LowBand band;
  band.sampleRate = sampleRate;
  std::span<const double> input = samples;
  for (const int factor : stageFactors(sampleRate / (kOversampling * bandEdge))) {
    band.stages.push_back(makeStage(factor, band.sampleRate, bandEdge));
    band.samples = filterAndDecimate(input, band.stages.back());
    band.sampleRate /= factor;
    input = band.samples;
  }
  if (band.stages.empty()) band.samples.assign(samples.begin(), samples.end());
  return band;
}

}  // namespace linecheck::dsp::hum
