#include "measure/match_noise.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "dsp/fft.h"
#include "dsp/random.h"

namespace linecheck::measure {
namespace {

constexpr Seconds kLength = Seconds::of(4.0);

// Lines of equal power per octave in a circle of `length` samples, with random phases.
std::vector<double> bandOfPink(const MatchNoise& noise, Hertz sampleRate, std::size_t length) {
  dsp::RealFft fft(length);
  const auto input = fft.input();
  std::fill(input.begin(), input.end(), 0.0);
  dsp::Random random(noise.seed);
  const double binWidth = sampleRate.value() / static_cast<double>(length);
  const auto first = static_cast<std::size_t>(std::ceil(noise.low.value() / binWidth));
  const auto last = static_cast<std::size_t>(std::floor(noise.high.value() / binWidth));
  for (std::size_t k = first; k <= last; ++k) {
    const auto line = std::polar(1.0 / std::sqrt(static_cast<double>(k)),
                                 random.uniform(0.0, 2.0 * std::numbers::pi));
    // Hartley's transform of the lines, which a second one turns into samples.
    input[k] = line.real() - line.imag();
    input[length - k] = line.real() + line.imag();
  }
  const auto hartley = fft.transform();
  std::vector<double> samples(length);
  for (std::size_t n = 0; n < length; ++n) {
    const auto at = n < hartley.size() ? hartley[n] : std::conj(hartley[length - n]);
    samples[n] = at.real() - at.imag();
  }
  return samples;
}

}  // namespace

Result<std::vector<float>> matchNoise(const MatchNoise& noise, Hertz sampleRate, LoudTone loud) {
  // Written so that NaN is out of range.
  if (!(noise.level >= kQuietestMatchNoise && noise.level <= kLoudestMatchNoise)) {
    return fail(
        ErrorCode::usage,
        fmt::format("The noise goes from {:g} to {:g} dBFS; {:g} dBFS was asked for.",
                    kQuietestMatchNoise.value(), kLoudestMatchNoise.value(), noise.level.value()));
  }
  const double nyquist = 0.5 * sampleRate.value();
  const bool isBand =
      noise.low >= 20.0_Hz && noise.high / noise.low >= 1.2 && noise.high.value() < nyquist;
  if (!isBand) {
    return fail(ErrorCode::usage,
                fmt::format("The noise needs a band from 20 Hz on and below {:g} Hz, and a third "
                            "of an octave wide or more.",
                            nyquist));
  }
  const auto length = static_cast<std::size_t>(std::llround(kLength * sampleRate));
  const auto samples = bandOfPink(noise, sampleRate, length);
  double power = 0.0;
  double peak = 0.0;
  for (const double sample : samples) {
    power += sample * sample;
    peak = std::max(peak, std::abs(sample));
  }
  const double scale = rmsFromDbfs(noise.level) / std::sqrt(power / static_cast<double>(length));
  if (auto checked = checkLoudness(dbfsFromSinePeak(scale * peak), loud); !checked) {
    return fail(checked.error());
  }
  std::vector<float> result(length);
  std::transform(samples.begin(), samples.end(), result.begin(),
                 [scale](double sample) { return static_cast<float>(scale * sample); });
  return result;
}

}  // namespace linecheck::measure
