#include "levels/noise.h"

#include <gtest/gtest.h>

#include <random>

#include "levels/divider.h"

namespace linecheck::levels {
namespace {

double thermalDbu(double ohms) {
  return dbuFromVolts(thermalNoise(Ohms::of(ohms))).value();
}

TEST(ThermalNoise, MatchesTheTextbook) {
  EXPECT_NEAR(thermalDbu(600.0), -124.82, 0.005);
  EXPECT_NEAR(thermalDbu(10'000.0), -112.61, 0.005);
  EXPECT_NEAR(thermalDbu(91.0), -133.02, 0.005);
}

TEST(ThermalNoise, GrowsWithTheRootOfEverything) {
  const Volts once = thermalNoise(Ohms::of(150.0), Hertz::of(20'000.0), Kelvin::of(290.0));
  // 4 · 1.380649e-23 · 290 · 150 · 20000 = 4.8047e-14 V².
  EXPECT_NEAR(once.value(), 2.19195e-7, 1e-11);
  EXPECT_NEAR(thermalNoise(Ohms::of(600.0), Hertz::of(20'000.0), Kelvin::of(290.0)) / once, 2.0,
              1e-12);
  EXPECT_NEAR(thermalNoise(Ohms::of(150.0), Hertz::of(5'000.0), Kelvin::of(290.0)) / once, 0.5,
              1e-12);
  EXPECT_EQ(thermalNoise(Ohms::of(0.0)).value(), 0.0);
}

TEST(NoiseFigure, MatchesTheTextbook) {
  EXPECT_NEAR(noiseFigure(Decibels::of(0.0)).value(), 3.0103, 5e-5);
  EXPECT_NEAR(noiseFigure(Decibels::of(6.0)).value(), 0.973, 5e-4);
  EXPECT_NEAR(noiseFigure(Decibels::of(7.0)).value(), 0.790, 5e-4);
  EXPECT_NEAR(noiseFigure(Decibels::of(12.0)).value(), 0.266, 5e-4);
}

TEST(NoiseFigure, OneDecibelTakesNotQuiteSixOfDistance) {
  // 10^0.1 − 1 = 0.258925, which is 5.86825 dB below 1.
  EXPECT_NEAR(distanceFor(Decibels::of(1.0)).value(), 5.86825, 5e-6);
  for (const double figure : {0.01, 0.3, 1.0, 3.0103, 10.0}) {
    EXPECT_NEAR(noiseFigure(distanceFor(Decibels::of(figure))).value(), figure, 1e-9);
  }
}

TEST(Cascade, TwoEqualStagesLoseThreeDecibels) {
  EXPECT_NEAR(cascaded(Decibels::of(100.0), Decibels::of(100.0)).value(), 96.9897, 5e-5);
}

TEST(Cascade, LosesTheNoiseFigureOfTheSecondStage) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> any(40.0, 140.0);
  for (int i = 0; i < 200; ++i) {
    const Decibels a = Decibels::of(any(random));
    const Decibels b = Decibels::of(any(random));
    EXPECT_NEAR(cascaded(a, b).value(), (a - noiseFigure(b - a)).value(), 1e-9);
    EXPECT_NEAR(cascaded(a, b).value(), cascaded(b, a).value(), 1e-9);
    EXPECT_LT(cascaded(a, b), std::min(a, b));
    EXPECT_GE(cascaded(a, b).value(), std::min(a, b).value() - 3.0103);
  }
}

TEST(Cascade, AnUnknownStageLeavesABoundAbove) {
  const auto known = Estimate<Decibels>::exactly(Decibels::of(110.0));
  const auto both = cascaded(known, Estimate<Decibels>::unknown({Gap::noise, {}}));
  EXPECT_FALSE(both.nominal);
  EXPECT_FALSE(both.low);
  EXPECT_EQ(both.high, Decibels::of(110.0));
  EXPECT_EQ(both.missing.items().size(), 1u);
}

TEST(PowerSum, EqualNoisesAreThreeDecibelsLouder) {
  EXPECT_NEAR(powerSum(DecibelsU::of(-100.0), DecibelsU::of(-100.0)).value(), -96.9897, 5e-5);
  EXPECT_NEAR(powerSum(DecibelsU::of(-100.0), DecibelsU::silence()).value(), -100.0, 1e-12);
}

TEST(PowerSum, AnUnknownNoiseLeavesABoundBelow) {
  const auto known = Estimate<DecibelsU>::exactly(DecibelsU::of(-100.0));
  const auto sum = powerSum(known, Estimate<DecibelsU>::unknown({Gap::noise, {}}));
  EXPECT_FALSE(sum.nominal);
  EXPECT_EQ(sum.low, DecibelsU::of(-100.0));
  EXPECT_FALSE(sum.high);
}

TEST(Divider, MatchesTheTableForSixteenOhms) {
  const auto into16 = [](double source) {
    return dividerGain(Ohms::of(source), Ohms::of(16.0)).value();
  };
  EXPECT_NEAR(into16(1.0), -0.527, 5e-4);
  EXPECT_NEAR(into16(20.0), -7.04, 5e-3);
  EXPECT_NEAR(into16(27.0), -8.59, 5e-3);
  EXPECT_NEAR(into16(75.0), -15.10, 5e-3);
  EXPECT_EQ(into16(0.0), 0.0);
}

TEST(Divider, ARangeOfSourcesGivesARangeOfLosses) {
  const auto source = Estimate<Ohms>::of({Ohms::of(23.5), Ohms::of(20.0), Ohms::of(27.0)});
  const auto gain = dividerGain(source, Estimate<Ohms>::exactly(Ohms::of(16.0)));
  EXPECT_NEAR(gain.low->value(), -8.59, 5e-3);
  EXPECT_NEAR(gain.high->value(), -7.04, 5e-3);
  EXPECT_GT(*gain.nominal, *gain.low);
  EXPECT_LT(*gain.nominal, *gain.high);
}

TEST(Divider, NeverAmplifiesWhateverTheImpedanceIs) {
  const auto gain = dividerGain(Estimate<Ohms>::unknown({Gap::impedance, {}}),
                                Estimate<Ohms>::exactly(Ohms::of(16.0)));
  EXPECT_FALSE(gain.nominal);
  EXPECT_FALSE(gain.low);
  EXPECT_EQ(gain.high, Decibels::of(0.0));
}

}  // namespace
}  // namespace linecheck::levels
