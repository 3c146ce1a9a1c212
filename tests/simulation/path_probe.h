#pragma once

#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

#include "simulation/signal_path.h"

namespace linecheck::simulation {

inline constexpr int kProbeRate = 48000;

/// A sine of the frequency, at every frame from 0 on.
inline std::vector<double> sine(double peak, double frequency, std::size_t frames,
                                int rate = kProbeRate) {
  std::vector<double> result(frames);
  for (std::size_t n = 0; n < frames; ++n) {
    const double cycles = std::fmod(frequency * static_cast<double>(n) / rate, 1.0);
    result[n] = peak * std::sin(2.0 * std::numbers::pi * cycles);
  }
  return result;
}

/// What comes back on each channel when `played` goes into channel `from` of two.
inline std::array<std::vector<double>, 2> runStereo(SignalPath& path,
                                                    const std::vector<double>& played,
                                                    std::size_t from = 0) {
  std::array<std::vector<double>, 2> result;
  for (const double sample : played) {
    std::array<double, 2> frame{};
    frame.at(from) = sample;
    path.process(std::span(frame));
    result[0].push_back(frame[0]);
    result[1].push_back(frame[1]);
  }
  return result;
}

inline std::vector<double> runMono(const PathConfig& config, const std::vector<double>& played,
                                   int rate = kProbeRate) {
  SignalPath path(config, 1, rate);
  std::vector<double> samples = played;
  path.process(std::span(samples));
  return samples;
}

/// The last `frames` samples.
inline std::vector<double> tail(const std::vector<double>& samples, std::size_t frames) {
  return {samples.end() - static_cast<std::ptrdiff_t>(frames), samples.end()};
}

/// Complex amplitude of a line in the last `frames` of `samples`, against a sine of peak 1 that
/// began at frame 0. The frames hold a whole number of its periods.
inline std::complex<double> lineIn(const std::vector<double>& samples, double frequency,
                                   std::size_t frames, int rate = kProbeRate) {
  std::complex<double> sum;
  for (std::size_t n = samples.size() - frames; n < samples.size(); ++n) {
    const double cycles = std::fmod(frequency * static_cast<double>(n) / rate, 1.0);
    sum += samples[n] * std::polar(1.0, -2.0 * std::numbers::pi * cycles);
  }
  return sum * std::complex(0.0, 2.0) / static_cast<double>(frames);
}

inline double decibels(double ratio) {
  return 20.0 * std::log10(ratio);
}

/// dBFS of a line.
inline double levelIn(const std::vector<double>& samples, double frequency, std::size_t frames,
                      int rate = kProbeRate) {
  return decibels(std::abs(lineIn(samples, frequency, frames, rate)));
}

/// All but the line, against the line, in dB.
inline double restAgainst(const std::vector<double>& samples, double frequency, std::size_t frames,
                          int rate = kProbeRate) {
  const std::complex<double> line = lineIn(samples, frequency, frames, rate);
  double power = 0.0;
  for (std::size_t n = samples.size() - frames; n < samples.size(); ++n) {
    const double cycles = std::fmod(frequency * static_cast<double>(n) / rate, 1.0);
    const double rest =
        samples[n] - std::imag(line * std::polar(1.0, 2.0 * std::numbers::pi * cycles));
    power += rest * rest / static_cast<double>(frames);
  }
  return 10.0 * std::log10(2.0 * power / std::norm(line));
}

}  // namespace linecheck::simulation
