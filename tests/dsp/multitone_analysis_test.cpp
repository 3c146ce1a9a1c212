#include "dsp/multitone_analysis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "dsp/generators.h"
#include "dsp/quantize.h"
#include "dsp/random.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;
using testing::DoubleNear;

constexpr Hertz kRate = Hertz::of(48000.0);

// Every third of an octave from 31.5 Hz to 20 kHz, about.
std::vector<Hertz> thirds() {
  std::vector<Hertz> frequencies;
  for (int k = -15; k <= 13; ++k) frequencies.push_back(Hertz::of(1000.0 * std::exp2(k / 3.0)));
  return frequencies;
}

struct Tones {
  std::vector<double> samples;
  std::vector<double> levels;
  std::vector<double> phases;
};

// Tones of different levels around −30 dBFS and any phases.
Tones tonesFrom(std::span<const Hertz> frequencies, double ppm, std::size_t length) {
  Tones tones;
  tones.samples.resize(length);
  Random random(5);
  for (const Hertz frequency : frequencies) {
    tones.levels.push_back(random.uniform(-36.0, -28.0));
    tones.phases.push_back(random.uniform(-pi, pi));
    addSine(tones.samples,
            {frequency * (1.0 + ppm * 1e-6), sinePeakFromDbfs(DecibelsFs::of(tones.levels.back())),
             tones.phases.back()},
            kRate);
  }
  return tones;
}

void addTo(std::vector<double>& x, std::span<const double> y) {
  for (std::size_t n = 0; n < x.size(); ++n) x[n] += y[n];
}

double inBand(double level) {
  return level + 10.0 * std::log10((20000.0 - 20.0) / 24000.0);
}

TEST(MultitoneAnalysis, FindsLevelsAndPhasesWhateverTheClock) {
  const auto frequencies = thirds();
  for (const double ppm : {-100.0, 0.0, 37.3, 100.0}) {
    for (const std::size_t length : {std::size_t{100000}, std::size_t{262144}}) {
      auto tones = tonesFrom(frequencies, ppm, length);
      addTo(tones.samples, whiteNoise(DecibelsFs::of(-110.0), length, 3));
      for (double& v : tones.samples) v += 0.01;
      const auto result = analyzeMultitone(tones.samples, kRate, frequencies);
      ASSERT_TRUE(result);
      ASSERT_EQ(result->lines.size(), frequencies.size());
      EXPECT_THAT(result->clockPpm.value(), DoubleNear(ppm, 0.01));
      double sum = 0.0;
      for (std::size_t i = 0; i < frequencies.size(); ++i) {
        const auto& line = result->lines[i];
        EXPECT_THAT(line.level.value(), DoubleNear(tones.levels[i], 0.001)) << i;
        EXPECT_THAT(std::remainder(line.phase - tones.phases[i], 2.0 * pi), DoubleNear(0.0, 0.001))
            << i;
        EXPECT_THAT(line.frequency / frequencies[i] - 1.0, DoubleNear(ppm * 1e-6, 1e-8));
        sum += std::pow(10.0, tones.levels[i] / 10.0);
      }
      EXPECT_THAT(result->signal.value(), DoubleNear(10.0 * std::log10(sum), 0.001));
      EXPECT_THAT(result->noiseAndDistortion.value(), DoubleNear(inBand(-110.0), 0.15)) << ppm;
    }
  }
}

TEST(MultitoneAnalysis, ReadsTheFloorOfAConverter) {
  const auto frequencies = thirds();
  for (const double ppm : {0.0, 80.0}) {
    auto tones = tonesFrom(frequencies, ppm, 1 << 18);
    quantize(tones.samples, 24, Dither::triangular);
    const auto result = analyzeMultitone(tones.samples, kRate, frequencies);
    ASSERT_TRUE(result);
    EXPECT_THAT(result->noiseAndDistortion.value(), DoubleNear(-142.28, 0.15));
  }
}

TEST(MultitoneAnalysis, LeavesNothingOfPureTones) {
  const auto frequencies = thirds();
  const auto tones = tonesFrom(frequencies, 55.0, 1 << 17);
  const auto result = analyzeMultitone(tones.samples, kRate, frequencies);
  ASSERT_TRUE(result);
  EXPECT_LT(result->noiseAndDistortion.value(), -180.0);
}

