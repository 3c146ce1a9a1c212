#include "support/diagnosis/strange_noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "dsp/random.h"

namespace linecheck::testing {
namespace {

using std::numbers::pi;
using Mono = std::vector<double>;

double sineOf(double cycles) {
  return std::sin(2.0 * pi * (cycles - std::floor(cycles)));
}

double distanceToMultiple(double frequency, double of) {
  return std::abs(frequency - of * std::round(frequency / of));
}

Mono oddTones(dsp::Random& random, int rate, std::size_t frames, double mains) {
  Mono samples(frames);
  const int tones = 1 + static_cast<int>(random.bits() % 2);
  for (int tone = 0; tone < tones; ++tone) {
    double frequency = 0.0;
    do {
      frequency = 35.0 * std::pow(12e3 / 35.0, random.uniform());
    } while (distanceToMultiple(frequency, mains) < 5.0 ||
             distanceToMultiple(frequency, 1000.0) < 10.0);
    const double peak = tone == 0 ? 1.0 : random.uniform(0.1, 1.0);
    const double start = random.uniform();
    for (std::size_t n = 0; n < frames; ++n) {
      samples[n] += peak * sineOf(start + frequency * static_cast<double>(n) / rate);
    }
  }
  return samples;
}

// Harmonics of a supply that is not the mains; it wanders by itself.
Mono supplyComb(dsp::Random& random, int rate, std::size_t frames, double fundamental, int orders,
                double slope) {
  Mono samples(frames);
  const double swing = random.uniform(0.0002, 0.001);
  const double omega = 2.0 * pi / random.uniform(8.0, 40.0);
  const double swingStart = random.uniform(0.0, 2.0 * pi);
  for (int order = 1; order <= orders; ++order) {
    double level = -20.0 * slope * std::log10(order) - (order % 2 == 0 ? 20.0 : 0.0);
    level += 4.0 * random.gaussian();
    const double peak = std::pow(10.0, level / 20.0);
    const double start = random.uniform();
    for (std::size_t n = 0; n < frames; ++n) {
      const double t = static_cast<double>(n) / rate;
      const double cycles = fundamental * (t + swing / omega * std::sin(omega * t + swingStart));
      samples[n] += peak * sineOf(start + order * cycles);
    }
  }
  return samples;
}

// Twice a low pass of the second order, at 48 dB per octave together with nothing above 30 Hz left.
Mono rumble(dsp::Random& random, int rate, std::size_t frames) {
  Mono samples(frames);
  const double corner = random.uniform(6.0, 18.0);
  const double a = 1.0 - std::exp(-2.0 * pi * corner / rate);
  std::array<double, 4> state{};
  const double gusts = random.uniform(0.1, 0.5);
  const double start = random.uniform();
  // The noise has settled before the first frame.
  const auto settling = static_cast<std::size_t>(rate);
  for (std::size_t n = 0; n < frames + settling; ++n) {
    double value = random.gaussian();
    for (double& s : state) value = s += a * (value - s);
    if (n < settling) continue;
    const std::size_t i = n - settling;
    samples[i] = value * (1.0 + 0.6 * sineOf(start + gusts * static_cast<double>(i) / rate));
  }
  return samples;
}

Mono radioWarble(dsp::Random& random, int rate, std::size_t frames) {
  Mono samples(frames);
  const double whistle = random.uniform(600.0, 4000.0);
  const double depth = whistle * random.uniform(0.05, 0.3);
  const double warbleRate = random.uniform(2.0, 8.0);
  const double drift = random.uniform(-150.0, 150.0);  // Hertz per second.
  const double syllables = random.uniform(2.0, 5.0);
  const double noisy = random.uniform(0.1, 0.6);
  const double low = 1.0 - std::exp(-2.0 * pi * 3000.0 / rate);
  double filtered = 0.0;
  double turns = random.uniform();
  for (std::size_t n = 0; n < frames; ++n) {
    const double t = static_cast<double>(n) / rate;
    const double frequency =
        whistle + depth * sineOf(warbleRate * t) + 400.0 * sineOf(drift / 1600.0 * t);
    turns += frequency / rate;
    filtered += low * (random.gaussian() - filtered);
    const double modulation = 0.5 + 0.5 * sineOf(syllables * t) * sineOf(0.37 * syllables * t);
    samples[n] = sineOf(turns) * (0.6 + 0.4 * modulation) + noisy * 4.0 * modulation * filtered;
  }
  return samples;
}

Mono aliasingSqueal(dsp::Random& random, int rate, std::size_t frames) {
  Mono samples(frames);
  const double base = random.uniform(2e3, 9e3);
  const double sweep = random.uniform(1e3, 6e3);
  const double sweepRate = random.uniform(0.2, 3.0);
  const int partials = 3 + static_cast<int>(random.bits() % 6);
  double turns = random.uniform();
  for (std::size_t n = 0; n < frames; ++n) {
    turns += (base + sweep * sineOf(sweepRate * static_cast<double>(n) / rate)) / rate;
    // Sampled as they are, partials beyond Nyquist come back from there.
    for (int order = 1; order <= partials; ++order) {
      samples[n] += sineOf(order * turns) / std::sqrt(order);
    }
  }
  return samples;
}

Mono monoOf(StrangeKind kind, dsp::Random& random, int rate, std::size_t frames, double mains) {
  switch (kind) {
    case StrangeKind::oddTones:
      return oddTones(random, rate, frames, mains);
    case StrangeKind::railway:
      return supplyComb(random, rate, frames, 16.7 * random.uniform(0.997, 1.003), 12, 1.3);
    case StrangeKind::aircraft:
      return supplyComb(random, rate, frames, 400.0 * random.uniform(0.99, 1.01), 15, 1.0);
    case StrangeKind::rumble:
      return rumble(random, rate, frames);
    case StrangeKind::radioWarble:
      return radioWarble(random, rate, frames);
    case StrangeKind::aliasingSqueal:
      break;
  }
  return aliasingSqueal(random, rate, frames);
}

}  // namespace

std::string_view strangeKindId(StrangeKind kind) {
  switch (kind) {
    case StrangeKind::oddTones:
      return "odd_tones";
    case StrangeKind::railway:
      return "railway";
    case StrangeKind::aircraft:
      return "aircraft";
    case StrangeKind::rumble:
      return "rumble";
    case StrangeKind::radioWarble:
      return "radio_warble";
    case StrangeKind::aliasingSqueal:
      return "aliasing_squeal";
  }
  return "";
}

StrangeNoise makeStrangeNoise(StrangeKind kind, std::uint64_t seed, int sampleRate,
                              std::size_t frames, double mainsHertz) {
  dsp::Random random(seed);
  StrangeNoise noise;
  noise.louder = random.uniform() < 0.5 ? 0 : 1;
  const double quieter = std::pow(10.0, -random.uniform(0.0, 6.0) / 20.0);
  const Mono mono = monoOf(kind, random, sampleRate, frames, mainsHertz);
  noise.samples = {mono, mono};
  for (double& sample : noise.samples.at(1 - noise.louder)) sample *= quieter;
  return noise;
}

}  // namespace linecheck::testing
