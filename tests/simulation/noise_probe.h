#pragma once

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

#include "dsp/fft.h"
#include "simulation/noise_source.h"

namespace linecheck::simulation {

inline constexpr int kNoiseRate = 48000;
inline constexpr std::size_t kNoiseSecond = kNoiseRate;  ///< Frames.

/// A source's samples on a grid that does not wander.
inline std::vector<double> noiseOf(NoiseKind kind, std::uint64_t seed, std::size_t frames,
                                   double mains = 50.0, int rate = kNoiseRate,
                                   std::int64_t first = 0) {
  std::vector<double> samples(frames);
  const NoiseSourceConfig config{
      kind, DecibelsFs::of(-40.0), seed, {Hertz::of(mains), false}, rate};
  makeNoiseSource(config)->addTo(samples, first);
  return samples;
}

/// Power per bin of all samples, in units where a sine of peak 1 on a bin gives 1.
inline std::vector<double> powerSpectrum(const std::vector<double>& samples) {
  dsp::RealFft fft(samples.size());
  std::copy(samples.begin(), samples.end(), fft.input().begin());
  std::vector<double> power;
  for (const auto& bin : fft.transform()) {
    power.push_back(std::norm(bin * 2.0 / static_cast<double>(samples.size())));
  }
  return power;
}

/// The spectrum of one second (bins of 1 Hz): dB of a line against another.
inline double againstLine(const std::vector<double>& power, double frequency, double other) {
  return 10.0 * std::log10(power[static_cast<std::size_t>(frequency)] /
                           power[static_cast<std::size_t>(other)]);
}

/// Power of the bins from `low` up to, not with, `high`.
inline double bandPower(const std::vector<double>& power, std::size_t low, std::size_t high) {
  double sum = 0.0;
  for (std::size_t bin = low; bin < std::min(high, power.size()); ++bin) sum += power[bin];
  return sum;
}

inline double medianOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace linecheck::simulation
