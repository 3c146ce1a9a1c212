#include "dsp/pseudo_noise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "dsp/level_meter.h"
#include "dsp/quantize.h"
#include "dsp/spectrum.h"

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;

// Mean power spectrum of half-overlapping frames.
std::vector<double> meanPowers(std::span<const double> samples, PowerSpectrum& spectrum) {
  std::vector<double> sums(spectrum.bins());
  double frames = 0.0;
  for (std::size_t start = 0; start + spectrum.length() <= samples.size();
       start += spectrum.length() / 2) {
    const auto powers = spectrum.compute(samples.subspan(start, spectrum.length()));
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += powers[k];
    ++frames;
  }
  for (double& sum : sums) sum /= frames;
  return sums;
}

TEST(PseudoNoise, IsTheSameForASeed) {
  PseudoNoiseSettings settings;
  const auto x = pseudoNoise(settings, 48000_Hz, 10000);
  EXPECT_EQ(x, pseudoNoise(settings, 48000_Hz, 10000));
  settings.seed = 2;
  EXPECT_NE(x, pseudoNoise(settings, 48000_Hz, 10000));
}

// A crest factor is of peak and plain RMS, which is 3.01 dB below the level.
double crestOf(const LevelReadings& readings) {
  return readings.peak.value() - (readings.rms.value() - 3.0103);
}

TEST(PseudoNoise, HasItsLevelAndCrest) {
  for (const double level : {-12.0, -20.0, -60.0}) {
    PseudoNoiseSettings settings;
    settings.level = DecibelsFs::of(level);
    const auto readings = measureLevels(pseudoNoise(settings, 48000_Hz, 240000));
    EXPECT_THAT(readings.rms.value(), DoubleNear(level, 0.06));
    EXPECT_GT(crestOf(readings), 7.0);
    EXPECT_LT(crestOf(readings), 10.0);
    // The narrower the band, the more signs are in a sample, and the nearer it is to Gaussian.
    settings.high = 2000_Hz;
    const auto narrow = measureLevels(pseudoNoise(settings, 48000_Hz, 240000));
    EXPECT_THAT(narrow.rms.value(), DoubleNear(level, 0.2));
    EXPECT_GT(crestOf(narrow), 11.0);
    EXPECT_LT(crestOf(narrow), 14.0);
  }
}

TEST(PseudoNoise, StaysInItsBand) {
  for (const double rate : {44100.0, 96000.0}) {
    PseudoNoiseSettings settings;
    settings.low = 1000_Hz;
    settings.high = 16000_Hz;
    const auto x = pseudoNoise(settings, Hertz::of(rate), 480000);
    PowerSpectrum spectrum(WindowKind::blackmanHarris7, 4096);
    const auto powers = meanPowers(x, spectrum);
    const auto scale = spectrum.scale(Hertz::of(rate));
    const double density = bandPower(powers, scale, 1000_Hz, 16000_Hz) / 15000.0;
    for (double f = 1000.0; f < 16000.0; f += 1500.0) {
      const double part = bandPower(powers, scale, Hertz::of(f), Hertz::of(f + 1500.0)) / 1500.0;
      EXPECT_THAT(10.0 * std::log10(part / density), DoubleNear(0.0, 0.5)) << f;
    }
    const double below = bandPower(powers, scale, 100_Hz, 400_Hz) / 300.0;
    const double above = bandPower(powers, scale, 16700_Hz, 21000_Hz) / 4300.0;
    EXPECT_LT(10.0 * std::log10(below / density), -75.0);
    EXPECT_LT(10.0 * std::log10(above / density), -75.0);
  }
}

TEST(PseudoNoise, SurvivesAConverterOfItsBits) {
  for (const int bits : {16, 24}) {
    PseudoNoiseSettings settings;
    settings.bits = bits;
    const auto x = pseudoNoise(settings, 48000_Hz, 20000);
    auto converted = x;
    quantize(converted, bits, Dither::none);
    EXPECT_EQ(converted, x);
    // All bits are in use: a converter of one less would change it.
    quantize(converted, bits - 1, Dither::none);
    EXPECT_NE(converted, x);
    // Rounding moves no sample by more than half a step.
    settings.bits.reset();
    const auto exact = pseudoNoise(settings, 48000_Hz, 20000);
    for (std::size_t n = 0; n < x.size(); ++n) {
      ASSERT_THAT(x[n], DoubleNear(exact[n], 0.5 * std::ldexp(1.0, 1 - bits)));
    }
    auto asFloat = x;
    if (bits == 24) {
      quantizeToFloat(asFloat);
      EXPECT_EQ(asFloat, x);
    }
  }
}

TEST(PseudoNoise, ReachesDownToDc) {
  PseudoNoiseSettings settings;
  settings.low = 0_Hz;
  const auto x = pseudoNoise(settings, 48000_Hz, 480000);
  PowerSpectrum spectrum(WindowKind::hann, 4096);
  const auto powers = meanPowers(x, spectrum);
  const auto scale = spectrum.scale(48000_Hz);
  const double low = bandPower(powers, scale, 100_Hz, 600_Hz) / 500.0;
  const double all = bandPower(powers, scale, 1000_Hz, 18000_Hz) / 17000.0;
  EXPECT_THAT(10.0 * std::log10(low / all), DoubleNear(0.0, 0.6));
}

}  // namespace
}  // namespace linecheck::dsp
