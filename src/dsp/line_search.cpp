#include "dsp/line_search.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

#include "dsp/fft.h"
#include "dsp/window.h"

namespace linecheck::dsp {
namespace {

constexpr double kFalseAlarmsPerSearch = 1e-3;
constexpr double kRounding = 1e-26;      // Of the greatest power; doubles keep some −300 dB.
constexpr std::size_t kFloorReach = 96;  // Bins to each side whose median is the floor.

struct AveragedSpectrum {
  std::vector<double> power;  // A sine of peak 1 on a bin reads 1.
  double degreesOfFreedom = 2.0;
  double enbwBins = 1.0;
};

AveragedSpectrum averagedSpectrum(std::span<const double> samples, std::size_t length) {
  const Window window = makeWindow(WindowKind::hann, length);
  RealFft fft(length);
  AveragedSpectrum spectrum{std::vector<double>(fft.bins()), 0.0, window.enbwBins};
  const std::size_t hop = length / 2;
  std::size_t count = 0;
  for (std::size_t start = 0; start + length <= samples.size(); start += hop, ++count) {
    const auto input = fft.input();
    for (std::size_t i = 0; i < length; ++i) {
      input[i] = samples[start + i] * window.coefficients[i];
    }
    const auto bins = fft.transform();
    for (std::size_t k = 0; k < bins.size(); ++k) spectrum.power[k] += std::norm(bins[k]);
  }
  const double scale = 2.0 / (static_cast<double>(length) * window.coherentGain);
  for (double& power : spectrum.power) power *= scale * scale / static_cast<double>(count);
  // Hann frames that overlap by half are correlated with (1/6)² in power (Welch 1967).
  const double n = static_cast<double>(count);
  spectrum.degreesOfFreedom = 2.0 * n / (1.0 + 2.0 * (n - 1.0) / n / 36.0);
  return spectrum;
}

// Quantile of χ²/ν by Wilson and Hilferty, good to a few percent in the tail; `z` in σ.
double scaledChiSquare(double degreesOfFreedom, double z) {
  const double a = 2.0 / (9.0 * degreesOfFreedom);
  return std::pow(1.0 - a + z * std::sqrt(a), 3);
}

// Upper tail of the normal distribution inverted (Abramowitz and Stegun 26.2.23).
double normalQuantile(double upperTail) {
  const double t = std::sqrt(-2.0 * std::log(upperTail));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) /
                 (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

std::size_t frameLength(std::size_t samples, Hertz sampleRate) {
  const auto wanted = std::bit_ceil(static_cast<std::size_t>(sampleRate.value() * 1.2));
  return std::min({wanted, std::bit_floor(samples), RealFft::kMaxLength});
}

}  // namespace

std::vector<SpectralLine> findLines(std::span<const double> samples, Hertz sampleRate) {
  std::vector<SpectralLine> lines;
  if (static_cast<double>(samples.size()) < 0.2 * sampleRate.value()) return lines;
  const std::size_t length = frameLength(samples.size(), sampleRate);
  const AveragedSpectrum spectrum = averagedSpectrum(samples, length);
  const double binWidth = sampleRate.value() / static_cast<double>(length);
  const auto first = std::max<std::size_t>(static_cast<std::size_t>(20.0 / binWidth), 3);
  const auto last = static_cast<std::size_t>(0.45 * static_cast<double>(length));
  const double tail = kFalseAlarmsPerSearch / static_cast<double>(last - first);
  const double threshold = scaledChiSquare(spectrum.degreesOfFreedom, normalQuantile(tail)) /
                           scaledChiSquare(spectrum.degreesOfFreedom, 0.0);

  // Where there is no noise at all, what the transform rounds must not pass for lines.
  const double rounding =
      kRounding * *std::max_element(spectrum.power.begin(), spectrum.power.end());
  std::vector<double> around;
  double floor = 0.0;
  std::size_t floorOf = 0;
  const auto& power = spectrum.power;
  for (std::size_t k = first; k < last; ++k) {
    if (power[k] < power[k - 1] || power[k] <= power[k + 1]) continue;
    // The median moves slowly: one serves the bins next to it.
    if (floorOf == 0 || k > floorOf + kFloorReach / 4) {
      const std::size_t from = k > kFloorReach ? k - kFloorReach : 1;
      const std::size_t to = std::min(k + kFloorReach + 1, power.size());
      around.assign(power.begin() + static_cast<std::ptrdiff_t>(from),
                    power.begin() + static_cast<std::ptrdiff_t>(to));
      const auto middle = around.begin() + static_cast<std::ptrdiff_t>(around.size() / 2);
      std::nth_element(around.begin(), middle, around.end());
      floor = std::max(*middle, rounding);
      floorOf = k;
    }
    if (power[k] <= threshold * floor) continue;
    // A line is narrow: two main-lobe widths away it is gone, where a hump of noise is not.
    const double beside = std::max(power[k - 3], power[std::min(k + 3, power.size() - 1)]);
    if (power[k] < 4.0 * beside) continue;
    // Hann's main lobe holds (ENBW) × the line's power; its logarithm is nearly a parabola.
    const double a = std::log(power[k - 1]), b = std::log(power[k]), c = std::log(power[k + 1]);
    const double offset = 0.5 * (a - c) / (a - 2.0 * b + c);
    double lobe = -5.0 * floor;
    for (std::size_t i = k - 2; i <= k + 2; ++i) lobe += power[i];
    lines.push_back({Hertz::of((static_cast<double>(k) + offset) * binWidth),
                     DecibelsFs::of(10.0 * std::log10(std::max(lobe / spectrum.enbwBins, 1e-40)))});
  }
  return lines;
}

}  // namespace linecheck::dsp
