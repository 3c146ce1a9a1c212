#include "dsp/delay.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

#include "base/check.h"
#include "dsp/fft.h"

namespace linecheck::dsp {
namespace {

using Complex = std::complex<double>;

constexpr std::size_t kFewestSamples = 64;
// In standard deviations of the correlation beside the peak. Noise reaches 6 in a million lags, and
// √2 times that where only half of the stimulus overlaps.
constexpr double kStandsOut = 12.0;
// Room for a fractional delay's ripples and a path's tail, on both sides.
constexpr std::size_t kMargin = 512;

std::vector<Complex> spectrumOf(RealFft& fft, std::span<const double> samples) {
  const auto in = fft.input();
  std::fill(std::copy(samples.begin(), samples.end(), in.begin()), in.end(), 0.0);
  const auto bins = fft.transform();
  return {bins.begin(), bins.end()};
}

struct WholeDelay {
  std::ptrdiff_t samples = 0;
  int polarity = 1;
};

std::optional<WholeDelay> correlate(std::span<const double> sent,
                                    std::span<const double> received) {
  RealFft fft(std::bit_ceil(sent.size() + received.size()));
  const auto length = static_cast<std::ptrdiff_t>(fft.length());
  const auto sentBins = spectrumOf(fft, sent);
  auto cross = spectrumOf(fft, received);
  for (std::size_t k = 0; k < cross.size(); ++k) cross[k] *= std::conj(sentBins[k]);
  // A constant is no signal.
  cross[0] = 0.0;
  std::vector<double> correlation(fft.length());
  fft.invert(cross, correlation);

  const auto half = static_cast<std::ptrdiff_t>(sent.size() / 2);
  const std::ptrdiff_t first = -half;
  const std::ptrdiff_t end = static_cast<std::ptrdiff_t>(received.size()) - half;
  if (end <= first) return std::nullopt;
  std::vector<double> magnitudes(static_cast<std::size_t>(end - first));
  for (std::ptrdiff_t lag = first; lag < end; ++lag) {
    const auto index = static_cast<std::size_t>(lag < 0 ? lag + length : lag);
    magnitudes[static_cast<std::size_t>(lag - first)] = std::abs(correlation[index]);
  }
  const auto top = std::max_element(magnitudes.begin(), magnitudes.end());
  const double greatest = *top;
  const std::ptrdiff_t lag = first + (top - magnitudes.begin());
  const auto middle = magnitudes.begin() + static_cast<std::ptrdiff_t>(magnitudes.size() / 2);
  std::nth_element(magnitudes.begin(), middle, magnitudes.end());
  constexpr double kDeviationPerMedian = 1.4826;  // Of a normal distribution.
  // Negated, so that NaN is refused, too.
  if (!(greatest > kStandsOut * kDeviationPerMedian * *middle)) return std::nullopt;
  const auto index = static_cast<std::size_t>(lag < 0 ? lag + length : lag);
  return WholeDelay{lag, correlation[index] < 0.0 ? -1 : 1};
}

// `count` samples from `first` on, zeros where there are none.
std::vector<double> stretchOf(std::span<const double> samples, std::ptrdiff_t first,
                              std::size_t count) {
  std::vector<double> stretch(count);
  const auto size = static_cast<std::ptrdiff_t>(samples.size());
  for (std::size_t n = 0; n < count; ++n) {
    const std::ptrdiff_t at = first + static_cast<std::ptrdiff_t>(n);
    if (at >= 0 && at < size) stretch[n] = samples[static_cast<std::size_t>(at)];
  }
  return stretch;
}

// Cross-spectrum of both in the band, and their powers.
struct Band {
  std::vector<double> radians;  // Per sample.
  std::vector<Complex> cross;
  std::vector<double> sentPower;
  double sentSum = 0.0;
  double receivedSum = 0.0;
  double redundancy = 1.0;  // Bins for each independent one: the transform is padded.
};

Band bandOf(std::span<const double> sent, std::span<const double> received, double lowCycles,
            double highCycles) {
  RealFft fft(std::bit_ceil(received.size()));
  const auto sentBins = spectrumOf(fft, sent);
  const auto receivedBins = spectrumOf(fft, received);
  const auto length = static_cast<double>(fft.length());
  Band band;
  band.redundancy = length / static_cast<double>(received.size());
  for (std::size_t k = 1; k + 1 < sentBins.size(); ++k) {
    const double cycles = static_cast<double>(k) / length;
    if (cycles < lowCycles || cycles > highCycles) continue;
    band.radians.push_back(2.0 * std::numbers::pi * cycles);
    band.cross.push_back(receivedBins[k] * std::conj(sentBins[k]));
    band.sentPower.push_back(std::norm(sentBins[k]));
    band.sentSum += band.sentPower.back();
    band.receivedSum += std::norm(receivedBins[k]);
  }
  return band;
}

}  // namespace

std::optional<DelayEstimate> estimateDelay(std::span<const double> sent,
                                           std::span<const double> received, Hertz sampleRate,
                                           const DelayOptions& options) {
  if (sent.size() < kFewestSamples || received.size() < kFewestSamples) return std::nullopt;
  if (!LC_VERIFY(sent.size() + received.size() + 2 * kMargin <= RealFft::kMaxLength)) {
    return std::nullopt;
  }
  const auto whole = correlate(sent, received);
  if (!whole) return std::nullopt;

  const auto margin = static_cast<std::ptrdiff_t>(kMargin);
  const std::size_t length = sent.size() + 2 * kMargin;
  const double high = options.bandHigh ? *options.bandHigh / sampleRate : 0.45;
  // Parts of the stimulus that were not recorded are no evidence.
  auto heard = stretchOf(sent, -margin, length);
  for (std::size_t n = 0; n < length; ++n) {
    const std::ptrdiff_t at = whole->samples - margin + static_cast<std::ptrdiff_t>(n);
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(received.size())) heard[n] = 0.0;
  }
  const Band band = bandOf(heard, stretchOf(received, whole->samples - margin, length),
                           options.bandLow / sampleRate, high);
  if (band.cross.empty() || !(band.sentSum > 0.0)) return std::nullopt;

