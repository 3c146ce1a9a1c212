#include "diagnosis/hunt_belief.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace linecheck::diagnosis {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

const Decibels kGone = Decibels::of(-std::numeric_limits<double>::infinity());

Suspect suspect(Cause cause, const std::string& part) {
  return {cause, {chain::Place(chain::CableId(part))}, 0.5, {}};
}

Evidence evidence(Cause cause, double level, double limit = -115.0) {
  Evidence made;
  made.signatures.push_back({cause,
                             std::isfinite(level) ? DecibelsFs::of(level) : DecibelsFs::silence(),
                             Decibels::of(0.2), DecibelsFs::of(limit)});
  return made;
}

std::vector<double> after(const std::vector<Suspect>& suspects,
                          const std::vector<Expectation>& expected, const Evidence& before,
                          const Evidence& then) {
  std::vector<double> prior(suspects.size(), 1.0 / static_cast<double>(suspects.size()));
  return updated(suspects, prior, expected, compare(before, then), before, then);
}

TEST(Entropy, OfEvenOddsIsTheLogarithmOfTheirNumber) {
  EXPECT_DOUBLE_EQ(entropy({0.5, 0.5}), 1.0);
  EXPECT_DOUBLE_EQ(entropy({0.25, 0.25, 0.25, 0.25}), 2.0);
  EXPECT_DOUBLE_EQ(entropy({1.0, 0.0}), 0.0);
}

TEST(Information, OfAStepThatSplitsInHalvesIsOneBit) {
  EXPECT_DOUBLE_EQ(information({0.5, 0.5}, {{1.0, 0.0}, {0.0, 1.0}}), 1.0);
  EXPECT_DOUBLE_EQ(
      information({0.25, 0.25, 0.25, 0.25}, {{1.0, 0.0}, {1.0, 0.0}, {0.0, 1.0}, {0.0, 1.0}}), 1.0);
}

TEST(Information, OfAStepThatAllTakeAlikeIsNone) {
  EXPECT_NEAR(information({0.3, 0.7}, {{0.2, 0.8}, {0.2, 0.8}}), 0.0, 1e-12);
  const Expectation same = Expectation::of({});
  EXPECT_NEAR(information({0.3, 0.7}, {same, same}, 40_dB), 0.0, 1e-12);
}

TEST(Information, OfARealStepIsALittleLessThanThatOfAPerfectOne) {
  const std::vector<Expectation> split{Expectation::of({}), Expectation::of({kGone, 0_dB})};
  const double bits = information({0.5, 0.5}, split, 40_dB);
  EXPECT_LT(bits, 1.0);
  EXPECT_GT(bits, 0.6);
}

TEST(Information, FallsWithWhatCanStillBeHeard) {
  const std::vector<Expectation> split{Expectation::of({}), Expectation::of({kGone, 0_dB})};
  EXPECT_LT(information({0.5, 0.5}, split, 1_dB), 0.5 * information({0.5, 0.5}, split, 40_dB));
}

TEST(Expectation, IsAProbabilityDensity) {
  for (const Remainder& left :
       {Remainder{}, Remainder{kGone, 0_dB}, Remainder{-12_dB, 4_dB}, Remainder{-kGone, 0_dB}}) {
    const Expectation expected = Expectation::of(left);
    double sum = 0.0;
    for (double x = -150.0; x < 150.0; x += 0.05) {
      sum += 0.05 * expected.density(Decibels::of(x), 0.3_dB);
    }
    // What is gone for good has no place on the scale.
    EXPECT_NEAR(sum, std::isinf(left.change.value()) ? 0.55 : 1.0, 0.005);
    EXPECT_NEAR(expected.atMost(150_dB, 0.3_dB), left.change > 35_dB ? 0.55 : 1.0, 1e-6);
  }
}

