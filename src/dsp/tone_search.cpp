#include "dsp/tone_search.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "dsp/averaging.h"
#include "dsp/spectrum.h"

namespace linecheck::dsp {
namespace {

constexpr std::size_t kFrames = 4;
constexpr double kFewestPeriods = 8.0;

// Frames spread evenly over the signal: the strongest line need not last all through.
SpectrumAverage averageOfFew(PowerSpectrum& spectrum, std::span<const double> samples) {
  SpectrumAverage average(spectrum.bins(), Averaging::linear);
  const std::size_t room = samples.size() - spectrum.length();
  const std::size_t frames = std::min(kFrames, samples.size() / spectrum.length());
  for (std::size_t i = 0; i < frames; ++i) {
    const std::size_t start = frames == 1 ? room / 2 : room * i / (frames - 1);
    average.add(spectrum.compute(samples.subspan(start, spectrum.length())));
  }
  return average;
}

// The top of a parabola through three levels, in bins from the middle one.
double topOf(double before, double top, double after) {
  const double a = std::log(before), b = std::log(top), c = std::log(after);
  const double curvature = a - 2.0 * b + c;
  return curvature < 0.0 && std::isfinite(curvature) ? 0.5 * (a - c) / curvature : 0.0;
}

}  // namespace

bool isMainsLike(Hertz frequency) {
  const double f = frequency.value();
  if (f >= 45.0 && f <= 66.0) return true;
  for (const double mains : {50.0, 60.0}) {
    for (const double order : {2.0, 3.0, 4.0}) {
      if (std::abs(f - order * mains) <= 0.01 * order * mains) return true;
    }
  }
  return false;
}

std::optional<Hertz> findStrongestLine(std::span<const double> samples, Hertz sampleRate,
                                       const ToneOptions& options) {
  constexpr double kFrameSeconds = 0.6;
  if (samples.size() < 16) return std::nullopt;
  const auto wanted =
      std::bit_ceil(static_cast<std::size_t>(kFrameSeconds * sampleRate.value()) + 1);
  const std::size_t length =
      std::min({wanted, std::bit_floor(samples.size()), RealFft::kMaxLength});
  PowerSpectrum spectrum(WindowKind::hann, length);
  const auto average = averageOfFew(spectrum, samples);
  const auto powers = average.powers();
  const double binWidth = spectrum.scale(sampleRate).binWidth.value();

  double low = options.bandLow.value();
  double high = options.bandHigh.value();
  if (options.expected) {
    const double reach = std::max(0.01 * options.expected->value(), 2.0 * binWidth);
    low = options.expected->value() - reach;
    high = options.expected->value() + reach;
  }
  const double shortest = kFewestPeriods * sampleRate.value() / static_cast<double>(samples.size());
  low = std::max(low, shortest);
  high = std::min(high, sampleRate.value() / 2.0 - shortest);

  std::size_t best = 0;
  for (std::size_t k = 1; k + 1 < powers.size(); ++k) {
    const double f = static_cast<double>(k) * binWidth;
    if (f + binWidth < low || f - binWidth > high) continue;
    if (powers[k] <= powers[k - 1] || powers[k] < powers[k + 1]) continue;
    if (best != 0 && powers[k] <= powers[best]) continue;
    if (options.expected || !isMainsLike(Hertz::of(f))) best = k;
  }
  if (best == 0) return std::nullopt;
  const double f =
      (static_cast<double>(best) + topOf(powers[best - 1], powers[best], powers[best + 1])) *
      binWidth;
  if (f < low || f > high) return std::nullopt;
  if (!options.expected && isMainsLike(Hertz::of(f))) return std::nullopt;
  return Hertz::of(f);
}

}  // namespace linecheck::dsp
