#include "dsp/level_meter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <complex>
#include <numbers>

#include "dsp/fft.h"
#include "dsp/generators.h"
#include "dsp/quantize.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;
using testing::DoubleNear;

TEST(LevelMeter, ReadsASine) {
  auto x = tone(1000_Hz, DecibelsFs::of(-6.0), 48000_Hz, 48000);
  for (double& v : x) v += 0.01;
  const auto readings = measureLevels(x);
  const double peak = std::pow(10.0, -6.0 / 20.0);
  EXPECT_THAT(readings.peak.value(), DoubleNear(20.0 * std::log10(peak + 0.01), 1e-9));
  EXPECT_THAT(readings.dc.value(), DoubleNear(-40.0, 1e-9));
  EXPECT_THAT(readings.rms.value(),
              DoubleNear(10.0 * std::log10(2.0 * (peak * peak / 2.0 + 1e-4)), 1e-9));
  EXPECT_EQ(readings.clippedSamples, 0);
}

TEST(LevelMeter, NegativePeaksAndDcCountAsMuch) {
  const auto readings = measureLevels(std::vector{-0.5, -0.5, -0.25, -0.75});
  EXPECT_THAT(readings.peak.value(), DoubleNear(20.0 * std::log10(0.75), 1e-12));
  EXPECT_THAT(readings.dc.value(), DoubleNear(20.0 * std::log10(0.5), 1e-12));
}

TEST(LevelMeter, SilenceAndNothingAreMinusInfinity) {
  for (const auto& x : {std::vector<double>(100), std::vector<double>{}}) {
    const auto readings = measureLevels(x);
    EXPECT_TRUE(readings.peak.isSilent());
    EXPECT_TRUE(readings.rms.isSilent());
    EXPECT_TRUE(readings.dc.isSilent());
    EXPECT_EQ(readings.clippedSamples, 0);
    EXPECT_TRUE(measureTruePeak(x)->isSilent());
  }
}

TEST(LevelMeter, CountsRunsAtFullScaleOnOneSide) {
  EXPECT_EQ(measureLevels(std::vector{0.0, 1.0, 0.0, -1.0, 0.0}).clippedSamples, 0);
  EXPECT_EQ(measureLevels(std::vector{1.0, 1.0}).clippedSamples, 2);
  EXPECT_EQ(measureLevels(std::vector{0.0, 1.2, 1.1, 1.0, 0.9, -1.0, -1.0}).clippedSamples, 5);
  EXPECT_EQ(measureLevels(std::vector{1.0, -1.0, 1.0, -1.0}).clippedSamples, 0);
}

TEST(LevelMeter, IntegersClipAtTheirGreatestValue) {
  auto x = tone(997_Hz, DecibelsFs::of(3.0), 48000_Hz, 48000);
  // A sine 3 dB too high is beyond full scale for 1 − 2·asin(10^(−3/20))/π of the time.
  const double share = 1.0 - 2.0 * std::asin(std::pow(10.0, -0.15)) / pi;
  for (const int bits : {16, 24}) {
    auto clipped = x;
    quantize(clipped, bits, Dither::none);
    EXPECT_THAT(static_cast<double>(measureLevels(clipped, bits).clippedSamples),
                DoubleNear(share * 48000.0, 50.0));
    // Read as floating point only the negative side reaches full scale.
    EXPECT_THAT(static_cast<double>(measureLevels(clipped).clippedSamples),
                DoubleNear(share * 24000.0, 50.0));
  }
  auto fullScale = tone(997_Hz, DecibelsFs::of(0.0), 48000_Hz, 48000);
  quantize(fullScale, 24, Dither::triangular);
  EXPECT_EQ(measureLevels(fullScale, 24).clippedSamples, 0);
}

constexpr std::array kRates = {44100.0, 48000.0, 96000.0};

// What EBU Tech 3341 allows a true-peak meter.
void expectWithinTolerance(double truePeak, double expected) {
  EXPECT_GE(truePeak, expected - 0.4);
  EXPECT_LE(truePeak, expected + 0.2);
}