TEST(Updated, OneDecisiveStepSettlesTwoSuspects) {
  const std::vector<Suspect> two{suspect(Cause::groundLoop, "a"), suspect(Cause::groundLoop, "b")};
  const std::vector<Expectation> expected{Expectation::of({kGone, 0_dB}), Expectation::of({})};
  const auto gone = after(two, expected, evidence(Cause::groundLoop, -70.0),
                          evidence(Cause::groundLoop, -kInfinite));
  EXPECT_GT(gone[0], 0.97);
  const auto same =
      after(two, expected, evidence(Cause::groundLoop, -70.0), evidence(Cause::groundLoop, -70.1));
  EXPECT_GT(same[1], 0.95);
  EXPECT_NEAR(std::accumulate(same.begin(), same.end(), 0.0), 1.0, 1e-12);
}

TEST(Updated, OneInTwentyIsKeptForMishaps) {
  // However clear the change, no odds beyond those of a step done wrong: 0.05 · ½ of nothing
  // changed, against 0.9 of what is foretold.
  const std::vector<Suspect> two{suspect(Cause::groundLoop, "a"), suspect(Cause::groundLoop, "b")};
  const std::vector<Expectation> expected{Expectation::of({kGone, 0_dB}), Expectation::of({})};
  const auto same =
      after(two, expected, evidence(Cause::groundLoop, -40), evidence(Cause::groundLoop, -40));
  EXPECT_GT(same[0] / same[1], 0.025 / 0.925 * 0.99);
}

TEST(Updated, WhatAllForetellSpeaksForNoFamily) {
  const std::vector<Suspect> two{suspect(Cause::groundLoop, "a"), suspect(Cause::gainHiss, "b")};
  const std::vector<Expectation> expected{Expectation::of({}), Expectation::of({})};
  Evidence before = evidence(Cause::groundLoop, -70.0);
  before.signatures.push_back(
      {Cause::gainHiss, DecibelsFs::of(-90.0), Decibels::of(0.1), DecibelsFs::of(-140.0)});
  const auto posterior = after(two, expected, before, before);
  EXPECT_NEAR(posterior[0], 0.5, 0.05);
}

TEST(Updated, HumThatGoesSpeaksAgainstANoiseThatStays) {
  const std::vector<Suspect> two{suspect(Cause::groundLoop, "a"), suspect(Cause::gainHiss, "b")};
  const std::vector<Expectation> expected{Expectation::of({kGone, 0_dB}), Expectation::of({})};
  Evidence before = evidence(Cause::groundLoop, -70.0);
  Evidence then = evidence(Cause::groundLoop, -kInfinite);
  for (Evidence* one : {&before, &then}) {
    one->signatures.push_back(
        {Cause::gainHiss, DecibelsFs::of(-90.0), Decibels::of(0.1), DecibelsFs::of(-140.0)});
  }
  EXPECT_GE(after(two, expected, before, then)[0], 0.5);
}

TEST(Updated, NothingHeardOnEitherSideTellsNothing) {
  const std::vector<Suspect> two{suspect(Cause::groundLoop, "a"), suspect(Cause::groundLoop, "b")};
  const std::vector<Expectation> expected{Expectation::of({kGone, 0_dB}), Expectation::of({})};
  const Evidence silent = evidence(Cause::groundLoop, -kInfinite);
  EXPECT_NEAR(after(two, expected, silent, silent)[0], 0.5, 1e-9);
}

TEST(Updated, ACoarseMeasurementMovesLittle) {
  const std::vector<Suspect> two{suspect(Cause::groundLoop, "a"), suspect(Cause::groundLoop, "b")};
  const std::vector<Expectation> expected{Expectation::of({-6_dB, 0_dB}), Expectation::of({})};
  Evidence before = evidence(Cause::groundLoop, -70.0);
  Evidence then = evidence(Cause::groundLoop, -72.0);
  before.signatures[0].standardError = Decibels::of(8.0);
  const double coarse = after(two, expected, before, then)[0];
  EXPECT_NEAR(coarse, 0.5, 0.1);
}

}  // namespace
}  // namespace linecheck::diagnosis
