#include "matching/steps.h"

#include <gtest/gtest.h>

#include "support/matching/pairs.h"

namespace linecheck::matching {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using profiles::Taper;
using profiles::VolumeTechnology;

double value(const Bounded<Decibels>& figure) {
  return figure.nominal().value().value();
}

TEST(Steps, OfTheL30IIOnlyHighGainDrivesItToItsRatingFromTwoVolts) {
  const auto steps =
      stepResults(shippedOutput("topping-l30-ii"), *loadOf(shipped("neuropunk-m1")), {});
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_TRUE(steps[0].isLimitedByFeed);
  EXPECT_TRUE(steps[1].isLimitedByFeed);
  EXPECT_FALSE(steps[2].isLimitedByFeed);
  // 7.483 V across 16 ohm, 16.1/16 of it without load, less 16.5 dB.
  EXPECT_NEAR(steps[2].feedForLimit.nominal().value().value(), 1.1267, 0.0005);
  EXPECT_GT(steps[1].feedForLimit.nominal().value(), Volts::of(7.4));
  EXPECT_FALSE(steps[0].isChosen);
  EXPECT_FALSE(steps[1].isChosen);
  EXPECT_TRUE(steps[2].isChosen);
}

TEST(Steps, AHotterSourceNeedsLessGain) {
  Request request;
  request.feed = voltsFromDbu(DecibelsU::of(20.0));
  const auto steps =
      stepResults(shippedOutput("topping-l30-ii"), *loadOf(shipped("neuropunk-m1")), request);
  EXPECT_TRUE(steps[1].isChosen);
}

TEST(Steps, TheReserveIsAskedForOnTopOfTheTarget) {
  Output output = amplifier(0.0, 100.0, 16.0);
  addStep(output, "low", 1.0);   // 115.98 dB
  addStep(output, "high", 8.0);  // 122.98 dB
  Request request;
  EXPECT_TRUE(stepResults(output, m1(), request)[0].isChosen);
  request.reserve = Decibels::of(3.0);
  EXPECT_TRUE(stepResults(output, m1(), request)[1].isChosen);
}

TEST(Steps, TheWindowGoesFromQuietToLoud) {
  Output output = amplifier(0.0, 100.0, 16.0);
  addStep(output, "only", 13.8);
  output.knob = Knob{VolumeTechnology::potentiometer, Taper::linear};
  const auto step = stepResults(output, m1(), {}).at(0);
  // Full scale 128.78 dB, 18 dB above the working level.
  EXPECT_NEAR(value(step.attenuation), 80.0 + 18.0 - 128.7794, 1e-3);
  EXPECT_NEAR(value(step.quietAttenuation), 60.0 + 18.0 - 128.7794, 1e-3);
  EXPECT_NEAR(value(step.loudAttenuation), 95.0 + 18.0 - 128.7794, 1e-3);
  EXPECT_NEAR(step.travel.nominal()->fraction, 0.028907, 1e-5);
  EXPECT_NEAR(step.loudTravel.nominal()->fraction, 0.162566, 1e-5);
}

TEST(Steps, WhatTheKnobCannotReachIsItsUpperEnd) {
  Output output = amplifier(0.0, 100.0, 16.0);
  addStep(output, "only", -40.0);  // Full scale 74.98 dB.
  const auto step = stepResults(output, m1(), {}).at(0);
  EXPECT_EQ(value(step.attenuation), 0.0);
  EXPECT_EQ(value(step.quietAttenuation), 78.0 - 78.0);
}

TEST(Steps, NoiseAboveTheLowestStepMayBeMore) {
  Output output = amplifier(0.0, 100.0, 16.0);
  addStep(output, "low", 0.0);
  addStep(output, "high", 10.0);
  setNoise(output, 1.0);
  const auto steps = stepResults(output, m1(), {});
  EXPECT_TRUE(steps[0].noise.high());
  EXPECT_FALSE(steps[1].noise.high());
  EXPECT_EQ(steps[0].noise.nominal(), steps[1].noise.nominal());
}

TEST(Steps, OfAConverterAreBelowItsGreatestLevel) {
  Output output = openOutput(0.0, 4.0);
  addStep(output, "low", -6.0);
  addStep(output, "high", 6.0);
  const auto steps = stepResults(output, perVolt(32.0, 100.0), {});
  EXPECT_NEAR(steps[1].maximum.nominal()->value(), 112.0412, 1e-3);
  EXPECT_NEAR(steps[0].maximum.nominal()->value(), 100.0412, 1e-3);
  EXPECT_TRUE(steps[0].feedForLimit.isUnknown());
}

TEST(Steps, AnOutputWithoutStepsHasOne) {
  const auto steps = stepResults(openOutput(1.0, 2.0), m1(), {});
  ASSERT_EQ(steps.size(), 1u);
  EXPECT_TRUE(steps[0].isChosen);
}

TEST(Travel, OfAnUntoldTaperLiesBetweenTheLinearAndTheSlowestAudioOne) {
  const auto travel = travelOf(Knob{VolumeTechnology::potentiometer, {}},
                               Bounded<Decibels>::exactly(Decibels::of(-20.0)));
  EXPECT_FALSE(travel.nominal());
  EXPECT_NEAR(travel.low()->fraction, 0.1, 1e-9);
  EXPECT_NEAR(travel.high()->fraction, 0.5, 1e-9);  // "10A": a tenth of the voltage at half.
}

TEST(Travel, OfRelaysOrOfNoKnobIsUnknown) {
  const auto down = Bounded<Decibels>::exactly(Decibels::of(-20.0));
  EXPECT_TRUE(travelOf(Knob{VolumeTechnology::relayLadder, {}}, down).isUnknown());
  EXPECT_TRUE(travelOf(Knob{VolumeTechnology::digital, {}}, down).isUnknown());
  EXPECT_TRUE(travelOf(std::nullopt, down).isUnknown());
}

}  // namespace
}  // namespace linecheck::matching
