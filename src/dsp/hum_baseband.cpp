#include "dsp/hum_baseband.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "dsp/hum_window.h"

namespace linecheck::dsp::hum {
namespace {

using std::numbers::pi;

constexpr double kShortestFrame = 0.2;
constexpr double kLongestFrame = 0.4;
constexpr double kReachHertz = 16.0;

}  // namespace

Baseband::Baseband(std::span<const double> samples, double sampleRate, double fundamental,
                   std::vector<int> orders)
    : sampleRate_(sampleRate), fundamental_(fundamental), orders_(std::move(orders)) {
  const auto count = static_cast<double>(samples.size());
  const double wanted = std::clamp(count / sampleRate / 4.0, kShortestFrame, kLongestFrame);
  const auto hop = static_cast<Eigen::Index>(std::round(wanted * sampleRate / kHopsPerFrame));
  const auto length = kHopsPerFrame * hop;
  frameSeconds_ = static_cast<double>(length) / sampleRate;
  beta_ = kaiserBeta(kReachHertz * frameSeconds_);
  hop_ = static_cast<double>(hop);
  const auto total = static_cast<Eigen::Index>(samples.size());
  if (total < length || orders_.empty()) return;
  const Eigen::Index frames = (total - length) / hop + 1;
  frames_ = static_cast<std::size_t>(frames);
  origin_ = (static_cast<double>(length - 1) / 2.0 - (count - 1.0) / 2.0) / sampleRate;

  const std::vector<double> window = kaiserWindow(static_cast<std::size_t>(length), beta_);
  const double sum = std::accumulate(window.begin(), window.end(), 0.0);
  const double energy = std::inner_product(window.begin(), window.end(), window.begin(), 0.0);
  whiteNoisePower_ = 4.0 * energy / (sum * sum);
  const auto rows = static_cast<Eigen::Index>(2 * orders_.size());
  Eigen::MatrixXd carriers(rows, length);
  for (Eigen::Index n = 0; n < length; ++n) {
    const double t = (static_cast<double>(n) - static_cast<double>(length - 1) / 2.0) / sampleRate;
    const std::complex<double> step = std::polar(1.0, -2.0 * pi * fundamental * t);
    std::complex<double> carrier = 1.0;
    int reached = 0;
    const double weight = 2.0 * window[static_cast<std::size_t>(n)] / sum;
    for (std::size_t i = 0; i < orders_.size(); ++i) {
      for (; reached < orders_[i]; ++reached) carrier *= step;
      carriers(static_cast<Eigen::Index>(2 * i), n) = weight * carrier.real();
      carriers(static_cast<Eigen::Index>(2 * i + 1), n) = weight * carrier.imag();
    }
  }
  const Eigen::Map<const Eigen::MatrixXd, 0, Eigen::OuterStride<>> overlapping(
      samples.data(), length, frames, Eigen::OuterStride<>(hop));
  const Eigen::MatrixXd products = carriers * overlapping;

  values_.resize(orders_.size() * frames_);
  for (std::size_t i = 0; i < orders_.size(); ++i) {
    for (std::size_t m = 0; m < frames_; ++m) {
      const auto row = static_cast<Eigen::Index>(2 * i);
      const auto column = static_cast<Eigen::Index>(m);
      values_[i * frames_ + m] =
          std::complex<double>(products(row, column), products(row + 1, column)) *
          std::polar(1.0, -2.0 * pi * orders_[i] * fundamental * timeOf(m));
    }
  }
}

double Baseband::timeOf(std::size_t frame) const {
  return origin_ + static_cast<double>(frame) * hop();
}

std::span<const std::complex<double>> Baseband::values(std::size_t index) const {
  return std::span(values_).subspan(index * frames_, frames_);
}

std::vector<double> Baseband::noisePowers(const LineSpectrum& spectrum, const MainsLines& lines,
                                          double drift) const {
  const double bin = spectrum.binWidth();
  const auto reach = static_cast<std::ptrdiff_t>(kReachHertz / bin);
  std::vector<double> gains;
  for (std::ptrdiff_t offset = 0; offset <= reach; ++offset) {
    const double gain = kaiserTransform(static_cast<double>(offset) * bin * frameSeconds_, beta_);
    gains.push_back(gain * gain);
  }
  const auto powers = spectrum.powers();
  const auto last = static_cast<std::ptrdiff_t>(powers.size()) - 1;
  std::vector<double> result;
  for (const int order : orders_) {
    const double floor = lines.harmonics[static_cast<std::size_t>(order) - 1].floor.power;
    const auto middle = static_cast<std::ptrdiff_t>(std::round(order * fundamental_ / bin));
    const auto hidden = static_cast<std::ptrdiff_t>((spectrum.lobe() + order * drift) / bin) + 1;
    double sum = 0.0;
    for (std::ptrdiff_t offset = -reach; offset <= reach; ++offset) {
      const std::ptrdiff_t k = std::min(std::abs(middle + offset), last);
      const std::ptrdiff_t away = std::abs(offset);
      sum += (away <= hidden ? floor : powers[static_cast<std::size_t>(k)]) *
             gains[static_cast<std::size_t>(away)];
    }
    // The amplitude of a sine is twice what is left at 0 Hz.
    result.push_back(4.0 * sum * bin / sampleRate_);
  }
  return result;
}

double steadiness(const Baseband& baseband, std::size_t index, std::span<const double> phase,
                  double noisePower) {
  const int order = baseband.orders()[index];
  const auto values = baseband.values(index);
  std::complex<double> sum = 0.0;
  double power = 0.0;
  for (std::size_t m = 0; m < values.size(); ++m) {
    sum += values[m] * std::polar(1.0, -order * phase[m]);
    power += std::norm(values[m]);
  }
  const auto count = static_cast<double>(values.size());
  power /= count;
  const double steady = std::norm(sum / count);
  // Neighbouring frames share about half of their noise; allow it three deviations.
  const double spread = std::sqrt(2.0 / count * noisePower * (noisePower + 2.0 * steady));
  const double line = power - noisePower - 3.0 * spread;
  return line <= steady ? 1.0 : steady / line;
}

}  // namespace linecheck::dsp::hum
