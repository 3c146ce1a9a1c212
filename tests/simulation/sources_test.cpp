#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>

#include "simulation/harmonic_series.h"
#include "simulation/noise.h"

namespace linecheck::simulation {
namespace {

// Amplitude of the order in one period, by its Fourier integral.
double amplitudeOf(const HarmonicSeries& series, int order) {
  constexpr int kPoints = 256;
  std::complex<double> sum;
  for (int i = 0; i < kPoints; ++i) {
    const double cycles = static_cast<double>(i) / kPoints;
    sum += series.at(cycles) * std::polar(2.0 / kPoints, -2.0 * std::numbers::pi * order * cycles);
  }
  return std::abs(sum);
}

TEST(HarmonicSeries, EachOrderHasItsLevel) {
  const HarmonicSeries series{
      {1, DecibelsFs::of(-6.0)}, {3, DecibelsFs::of(-40.0)}, {50, DecibelsFs::of(-80.0)}};
  for (int order = 1; order <= 60; ++order) {
    const double expected = order == 1    ? std::pow(10.0, -6.0 / 20.0)
                            : order == 3  ? 0.01
                            : order == 50 ? 0.0001
                                          : 0.0;
    EXPECT_NEAR(amplitudeOf(series, order), expected, 1e-13) << order;
  }
}

TEST(HarmonicSeries, RepeatsEachPeriodForever) {
  const HarmonicSeries series{{1, DecibelsFs::of(0.0)}, {7, DecibelsFs::of(-3.0)}};
  for (const double cycles : {0.0, 0.125, 0.71875}) {
    EXPECT_NEAR(series.at(cycles + 4'194'304.0), series.at(cycles), 1e-12);
    EXPECT_NEAR(series.at(cycles - 3.0), series.at(cycles), 1e-12);
  }
}

TEST(HarmonicSeries, AddsAndCuts) {
  HarmonicSeries series{{2, DecibelsFs::of(-20.0)}};
  EXPECT_FALSE(series.isSilent());
  series.add(HarmonicSeries{{2, DecibelsFs::of(-20.0)}, {9, DecibelsFs::of(-20.0)}});
  EXPECT_NEAR(amplitudeOf(series, 2), 0.2, 1e-13);
  EXPECT_NEAR(amplitudeOf(series, 9), 0.1, 1e-13);
  series.cutAbove(8);
  EXPECT_NEAR(amplitudeOf(series, 2), 0.2, 1e-13);
  EXPECT_NEAR(amplitudeOf(series, 9), 0.0, 1e-13);
  series.cutAbove(-1);
  EXPECT_TRUE(series.isSilent());
  EXPECT_EQ(series.at(0.3), 0.0);
}

// Bounds are five standard deviations of the estimates.
TEST(Noise, IsWhiteAndGaussian) {
  constexpr int kCount = 400'000;
  double mean = 0.0;
  double variance = 0.0;
  double fourth = 0.0;
  double lag1 = 0.0;
  double lag2 = 0.0;
  double otherStream = 0.0;
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const double x = gaussianAt(7, i);
    mean += x / kCount;
    variance += x * x / kCount;
    fourth += x * x * x * x / kCount;
    lag1 += x * gaussianAt(7, i + 1) / kCount;
    lag2 += x * gaussianAt(7, i + 2) / kCount;
    otherStream += x * gaussianAt(8, i) / kCount;
  }
  const double bound = 5.0 / std::sqrt(kCount);
  EXPECT_NEAR(mean, 0.0, bound);
  EXPECT_NEAR(variance, 1.0, std::numbers::sqrt2 * bound);
  EXPECT_NEAR(fourth, 3.0, std::sqrt(96.0) * bound);
  EXPECT_NEAR(lag1, 0.0, bound);
  EXPECT_NEAR(lag2, 0.0, bound);
  EXPECT_NEAR(otherStream, 0.0, bound);
}

TEST(Noise, IsAFunctionOfItsPlace) {
  EXPECT_EQ(gaussianAt(1, 1'000'000), gaussianAt(1, 1'000'000));
  EXPECT_NE(gaussianAt(1, 1'000'000), gaussianAt(2, 1'000'000));
  EXPECT_NE(gaussianAt(1, 1'000'000), gaussianAt(1, 1'000'001));
  const auto pair = gaussianPairAt(1, 1'000'000);
  EXPECT_DOUBLE_EQ(pair[0], gaussianAt(1, 1'000'000));
  EXPECT_DOUBLE_EQ(pair[1], gaussianAt(1, 1'000'001));
}

}  // namespace
}  // namespace linecheck::simulation