TEST(TruePeak, ReadsTheTonesOfEbuCases15To19) {
  struct Case {
    int number;
    double divisor, peak, degrees, expected;
  };
  for (const auto& [number, divisor, peak, degrees, expected] :
       {Case{15, 4.0, 0.50, 0.0, -6.0}, Case{16, 4.0, 0.50, 45.0, -6.0},
        Case{17, 6.0, 0.50, 60.0, -6.0}, Case{18, 8.0, 0.50, 67.5, -6.0},
        Case{19, 4.0, 1.41, 45.0, 3.0}}) {
    for (const double rate : kRates) {
      SCOPED_TRACE(testing::Message() << "case " << number << " at " << rate << " Hz");
      std::vector<double> x(static_cast<std::size_t>(rate));
      addSine(x, {Hertz::of(rate / divisor), peak, degrees * pi / 180.0}, Hertz::of(rate));
      applyRamps(x, Hertz::of(rate), Seconds::ofMilli(10.0));
      expectWithinTolerance(measureTruePeak(x)->value(), expected);
    }
  }
}

// A sine of fs/6 and peak 0.5 with one period of fs/4 and peak 1 in it, made at 4·fs, freed of all
// above fs/2 and decimated from sample `offset` on.
std::vector<double> burst(std::size_t offset) {
  constexpr std::size_t kPeriod = 24;  // At 4·fs, as are the others.
  constexpr std::size_t kBurst = 16;
  constexpr std::size_t kPeriods = 400;
  constexpr std::size_t kLength = 2 * kPeriods * kPeriod + kBurst;
  std::vector<double> x(kLength);
  for (std::size_t n = 0; n < kLength; ++n) {
    const auto turn = [](std::size_t at, std::size_t period) {
      return std::sin(2.0 * pi * static_cast<double>(at % period) / static_cast<double>(period));
    };
    const std::size_t before = kPeriods * kPeriod;
    if (n < before) {
      x[n] = 0.5 * turn(n, kPeriod);
    } else if (n < before + kBurst) {
      x[n] = turn(n - before, kBurst);
    } else {
      x[n] = 0.5 * turn(n - before - kBurst, kPeriod);
    }
  }
  applyRamps(x, 192000_Hz, Seconds::ofMilli(10.0));
  RealFft fft(kLength);
  std::copy(x.begin(), x.end(), fft.input().begin());
  const auto bins = fft.transform();
  std::vector<std::complex<double>> spectrum(bins.begin(), bins.end());
  std::fill(spectrum.begin() + kLength / 8, spectrum.end(), 0.0);
  fft.invert(spectrum, x);
  std::vector<double> decimated;
  for (std::size_t n = offset; n < kLength; n += 4) decimated.push_back(x[n]);
  return decimated;
}

TEST(TruePeak, ReadsTheBurstOfEbuCases20To23) {
  for (const std::size_t offset : {0u, 1u, 2u, 3u}) {
    SCOPED_TRACE(testing::Message() << "case " << 20 + offset);
    expectWithinTolerance(measureTruePeak(burst(offset))->value(), 0.0);
  }
}

TEST(TruePeak, SeesBetweenTheSamples) {
  // Tones whose samples all miss the crest by as much as they can: by 1 / cos(π / divisor).
  struct Case {
    double divisor, phase, overs;
  };
  for (const auto& [divisor, phase, overs] :
       {Case{4.0, pi / 4.0, 3.01}, Case{6.0, 0.0, 1.25}, Case{8.0, pi / 8.0, 0.69}}) {
    for (const double rate : kRates) {
      SCOPED_TRACE(testing::Message() << "fs / " << divisor << " at " << rate << " Hz");
      std::vector<double> x(static_cast<std::size_t>(rate));
      addSine(x, {Hertz::of(rate / divisor), 1.0 / std::cos(pi / divisor), phase}, Hertz::of(rate));
      applyRamps(x, Hertz::of(rate));
      // The samples just reach full scale.
      EXPECT_THAT(measureLevels(x).peak.value(), DoubleNear(0.0, 0.001));
      expectWithinTolerance(measureTruePeak(x)->value(), overs);
      EXPECT_GT(measureTruePeak(x)->value(), 0.3);
    }
  }
}

}  // namespace
}  // namespace linecheck::dsp
