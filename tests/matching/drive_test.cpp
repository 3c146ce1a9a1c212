// What an output gives into a load that it is not rated for.
#include <gtest/gtest.h>

#include <cmath>

#include "matching/match.h"
#include "support/matching/pairs.h"

namespace linecheck::matching {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

/// Of 100 dB/V, so that the voltage can be read off.
struct Loudest {
  Match pair;
  explicit Loudest(const Output& output, double ohm)
      : pair(match(output, perVolt(ohm, 100.0), {})) {}

  static double volts(std::optional<DecibelsSpl> level) {
    return std::pow(10.0, (level.value().value() - 100.0) / 20.0);
  }
  [[nodiscard]] double nominal() const { return volts(pair.maximum.nominal()); }
  [[nodiscard]] double low() const { return volts(pair.maximum.low()); }
  [[nodiscard]] double high() const { return volts(pair.maximum.high()); }
};

/// 8 V or 0.5 A at 16 ohm: 4 W.
Output ratedAt16() {
  Output output = openOutput(0.0);
  rate(output, 4.0, 16.0);
  return output;
}

TEST(Drive, ARatingIntoThisLoadIsExact) {
  const Loudest loudest(ratedAt16(), 16.0);
  EXPECT_NEAR(loudest.nominal(), 8.0, 1e-9);
  EXPECT_NEAR(loudest.low(), 8.0, 1e-9);
  EXPECT_NEAR(loudest.high(), 8.0, 1e-9);
  EXPECT_EQ(loudest.pair.limitedBy, Limit::ratedPower);
  EXPECT_FALSE(loudest.pair.ratedAt);
}

TEST(Drive, IntoMoreTheVoltageStaysAndTheRatingIsNamed) {
  const Loudest loudest(ratedAt16(), 64.0);
  EXPECT_NEAR(loudest.nominal(), 8.0, 1e-9);
  EXPECT_NEAR(loudest.low(), 8.0, 1e-9);
  // Were the current its limit, it could go on to 0.5 A · 64 ohm.
  EXPECT_NEAR(loudest.high(), 32.0, 1e-9);
  EXPECT_EQ(loudest.pair.limitedBy, Limit::voltage);
  EXPECT_EQ(loudest.pair.ratedAt, Ohms::of(16.0));
}

TEST(Drive, IntoLessTheCurrentStaysAndTheRatingIsNamed) {
  const Loudest loudest(ratedAt16(), 8.0);
  EXPECT_NEAR(loudest.nominal(), 4.0, 1e-9);
  EXPECT_NEAR(loudest.low(), 4.0, 1e-9);
  EXPECT_NEAR(loudest.high(), 8.0, 1e-9);
  EXPECT_EQ(loudest.pair.limitedBy, Limit::current);
  EXPECT_EQ(loudest.pair.ratedAt, Ohms::of(16.0));
}

TEST(Drive, BetweenTwoRatingsBothBoundIt) {
  Output output = ratedAt16();
  rate(output, 0.48, 300.0);  // 12 V, 40 mA
  const Loudest loudest(output, 64.0);
  EXPECT_NEAR(loudest.nominal(), 8.0, 1e-9);
  EXPECT_NEAR(loudest.low(), 8.0, 1e-9);    // Of 16 ohm; 300 ohm alone says 2.56 V.
  EXPECT_NEAR(loudest.high(), 12.0, 1e-9);  // Of 300 ohm; 16 ohm alone says 32 V.
  EXPECT_EQ(loudest.pair.ratedAt, Ohms::of(16.0));
}

TEST(Drive, TheLevelWithoutLoadSettlesWhatARatingIntoLessLeavesOpen) {
  Output output = openOutput(1.0, 10.0);
  rate(output, 4.0, 16.0);
  const Loudest loudest(output, 99.0);
  EXPECT_NEAR(loudest.nominal(), 9.9, 1e-9);
  EXPECT_NEAR(loudest.low(), 8.0, 1e-9);
  EXPECT_NEAR(loudest.high(), 9.9, 1e-9);
  EXPECT_EQ(loudest.pair.limitedBy, Limit::voltage);
  EXPECT_FALSE(loudest.pair.ratedAt);
}

TEST(Drive, TheLevelWithoutLoadPromisesNoCurrentIntoLessThanTheRating) {
  Output output = openOutput(0.0, 10.0);
  rate(output, 4.0, 16.0);
  const Loudest loudest(output, 8.0);
  EXPECT_NEAR(loudest.nominal(), 4.0, 1e-9);
  EXPECT_EQ(loudest.pair.limitedBy, Limit::current);
}

TEST(Drive, WhereTheDividerExplainsItTheCurrentIsNotBlamed) {
  Output output = openOutput(75.0);
  output.maximum = {Volts::of(1.5), Volts::of(1.0), Volts::of(2.0)};
  rate(output, 0.00484, 16.0);  // 0.278 V; 1.5 V give 0.264 V there.
  const Loudest loudest(output, 15.0);
  EXPECT_NEAR(loudest.nominal(), std::sqrt(0.00484 * 16.0) * 15.0 / 16.0, 1e-9);
  EXPECT_EQ(loudest.pair.limitedBy, Limit::voltage);
}

TEST(Drive, TheLevelWithoutLoadAloneGivesNoLowerBound) {
  const Loudest loudest(openOutput(16.0, 2.0), 16.0);
  EXPECT_NEAR(loudest.nominal(), 1.0, 1e-9);
  EXPECT_FALSE(loudest.pair.maximum.low());
  EXPECT_NEAR(loudest.high(), 1.0, 1e-9);
}

TEST(Drive, ARatingThatTheLevelWithoutLoadExcludesDoesNotCount) {
  Output output = openOutput(75.0, 2.0);
  rate(output, 0.03, 16.0);  // 0.69 V; behind 75 ohm 2 V give 0.35 V.
  const Loudest loudest(output, 16.0);
  EXPECT_NEAR(loudest.nominal(), 2.0 * 16.0 / 91.0, 1e-9);
  EXPECT_EQ(loudest.pair.limitedBy, Limit::voltage);
}

TEST(Drive, NothingTellsOfAnOutputWithoutFigures) {
  const Match pair = match(openOutput(1.0), perVolt(32.0, 100.0), {});
  EXPECT_TRUE(pair.maximum.isUnknown());
  EXPECT_FALSE(pair.limitedBy);
}

TEST(Drive, AnUnknownSourceImpedanceLeavesOnlyAnUpperBound) {
  Output output = openOutput(0.0, 2.0);
  output.impedance = {};
  const Match pair = match(output, perVolt(32.0, 100.0), {});
  EXPECT_FALSE(pair.maximum.nominal());
  EXPECT_FALSE(pair.maximum.low());
  EXPECT_NEAR(Loudest::volts(pair.maximum.high()), 2.0, 1e-9);
  EXPECT_FALSE(pair.loss.nominal());
  EXPECT_EQ(pair.loss.high(), Decibels::of(0.0));
}

TEST(Drive, MostIsInVoltsAmperesAndWatts) {
  const Demand most = mostInto(ratedAt16(), perVolt(16.0, 100.0), {});
  EXPECT_NEAR(most.voltage.nominal()->value(), 8.0, 1e-9);
  EXPECT_NEAR(most.current.nominal()->value(), 0.5, 1e-9);
  EXPECT_NEAR(most.power.nominal()->value(), 4.0, 1e-9);
  const Demand inferred = mostInto(ratedAt16(), perVolt(64.0, 100.0), {});
  EXPECT_NEAR(inferred.power.low()->value(), 1.0, 1e-9);
  EXPECT_NEAR(inferred.power.high()->value(), 16.0, 1e-9);
}

TEST(Drive, WhatIfTheOutputHadAnotherImpedance) {
  Request request;
  request.sourceImpedance = Ohms::of(16.0);
  const Match pair = match(ratedAt16(), perVolt(16.0, 100.0), request);
  EXPECT_NEAR(Loudest::volts(pair.maximum.nominal()), 4.0, 1e-9);
  EXPECT_NEAR(pair.loss.nominal()->value(), -6.0206, 1e-4);
}

}  // namespace
}  // namespace linecheck::matching
