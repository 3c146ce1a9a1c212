#include "dsp/level_meter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

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

TEST(TruePeak, SeesBetweenTheSamples) {
  // Tones whose samples all miss the crest; EBU Tech 3341 allows −0.4…+0.2 dB.
  struct Case {
    double divisor, phase, overs;
  };
  for (const auto& [divisor, phase, overs] :
       {Case{4.0, pi / 4.0, 3.0103}, Case{6.0, 0.0, 1.2494}, Case{8.0, pi / 8.0, 0.6877}}) {
    std::vector<double> x(48000);
    addSine(x, {Hertz::of(48000.0 / divisor), 0.5, phase}, 48000_Hz);
    applyRamps(x, 48000_Hz);
    double samplePeak = 0.0;
    for (const double v : x) samplePeak = std::max(samplePeak, std::abs(v));
    const double truePeak = measureTruePeak(x)->value();
    EXPECT_GT(truePeak, -6.02 - 0.4);
    EXPECT_LT(truePeak, -6.02 + 0.2);
    EXPECT_THAT(20.0 * std::log10(samplePeak), DoubleNear(-6.02 - overs, 0.01)) << divisor;
  }
}

}  // namespace
}  // namespace linecheck::dsp
