#include "dsp/generators.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "base/check.h"
#include "dsp/phasor.h"
#include "dsp/pink_noise.h"
#include "dsp/random.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;

}  // namespace

void addSine(std::span<double> out, const Sine& sine, Hertz sampleRate, std::uint64_t firstSample) {
  const double cyclesPerSample = sine.frequency / sampleRate;
  for (std::size_t n = 0; n < out.size(); ++n) {
    const double fraction = fractionOfCycle(cyclesPerSample, static_cast<double>(firstSample + n));
    out[n] += sine.peak * std::sin(2.0 * pi * fraction + sine.phase);
  }
}

std::vector<double> tone(Hertz frequency, DecibelsFs level, Hertz sampleRate, std::size_t length) {
  std::vector<double> samples(length);
  addSine(samples, {frequency, sinePeakFromDbfs(level), 0.0}, sampleRate);
  return samples;
}

Hertz coherentFrequency(Hertz wanted, Hertz sampleRate, std::size_t fftLength) {
  if (!LC_VERIFY(fftLength >= 3)) return wanted;
  const double binWidth = sampleRate.value() / static_cast<double>(fftLength);
  const auto length = static_cast<long long>(fftLength);
  const long long last = (length - 1) / 2;
  const double exact = wanted.value() / binWidth;
  const long long centre = std::clamp(std::llround(exact), 1LL, last);
  // Bin 1 is prime to every length, so the search ends.
  for (long long distance = 0;; ++distance) {
    const long long away = exact < static_cast<double>(centre) ? -distance : distance;
    for (const long long bin : {centre + away, centre - away}) {
      if (bin >= 1 && bin <= last && std::gcd(bin, length) == 1) {
        return Hertz::of(static_cast<double>(bin) * binWidth);
      }
    }
  }
}

std::vector<double> multitone(std::span<const Hertz> frequencies, DecibelsFs level,
                              Hertz sampleRate, std::size_t length) {
  std::vector<double> samples(length);
  if (frequencies.empty()) return samples;
  const auto count = static_cast<double>(frequencies.size());
  const double peak = sinePeakFromDbfs(level) / std::sqrt(count);
  for (std::size_t k = 0; k < frequencies.size(); ++k) {
    const auto order = static_cast<double>(k);
    const double phase = -pi * std::fmod(order * (order + 1.0) / count, 2.0);
    addSine(samples, {frequencies[k], peak, phase}, sampleRate);
  }
  return samples;
}

std::vector<double> whiteNoise(DecibelsFs level, std::size_t length, std::uint64_t seed) {
  std::vector<double> samples(length);
  const double rms = rmsFromDbfs(level);
  Random random(seed);
  std::generate(samples.begin(), samples.end(), [&] { return rms * random.gaussian(); });
  return samples;
}

std::vector<double> pinkNoise(DecibelsFs level, Hertz sampleRate, std::size_t length,
                              std::uint64_t seed) {
  std::vector<double> samples(length);
  PinkNoise noise(level, sampleRate, seed);
  std::generate(samples.begin(), samples.end(), [&] { return noise.next(); });
  return samples;
}

void applyRamps(std::span<double> signal, Hertz sampleRate, Seconds duration) {
  const auto wanted = static_cast<std::size_t>(std::max(0.0, sampleRate * duration));
  const std::size_t ramp = std::min(wanted, signal.size() / 2);
  for (std::size_t n = 0; n < ramp; ++n) {
    const double gain =
        0.5 - 0.5 * std::cos(pi * static_cast<double>(n) / static_cast<double>(ramp));
    signal[n] *= gain;
    signal[signal.size() - 1 - n] *= gain;
  }
}

}  // namespace linecheck::dsp
