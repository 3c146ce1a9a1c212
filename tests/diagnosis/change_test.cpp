#include "diagnosis/change.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace linecheck::diagnosis {
namespace {

Strength seen(double level, double error = 0.1) {
  return {DecibelsFs::of(level), Decibels::of(error), false};
}

Strength hidden(double level) {
  return {DecibelsFs::of(level), Decibels(), true};
}

constexpr Decibels kSteady = Decibels::of(0.0);

TEST(Change, IsAfterLessBeforeWithBothErrorsAndTheWander) {
  const Change change = changeBetween(seen(-60.0, 0.3), seen(-72.5, 0.4), Decibels::of(1.2));
  EXPECT_DOUBLE_EQ(change.change.value(), -12.5);
  EXPECT_DOUBLE_EQ(change.standardError.value(), 1.3);
  EXPECT_EQ(change.verdict, ChangeVerdict::less);
}

TEST(Change, NeedsADecibelAndThreeErrors) {
  EXPECT_EQ(changeBetween(seen(-60, 0.0), seen(-60.9, 0.001), kSteady).verdict,
            ChangeVerdict::unchanged);
  EXPECT_EQ(changeBetween(seen(-60), seen(-61.1, 0.1), kSteady).verdict, ChangeVerdict::less);
  EXPECT_EQ(changeBetween(seen(-60, 0.0), seen(-62.0, 0.7), kSteady).verdict,
            ChangeVerdict::cannotTell);
  EXPECT_EQ(changeBetween(seen(-60, 0.0), seen(-57.8, 0.7), kSteady).verdict, ChangeVerdict::more);
}

TEST(Change, IsUnchangedOnlyIfTheIntervalLiesWithinADecibel) {
  EXPECT_EQ(changeBetween(seen(-60, 0.0), seen(-60.0, 0.5), kSteady).verdict,
            ChangeVerdict::unchanged);
  EXPECT_EQ(changeBetween(seen(-60, 0.0), seen(-60.3, 0.5), kSteady).verdict,
            ChangeVerdict::cannotTell);
}

TEST(Change, OfWhatWentIntoTheNoiseIsAtMostTheBound) {
  const Change change = changeBetween(seen(-70), hidden(-95), kSteady);
  EXPECT_TRUE(change.isBound);
  EXPECT_FALSE(change.isLeast);
  EXPECT_DOUBLE_EQ(change.change.value(), -25.0);
  EXPECT_EQ(change.verdict, ChangeVerdict::less);
  EXPECT_EQ(changeBetween(seen(-95), hidden(-95), kSteady).verdict, ChangeVerdict::cannotTell);
  EXPECT_EQ(changeBetween(seen(-95), hidden(-80), kSteady).verdict, ChangeVerdict::cannotTell)
      << "A high floor does not make it more.";
}

TEST(Change, OfWhatCameOutOfTheNoiseIsAtLeastTheBound) {
  const Change change = changeBetween(hidden(-95), seen(-70), kSteady);
  EXPECT_TRUE(change.isBound && change.isLeast);
  EXPECT_EQ(change.verdict, ChangeVerdict::more);
  EXPECT_EQ(changeBetween(hidden(-80), seen(-95), kSteady).verdict, ChangeVerdict::cannotTell);
}

TEST(Change, CannotBeToldWhereNeitherSideIsSeen) {
  const Change change = changeBetween(hidden(-95), hidden(-110), kSteady);
  EXPECT_TRUE(change.isBound);
  EXPECT_EQ(change.verdict, ChangeVerdict::cannotTell);
  EXPECT_EQ(timesLonger(change, kSteady), std::nullopt);
}

TEST(Change, ASilenceAfterIsLessByAnyAmount) {
  const Change change =
      changeBetween(seen(-70), {DecibelsFs::silence(), {}, true}, Decibels::of(0.1));
  EXPECT_EQ(change.verdict, ChangeVerdict::less);
  EXPECT_TRUE(std::isinf(change.change.value()));
}

// By simulation of the sentence in the header: the same level in both captures, errors as stated.
TEST(Change, NothingChangedIsCalledLessInFewerThanTwoOfAThousand) {
  std::mt19937_64 random(11);
  constexpr int kDraws = 100'000;
  for (const double error : {0.2, 0.5, 2.0}) {
    std::normal_distribution<double> noise(0.0, error);
    int wrong = 0;
    for (int i = 0; i < kDraws; ++i) {
      const auto verdict =
          changeBetween(seen(-80 + noise(random), error), seen(-80 + noise(random), error), kSteady)
              .verdict;
      wrong += verdict == ChangeVerdict::less ? 1 : 0;
    }
    EXPECT_LT(wrong, 0.002 * kDraws) << error;
    if (error > 0.4) {
      EXPECT_GT(wrong, 0.0005 * kDraws) << "three errors, not five: " << error;
    }
  }
}

TEST(TimesLonger, IsOneForWhatIsDecided) {
  EXPECT_EQ(timesLonger(changeBetween(seen(-60), seen(-80), kSteady), kSteady), 1.0);
}

TEST(TimesLonger, GivesJustTheTimeThatDecides) {
  // 3 dB less, known to 2 dB: three errors fit in at 1 dB, half of it, four times as long.
  const Change change = changeBetween(seen(-60, 0.0), seen(-63, 2.0), kSteady);
  EXPECT_NEAR(timesLonger(change, kSteady).value(), 4.0, 1e-9);
  EXPECT_EQ(changeBetween(seen(-60, 0.0), seen(-63, 2.0 / 2.001), kSteady).verdict,
            ChangeVerdict::less);
}

TEST(TimesLonger, LowersABoundByThreeDecibelsForTwiceTheTime) {
  const Change change = changeBetween(seen(-90, 0.1), hidden(-90 - 1 + 3.0103), kSteady);
  EXPECT_NEAR(timesLonger(change, kSteady).value(), 2.0, 1e-4);
}

TEST(TimesLonger, IsEmptyWhereTheSourceItselfWandersTooMuch) {
  const Decibels wander = Decibels::of(0.5);
  EXPECT_EQ(timesLonger(changeBetween(seen(-60), seen(-61.2), wander), wander), std::nullopt);
  EXPECT_EQ(timesLonger(changeBetween(seen(-60), seen(-60.9, 1.0), kSteady), kSteady), std::nullopt)
      << "Four hundred times as long is no advice.";
}

}  // namespace
}  // namespace linecheck::diagnosis
