#include "dsp/clock_ratio.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "dsp/generators.h"

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;

constexpr Hertz kRate = Hertz::of(48000.0);

// A tone of peak 0.1 from a clock that runs so many ppm fast.
std::vector<double> toneFrom(double ppm, Hertz frequency, double seconds, double noiseLevel,
                             std::uint64_t seed) {
  const auto length = static_cast<std::size_t>(48000.0 * seconds);
  auto x = whiteNoise(DecibelsFs::of(noiseLevel), length, seed);
  addSine(x, {frequency * (1.0 + ppm * 1e-6), 0.1, 0.4}, kRate);
  return x;
}

TEST(ClockRatio, IsThatOfTheClocks) {
  for (const double frequency : {440.0, 997.0, 11987.0}) {
    for (const double ppm : {-200.0, -37.5, 0.0, 3.25, 100.0}) {
      const auto ratio = estimateClockRatio(toneFrom(ppm, Hertz::of(frequency), 5.0, -100.0, 3),
                                            kRate, Hertz::of(frequency));
      ASSERT_TRUE(ratio) << frequency << " Hz, " << ppm;
      EXPECT_THAT(ratio->ppm, DoubleNear(ppm, std::max(5.0 * ratio->standardError, 1e-4)));
      EXPECT_LT(ratio->standardError, 0.02);
    }
  }
}

TEST(ClockRatio, StandardErrorIsThatOfTheErrors) {
  double squares = 0.0;
  constexpr int kTrials = 200;
  for (int trial = 0; trial < kTrials; ++trial) {
    const auto ratio =
        estimateClockRatio(toneFrom(12.0, 997_Hz, 2.0, -50.0, 100 + trial), kRate, 997_Hz);
    ASSERT_TRUE(ratio);
    const double score = (ratio->ppm - 12.0) / ratio->standardError;
    squares += score * score / kTrials;
  }
  EXPECT_THAT(squares, DoubleNear(1.0, 0.4));
}

TEST(ClockRatio, HeedsOnlyTheStretchWithTheTone) {
  auto x = whiteNoise(DecibelsFs::of(-100.0), 240000, 4);
  std::vector<double> part(150000);
  addSine(part, {Hertz::of(997.0 * 1.00005), 0.1, 0.0}, kRate);
  applyRamps(part, kRate);
  for (std::size_t n = 0; n < part.size(); ++n) x[n + 40000] += part[n];
  const auto ratio = estimateClockRatio(x, kRate, 997_Hz);
  ASSERT_TRUE(ratio);
  EXPECT_THAT(ratio->ppm, DoubleNear(50.0, 0.1));
}

TEST(ClockRatio, NeedsATone) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    EXPECT_FALSE(estimateClockRatio(whiteNoise(DecibelsFs::of(-40.0), 96000, seed), kRate, 997_Hz));
  }
  EXPECT_FALSE(estimateClockRatio(std::vector<double>(96000), kRate, 997_Hz));
  EXPECT_FALSE(estimateClockRatio(std::vector<double>(1000, 0.1), kRate, 997_Hz));
  EXPECT_FALSE(estimateClockRatio({}, kRate, 997_Hz));
  // One of another frequency.
  EXPECT_FALSE(
      estimateClockRatio(tone(1100_Hz, DecibelsFs::of(-20.0), kRate, 96000), kRate, 997_Hz));
}

}  // namespace
}  // namespace linecheck::dsp
