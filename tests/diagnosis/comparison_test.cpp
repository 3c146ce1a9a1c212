#include "diagnosis/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "hum_fixture.h"

namespace linecheck::diagnosis {
namespace {

using ::testing::ElementsAre;

Evidence of(dsp::HumEstimate hum) {
  Evidence evidence;
  evidence.hum = std::move(hum);
  if (!evidence.hum.present) {
    for (auto& line : evidence.hum.harmonics) line.ceiling = line.level + Decibels::of(14.0);
  }
  return evidence;
}

Evidence withSignature(Cause cause, DecibelsFs level, double limit = -120.0) {
  Evidence evidence;
  evidence.signatures.push_back({cause, level, Decibels::of(0.2), DecibelsFs::of(limit)});
  return evidence;
}

std::vector<int> ordersOf(const Comparison& comparison) {
  std::vector<int> orders;
  for (const auto& harmonic : comparison.harmonics) orders.push_back(harmonic.order);
  return orders;
}

const Change& at(const Comparison& comparison, int order) {
  return std::find_if(comparison.harmonics.begin(), comparison.harmonics.end(),
                      [order](const auto& one) { return one.order == order; })
      ->change;
}

TEST(Compare, TellsEachHarmonicThatEitherCaptureHas) {
  const auto comparison =
      compare(of(humWith({{1, -60}, {3, -80}})), of(humWith({{1, -60.1}, {5, -90}})));
  EXPECT_THAT(ordersOf(comparison), ElementsAre(1, 3, 5));
  EXPECT_EQ(at(comparison, 1).verdict, ChangeVerdict::unchanged);
  EXPECT_EQ(at(comparison, 3).verdict, ChangeVerdict::less);
  EXPECT_EQ(at(comparison, 5).verdict, ChangeVerdict::more);
}

TEST(Compare, CountsNoiseOfThreeErrorsForWhatIsGone) {
  // The line is at the level of one standard error: 1 + 3.1 of them are 12.26 dB above it.
  const auto comparison = compare(of(humWith({{1, -60}, {3, -80}})), of(humWith({{1, -60}})));
  EXPECT_TRUE(at(comparison, 3).isBound);
  EXPECT_NEAR(at(comparison, 3).change.value(), -140 + 12.26 + 80, 0.01);
}

TEST(Compare, ErrorsOfBothCapturesAndTheMainsOwnWanderAdd) {
  const auto comparison =
      compare(of(humWith({{1, -120}, {3, -115}})), of(humWith({{1, -120}, {3, -115}})));
  // 8.686 dB · 10^(−20/20) and · 10^(−25/20), twice.
  EXPECT_NEAR(at(comparison, 1).standardError.value(), std::sqrt(2 * 0.8686 * 0.8686 + 0.01), 1e-6);
  EXPECT_NEAR(at(comparison, 3).standardError.value(), std::sqrt(2 * 0.48845 * 0.48845 + 0.09),
              1e-4);
}

TEST(Compare, AfterwardsNoHumBoundsEachOrderByWhatTheSearchCouldMiss) {
  const auto comparison = compare(of(humWith({{1, -60}, {11, -125}})), of(humWith({})));
  EXPECT_EQ(at(comparison, 1).verdict, ChangeVerdict::less);
  EXPECT_DOUBLE_EQ(at(comparison, 1).change.value(), -66.0);
  EXPECT_EQ(at(comparison, 11).verdict, ChangeVerdict::cannotTell);
  EXPECT_EQ(comparison.total.verdict, ChangeVerdict::less);
}

TEST(Compare, LeavesOutWhatATonePlaysOver) {
  auto after = humWith({{1, -60}, {3, -80}});
  after.harmonics[2].covered = true;
  after.harmonics[2].detected = false;
  EXPECT_THAT(ordersOf(compare(of(humWith({{1, -60}, {3, -80}})), of(after))), ElementsAre(1));
}

TEST(Compare, TwoMainsHaveNoOrderInCommon) {
  const auto comparison = compare(of(humWith({{1, -60}})), of(humWith({{1, -60}}, -140.0, 60.0)));
  EXPECT_TRUE(comparison.harmonics.empty());
  EXPECT_EQ(comparison.total.verdict, ChangeVerdict::cannotTell);
}

TEST(Compare, FollowsACauseByItsSignature) {
  const auto comparison = compare(withSignature(Cause::usbFrames, DecibelsFs::of(-90)),
                                  withSignature(Cause::usbFrames, DecibelsFs::of(-100)));
  ASSERT_NE(comparison.of(Cause::usbFrames), nullptr);
  EXPECT_DOUBLE_EQ(comparison.of(Cause::usbFrames)->change.value(), -10.0);
  EXPECT_EQ(comparison.of(Cause::usbFrames)->verdict, ChangeVerdict::less);
  EXPECT_DOUBLE_EQ(comparison.total.change.value(), -10.0);
  EXPECT_EQ(comparison.of(Cause::groundLoop), nullptr);
}

TEST(Compare, ASignatureThatIsGoneIsBelowItsLimit) {
  const auto comparison = compare(withSignature(Cause::mobilePhone, DecibelsFs::of(-70)),
                                  withSignature(Cause::mobilePhone, DecibelsFs::silence(), -95.0));
  EXPECT_TRUE(comparison.of(Cause::mobilePhone)->isBound);
  EXPECT_DOUBLE_EQ(comparison.of(Cause::mobilePhone)->change.value(), -25.0);
  EXPECT_EQ(comparison.of(Cause::mobilePhone)->verdict, ChangeVerdict::less);
}

TEST(Compare, TheTotalIsTheSumOfPowers) {
  // −60 and −60 dBFS are −56.99; one of them left is 3.01 dB less.
  const auto comparison =
      compare(of(humWith({{1, -60}, {3, -60}})), of(humWith({{1, -60}, {3, -130 + 4}})));
  EXPECT_NEAR(comparison.total.change.value(), -3.0103, 0.001);
  EXPECT_EQ(comparison.total.verdict, ChangeVerdict::less);
}

TEST(Compare, TheTotalIsOpenWhereWhatTheNoiseHidesCouldTurnIt) {
  auto before = humWith({{1, -100}, {3, -100}});
  auto after = humWith({{1, -100}});
  after.harmonics[2].level = DecibelsFs::of(-100);
  after.harmonics[2].levelStandardError = Decibels::of(0.5);
  EXPECT_EQ(compare(of(before), of(after)).total.verdict, ChangeVerdict::cannotTell)
      << "A line that stands there, unsteady, may be the hum still.";
}

TEST(Compare, WhatMainsCausesShareIsCountedOnce) {
  Evidence before = of(humWith({{1, -60}}));
  Evidence after = of(humWith({{1, -80}}));
  for (const Cause cause : {Cause::groundLoop, Cause::magneticPickup}) {
    before.signatures.push_back({cause, DecibelsFs::of(-60), {}, DecibelsFs::of(-120)});
    after.signatures.push_back({cause, DecibelsFs::of(-80), {}, DecibelsFs::of(-120)});
  }
  EXPECT_NEAR(compare(before, after).total.change.value(), -20.0, 1e-9);
}

TEST(Compare, NothingInEitherCannotBeTold) {
  const auto comparison = compare(of(humWith({})), of(humWith({})));
  EXPECT_TRUE(comparison.harmonics.empty());
  EXPECT_EQ(comparison.total.verdict, ChangeVerdict::cannotTell);
}

}  // namespace
}  // namespace linecheck::diagnosis