  const double sign = whole->polarity;
  constexpr int kPasses = 20;
  constexpr double kDone = 1e-12;
  double fraction = 0.0;
  double sum = 0.0;         // Σ Re of the cross-spectrum, turned back.
  double curvature = 0.0;   // Σ ω²·Re
  double slopeError = 0.0;  // Variance of Σ ω·Im
  for (int pass = 0; pass < kPasses; ++pass) {
    double slope = 0.0;
    sum = curvature = slopeError = 0.0;
    for (std::size_t k = 0; k < band.cross.size(); ++k) {
      const double radians = band.radians[k];
      const Complex turned = sign * band.cross[k] * std::polar(1.0, radians * fraction);
      sum += turned.real();
      slope += radians * turned.imag();
      curvature += radians * radians * turned.real();
      slopeError += radians * radians * turned.imag() * turned.imag();
    }
    // Beyond half a sample the correlation's peak would have been another one.
    if (!(sum > 0.0 && curvature > 0.0)) return std::nullopt;
    const double step = std::clamp(-slope / curvature, -0.5, 0.5);
    fraction += step;
    if (std::abs(step) < kDone) break;
  }
  constexpr double kFarthest = 4.0;  // A path's own corners may pull the phase some samples away.
  if (std::abs(fraction) > kFarthest) return std::nullopt;

  DelayEstimate estimate;
  estimate.samples = static_cast<double>(whole->samples) + fraction;
  estimate.standardError = std::sqrt(band.redundancy * slopeError) / curvature;
  estimate.polarity = whole->polarity;
  estimate.gain = Decibels::fromAmplitudeRatio(sum / band.sentSum);
  estimate.coherence = std::min(1.0, sum * sum / (band.sentSum * band.receivedSum));
  return estimate;
}

}  // namespace linecheck::dsp
