#include "dsp/weighting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;

struct Point {
  double frequency;
  double decibels;
  double tolerance;
};

double inDecibels(double powerGain) {
  return 10.0 * std::log10(powerGain);
}

TEST(Weighting, AIsThatOfTheStandard) {
  // IEC 61672-1, table 3: rounded to 0.1 dB, at the exact frequencies 10^(n/10).
  const Point table[] = {{10.0, -70.4, 0.05},   {15.849, -56.7, 0.06}, {19.953, -50.5, 0.05},
                         {31.623, -39.4, 0.05}, {63.096, -26.2, 0.05}, {125.89, -16.1, 0.05},
                         {251.19, -8.6, 0.06},  {501.19, -3.2, 0.06},  {1000.0, 0.0, 1e-12},
                         {1995.3, 1.2, 0.05},   {3981.1, 1.0, 0.05},   {7943.3, -1.1, 0.06},
                         {12589.0, -4.3, 0.06}, {15849.0, -6.6, 0.06}, {19953.0, -9.3, 0.06}};
  for (const auto& [f, decibels, tolerance] : table) {
    EXPECT_THAT(inDecibels(aWeighting(Hertz::of(f))), DoubleNear(decibels, tolerance)) << f;
  }
  EXPECT_THAT(inDecibels(aWeighting(50_Hz)), DoubleNear(-30.27, 0.005));
  EXPECT_THAT(inDecibels(aWeighting(100_Hz)), DoubleNear(-19.14, 0.006));
  EXPECT_THAT(inDecibels(aWeighting(150_Hz)), DoubleNear(-13.98, 0.006));
}

TEST(Weighting, Itu468IsThatOfTheRecommendation) {
  // ITU-R BS.468-4, table 1; its tolerance is 0 at 6.3 kHz and 0.2 to 2 dB elsewhere.
  const Point table[] = {{31.5, -29.9, 0.15},   {63.0, -23.9, 0.1},    {100.0, -19.8, 0.1},
                         {200.0, -13.8, 0.1},   {400.0, -7.8, 0.1},    {800.0, -1.9, 0.1},
                         {1000.0, 0.0, 1e-12},  {2000.0, 5.6, 0.1},    {3150.0, 9.0, 0.1},
                         {4000.0, 10.5, 0.1},   {5000.0, 11.7, 0.1},   {6300.0, 12.2, 0.1},
                         {7100.0, 12.0, 0.1},   {8000.0, 11.4, 0.1},   {9000.0, 10.1, 0.1},
                         {10000.0, 8.1, 0.1},   {12500.0, 0.0, 0.1},   {14000.0, -5.3, 0.1},
                         {16000.0, -11.7, 0.1}, {20000.0, -22.2, 0.1}, {31500.0, -42.7, 0.15}};
  for (const auto& [f, decibels, tolerance] : table) {
    EXPECT_THAT(inDecibels(itu468Weighting(Hertz::of(f))), DoubleNear(decibels, tolerance)) << f;
  }
}

TEST(Weighting, CcirRmsIsTheSameCurveFromTwoKilohertz) {
  EXPECT_THAT(inDecibels(ccirRmsWeighting(2000_Hz)), DoubleNear(0.0, 1e-12));
  for (const double f : {31.5, 1000.0, 6300.0, 20000.0}) {
    const double shift =
        inDecibels(itu468Weighting(Hertz::of(f))) - inDecibels(ccirRmsWeighting(Hertz::of(f)));
    EXPECT_THAT(shift, DoubleNear(5.6, 0.05)) << f;
  }
}

TEST(Weighting, NothingPassesAtDirectCurrent) {
  EXPECT_EQ(aWeighting(0_Hz), 0.0);
  EXPECT_EQ(itu468Weighting(0_Hz), 0.0);
  EXPECT_EQ(ccirRmsWeighting(0_Hz), 0.0);
}

TEST(Weighting, FullBandWhiteNoiseGivesThePublishedFloors) {
  // A white floor of −141.48 dBFS to 24 kHz reads −144.2 dBFS A-weighted, −140.6 CCIR-RMS.
  double a = 0.0;
  double ccir = 0.0;
  constexpr int kSteps = 24000;
  for (int i = 0; i < kSteps; ++i) {
    a += aWeighting(Hertz::of(i + 0.5)) / kSteps;
    ccir += ccirRmsWeighting(Hertz::of(i + 0.5)) / kSteps;
  }
  EXPECT_THAT(-141.48 + inDecibels(a), DoubleNear(-144.2, 0.06));
  EXPECT_THAT(-141.48 + inDecibels(ccir), DoubleNear(-140.6, 0.06));
}

}  // namespace
}  // namespace linecheck::dsp
