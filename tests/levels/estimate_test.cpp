#include "levels/estimate.h"

#include <gtest/gtest.h>

#include <random>

#include "units/decibels.h"
#include "units/level.h"

namespace linecheck::levels {
namespace {

const Missing kNoGain{Gap::gain, {}};
const Missing kNoNoise{Gap::noise, {}};

TEST(Estimate, AFigureWithoutRangeIsExact) {
  EXPECT_EQ(Estimate<Ohms>::of({Ohms::of(50.0), {}, {}}), Estimate<Ohms>::exactly(Ohms::of(50.0)));
}

TEST(Estimate, AFigureWithOneBoundIsOpenOnTheOtherSide) {
  const auto atLeast = Estimate<DecibelsU>::of({DecibelsU::of(19.7), DecibelsU::of(19.7), {}});
  EXPECT_EQ(atLeast.low, DecibelsU::of(19.7));
  EXPECT_FALSE(atLeast.high);
}

TEST(Estimate, ADifferenceTakesTheFarBounds) {
  const Estimate<DecibelsU> a{DecibelsU::of(20.0), DecibelsU::of(18.0), DecibelsU::of(21.0), {}};
  const Estimate<DecibelsU> b{DecibelsU::of(10.0), DecibelsU::of(9.0), DecibelsU::of(13.0), {}};
  const auto difference = a - b;
  EXPECT_EQ(difference.nominal, Decibels::of(10.0));
  EXPECT_EQ(difference.low, Decibels::of(5.0));
  EXPECT_EQ(difference.high, Decibels::of(12.0));
}

TEST(Estimate, WhatIsUnknownStaysUnknownAndIsNamed) {
  const auto sum = Estimate<DecibelsU>::exactly(DecibelsU::of(4.0)) +
                   Estimate<Decibels>::unknown(kNoGain) + Estimate<Decibels>::unknown(kNoNoise);
  EXPECT_TRUE(sum.isUnknown());
  EXPECT_EQ(sum.missing, (MissingSet{kNoGain, kNoNoise}));
}

TEST(Estimate, AnUpperBoundSubtractedIsALowerBound) {
  const auto ceiling = Estimate<DecibelsU>::exactly(DecibelsU::of(22.0));
  const auto margin = ceiling - Estimate<DecibelsU>::atMost(DecibelsU::of(20.0), kNoGain);
  EXPECT_FALSE(margin.nominal);
  EXPECT_EQ(margin.low, Decibels::of(2.0));
  EXPECT_FALSE(margin.high);
}

TEST(Estimate, TheLesserOfTwoLiesBelowEither) {
  const auto known = Estimate<Decibels>::exactly(Decibels::of(3.0));
  const auto least = lesser(known, Estimate<Decibels>::unknown(kNoGain));
  EXPECT_FALSE(least.nominal);
  EXPECT_FALSE(least.low);
  EXPECT_EQ(least.high, Decibels::of(3.0));
}

TEST(Estimate, BoundsHoldForWhateverLiesWithinThem) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> middle(-40.0, 40.0);
  std::uniform_real_distribution<double> part(0.0, 1.0);
  const auto any = [&] {
    const double nominal = middle(random);
    return Estimate<Decibels>{Decibels::of(nominal),
                              Decibels::of(nominal - 5.0 * part(random)),
                              Decibels::of(nominal + 5.0 * part(random)),
                              {}};
  };
  const auto within = [&](const Estimate<Decibels>& of) {
    return *of.low + part(random) * (*of.high - *of.low);
  };
  const auto holds = [](const Estimate<Decibels>& of, Decibels value) {
    const Decibels rounding = Decibels::of(1e-9);
    return *of.low <= value + rounding && value <= *of.high + rounding;
  };
  for (int i = 0; i < 500; ++i) {
    const auto a = any();
    const auto b = any();
    const Decibels x = within(a);
    const Decibels y = within(b);
    EXPECT_TRUE(holds(a + b, x + y));
    EXPECT_TRUE(holds(a - b, x - y));
    EXPECT_TRUE(holds(lesser(a, b), std::min(x, y)));
    EXPECT_TRUE(holds(falling(a, [](Decibels d) { return -d; }), -x));
    EXPECT_TRUE(holds(a - b, *(a - b).nominal));
  }
}

}  // namespace
}  // namespace linecheck::levels
