#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "dsp/random.h"
#include "support/diagnosis/programme.h"

namespace linecheck::testing {
namespace {

using std::numbers::pi;

using Formants = std::array<double, 4>;  // Hertz.

// Peterson and Barney (1952), means of men's vowels; the fourth is usual.
constexpr std::array<Formants, 6> kVowels = {{{270, 2290, 3010, 3600},
                                              {530, 1840, 2480, 3500},
                                              {730, 1090, 2440, 3400},
                                              {570, 840, 2410, 3300},
                                              {300, 870, 2240, 3300},
                                              {640, 1190, 2390, 3400}}};
constexpr Formants kBandwidths = {80, 100, 140, 200};
constexpr std::size_t kStep = 64;  // Frames between which the formants stand still.

// Two poles with a gain of 1 at DC.
class Resonator {
 public:
  void tune(double frequency, double bandwidth, double rate) {
    const double radius = std::exp(-pi * bandwidth / rate);
    a1_ = 2.0 * radius * std::cos(2.0 * pi * frequency / rate);
    a2_ = -radius * radius;
  }
  double next(double input) {
    const double output = (1.0 - a1_ - a2_) * input + a1_ * y1_ + a2_ * y2_;
    y2_ = y1_;
    y1_ = output;
    return output;
  }

 private:
  double a1_ = 0.0;
  double a2_ = 0.0;
  double y1_ = 0.0;
  double y2_ = 0.0;
};

// The derivative of Rosenberg's pulse: rises for 40 %, falls for 16 % of a period, then rests.
double glottalFlow(double part) {
  constexpr double kOpening = 0.4;
  constexpr double kClosing = 0.16;
  if (part < kOpening) return std::sin(pi * part / kOpening) * kClosing / kOpening;
  if (part < kOpening + kClosing) return -std::sin(0.5 * pi * (part - kOpening) / kClosing);
  return 0.0;
}

}  // namespace

StereoSamples makeVoice(std::uint64_t seed, int sampleRate, std::size_t frames) {
  dsp::Random random(seed);
  StereoSamples samples;
  for (auto& channel : samples) channel.resize(frames);
  const double pitch = random.uniform(100.0, 220.0);
  const double tract = random.uniform(0.95, 1.2);  // Shorter tracts have higher formants.
  const double syllableMean = random.uniform(0.16, 0.28);
  const double right = random.uniform(0.7, 1.0);

  std::array<Resonator, 4> resonators;
  Formants formants = kVowels[0];
  double part = 0.0;
  double jitter = 1.0;
  double noiseLow = 0.0;
  std::size_t frame = 0;
  const auto toFrames = [&](double seconds) {
    return static_cast<std::size_t>(seconds * sampleRate);
  };
  while (frame < frames) {
    const int syllables = 4 + static_cast<int>(random.bits() % 6);
    for (int syllable = 0; syllable < syllables && frame < frames; ++syllable) {
      const Formants target = kVowels.at(random.bits() % kVowels.size());
      const std::size_t length = toFrames(syllableMean * random.uniform(0.7, 1.4));
      const std::size_t consonant = random.uniform() < 0.5 ? length / 4 : 0;
      const double loud = random.uniform(0.5, 1.0);
      // The pitch falls along a phrase, and moves with each syllable.
      const double syllablePitch = std::clamp(
          pitch * (1.1 - 0.2 * syllable / syllables) * random.uniform(0.94, 1.08), 90.0, 250.0);
      for (std::size_t i = 0; i < length && frame < frames; ++i, ++frame) {
        const double done = static_cast<double>(i) / static_cast<double>(length);
        if (i % kStep == 0) {
          for (std::size_t f = 0; f < formants.size(); ++f) {
            formants.at(f) += 0.06 * (target.at(f) * tract - formants.at(f)) * 48000.0 / sampleRate;
            resonators.at(f).tune(formants.at(f), kBandwidths.at(f), sampleRate);
          }
        }
        part += syllablePitch * jitter / sampleRate;
        if (part >= 1.0) {
          part -= 1.0;
          jitter = 1.0 + 0.01 * random.gaussian();
        }
        const double white = random.gaussian();
        double voiced = glottalFlow(part) + 0.01 * white;
        for (auto& resonator : resonators) voiced = resonator.next(voiced);
        noiseLow += (white - noiseLow) * std::min(1.0, 2.0 * pi * 3000.0 / sampleRate);
        double sample = voiced * loud * std::sin(pi * done);
        if (i < consonant) {
          const double at = static_cast<double>(i) / static_cast<double>(consonant);
          sample += 0.03 * std::sin(pi * at) * (white - noiseLow);
        }
        samples[0][frame] = sample;
        samples[1][frame] = right * sample;
      }
    }
    frame += toFrames(random.uniform(0.3, 0.9));
  }
  return samples;
}

}  // namespace linecheck::testing