TEST(MultitoneAnalysis, CountsWhatFallsBetweenTheTones) {
  const auto frequencies = thirds();
  auto tones = tonesFrom(frequencies, -60.0, 1 << 18);
  addTo(tones.samples, whiteNoise(DecibelsFs::of(-120.0), tones.samples.size(), 4));
  addSine(tones.samples, {1130_Hz, 1e-4, 0.2}, kRate);
  addSine(tones.samples, {Hertz::of(7123.0), 1e-4, 0.2}, kRate);
  const auto result = analyzeMultitone(tones.samples, kRate, frequencies);
  ASSERT_TRUE(result);
  EXPECT_THAT(result->noiseAndDistortion.value(), DoubleNear(-80.0 + 3.0103, 0.02));
  // Only those inside the band.
  MultitoneOptions options;
  options.bandLow = 2000_Hz;
  const auto part = analyzeMultitone(tones.samples, kRate, frequencies, options);
  EXPECT_THAT(part->noiseAndDistortion.value(), DoubleNear(-80.0, 0.02));
}

TEST(MultitoneAnalysis, FillsTheTonesBinsFromBesideThem) {
  const auto frequencies = thirds();
  auto tones = tonesFrom(frequencies, 20.0, 1 << 19);
  addTo(tones.samples, whiteNoise(DecibelsFs::of(-100.0), tones.samples.size(), 6));
  const auto result = analyzeMultitone(tones.samples, kRate, frequencies);
  ASSERT_TRUE(result);
  // White noise of −100 dBFS has this density everywhere, also where a tone stands.
  const double density = 1e-10 / 24000.0;
  for (std::size_t i = 8; i < frequencies.size(); ++i) {
    const auto bin = static_cast<std::size_t>(frequencies[i] / result->scale.binWidth);
    const double found = noiseDensity(result->powers[bin], result->scale);
    EXPECT_THAT(10.0 * std::log10(found / density), DoubleNear(0.0, 1.0)) << i;
  }
}

TEST(MultitoneAnalysis, KnowsNoClockWithoutTones) {
  const auto frequencies = thirds();
  const auto noise = whiteNoise(DecibelsFs::of(-40.0), 1 << 16, 7);
  const auto result = analyzeMultitone(noise, kRate, frequencies);
  ASSERT_TRUE(result);
  EXPECT_FALSE(result->clockPpm);
  EXPECT_THAT(result->noiseAndDistortion.value(), DoubleNear(inBand(-40.0), 0.3));
  const auto silence = analyzeMultitone(std::vector<double>(1 << 16), kRate, frequencies);
  ASSERT_TRUE(silence);
  EXPECT_TRUE(silence->signal.isSilent());
  EXPECT_TRUE(silence->noiseAndDistortion.isSilent());
  EXPECT_FALSE(silence->clockPpm);
}

TEST(MultitoneAnalysis, RefusesWhatItCannotTellApart) {
  const std::vector<double> x(48000, 0.1);
  EXPECT_TRUE(analyzeMultitone(x, kRate, std::vector{100_Hz, Hertz::of(108.1)}));
  EXPECT_FALSE(analyzeMultitone(x, kRate, std::vector{100_Hz, 107_Hz}));
  EXPECT_FALSE(analyzeMultitone(x, kRate, std::vector{7_Hz}));
  EXPECT_FALSE(analyzeMultitone(x, kRate, std::vector{23995_Hz}));
  EXPECT_FALSE(analyzeMultitone(x, kRate, std::vector{200_Hz, 100_Hz}));
  // Another clock could lift this one over Nyquist, however fine the bins are.
  EXPECT_FALSE(analyzeMultitone(std::vector<double>(1 << 19, 0.1), kRate, std::vector{23998_Hz}));
  EXPECT_FALSE(analyzeMultitone(x, kRate, {}));
  EXPECT_FALSE(analyzeMultitone({}, kRate, std::vector{100_Hz}));
  EXPECT_FALSE(
      analyzeMultitone(std::vector<double>(48000, std::nan("")), kRate, std::vector{100_Hz}));
}

}  // namespace
}  // namespace linecheck::dsp
