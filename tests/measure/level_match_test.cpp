#include "measure/level_match.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "dsp/random.h"

namespace linecheck::measure {
namespace {

std::vector<DecibelsSpl> spl(std::initializer_list<double> values) {
  std::vector<DecibelsSpl> levels;
  for (const double value : values) levels.push_back(DecibelsSpl::of(value));
  return levels;
}

const MatchControl kKnob{"the headphone knob", true, {}};
const MatchControl kTrim{"the monitors' trim", true, {}};
const MatchControl kFixed{"the monitors", false, {}};

LevelDifference over(double decibels, double uncertainty = 0.1) {
  return {Decibels::of(decibels), uncertainty};
}

TEST(LevelMatch, TheDifferenceIsThatOfTheMeans) {
  const auto a = spl({74.0, 75.0, 76.0});
  const auto b = spl({70.0, 71.0});
  const auto difference = differenceOf({a, b, {}});
  ASSERT_TRUE(difference);
  EXPECT_NEAR(difference->aOverB.value(), 4.5, 1e-12);
  // 1 dB over √3; 0.71 dB over √2; a digit of 0.1 dB in each.
  const double digit = 0.01 / 12.0;
  EXPECT_NEAR(difference->uncertainty, std::sqrt(1.0 / 3.0 + 0.5 / 2.0 + 2.0 * digit), 1e-9);
}

TEST(LevelMatch, OneReadingIsAsUncertainAsTheMetersPlace) {
  const auto a = spl({75.0});
  const auto b = spl({75.0});
  const auto difference = differenceOf({a, b, {}});
  ASSERT_TRUE(difference);
  EXPECT_NEAR(difference->uncertainty, std::sqrt(2.0) * 0.5, 0.01);
}

TEST(LevelMatch, ReadingsThatCannotBeAreRefused) {
  const auto good = spl({70.0});
  for (const double bad : {20.0, 96.0, 500.0, std::nan("")}) {
    const auto wrong = spl({bad});
    const auto refused = differenceOf({good, wrong, {}});
    ASSERT_FALSE(refused) << bad;
    EXPECT_EQ(refused.error().code, ErrorCode::usage);
    EXPECT_EQ(refused.error().where, "B");
    EXPECT_EQ(differenceOf({wrong, good, {}}).error().where, "A");
  }
  EXPECT_FALSE(differenceOf({good, {}, {}}));
  EXPECT_FALSE(differenceOf({{}, good, {}}));
}

TEST(LevelMatch, ReadingsThatDisagreeAreToBeReadAgain) {
  const auto a = spl({74.5, 75.0, 60.0});
  const auto b = spl({70.0});
  for (const auto& difference : {differenceOf({a, b, {}}), differenceOf({b, a, {}})}) {
    ASSERT_FALSE(difference);
    EXPECT_EQ(difference.error().code, ErrorCode::measurementInvalid);
    EXPECT_NE(difference.error().what.find("15.0 dB apart"), std::string::npos);
  }
  const auto close = spl({70.0, 73.0});
  EXPECT_TRUE(differenceOf({close, b, {}}));
}

TEST(LevelMatch, ALoudRoomIsRefused) {
  const auto a = spl({70.0});
  const auto b = spl({55.0});
  const auto refused = differenceOf({a, b, DecibelsSpl::of(46.0)});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::measurementInvalid);
  EXPECT_EQ(refused.error().where, "B");
  EXPECT_TRUE(differenceOf({a, b, DecibelsSpl::of(45.0)}));
}

TEST(LevelMatch, TheLouderOneIsTurnedDown) {
  MatchAdvice advice = adviceFor(over(4.0), kKnob, kTrim);
  EXPECT_EQ(advice.side, MatchSide::a);
  EXPECT_DOUBLE_EQ(advice.change.value(), -4.0);
  EXPECT_EQ(adviceText(advice, kKnob, kTrim).english(), "Turn the headphone knob down by 4.0 dB.");
  advice = adviceFor(over(-3.0), kKnob, kTrim);
  EXPECT_EQ(advice.side, MatchSide::b);
  EXPECT_DOUBLE_EQ(advice.change.value(), -3.0);
}

TEST(LevelMatch, WhereTheLouderOneCannotBeSetTheOtherIsTurnedUp) {
  const MatchAdvice advice = adviceFor(over(-6.0), kKnob, kFixed);
  EXPECT_EQ(advice.side, MatchSide::a);
  EXPECT_DOUBLE_EQ(advice.change.value(), 6.0);
  EXPECT_EQ(adviceText(advice, kKnob, kFixed).english(),
            "Turn the headphone knob up by 6.0 dB, slowly.");
}

TEST(LevelMatch, WhereNeitherCanBeSetItSaysSo) {
  const MatchAdvice advice = adviceFor(over(-6.0), kFixed, kFixed);
  EXPECT_TRUE(advice.isFixed);
  EXPECT_DOUBLE_EQ(advice.left.value(), -6.0);
}

TEST(LevelMatch, WhatNobodyHearsIsMatched) {
  EXPECT_TRUE(adviceFor(over(0.4), kKnob, kTrim).isMatched);
  EXPECT_TRUE(adviceFor(over(-0.9, 0.5), kKnob, kTrim).isMatched);
  EXPECT_FALSE(adviceFor(over(0.9, 0.1), kKnob, kTrim).isMatched);
  // However uncertain the meter is.
  EXPECT_FALSE(adviceFor(over(3.0, 5.0), kKnob, kTrim).isMatched);
}

TEST(LevelMatch, FollowingTheAdviceLeavesWhatItSays) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    dsp::Random random(seed);
    const double before = random.uniform(-20.0, 20.0);
    MatchControl a = kKnob;
    MatchControl b = kTrim;
    a.isAdjustable = random.uniform() < 0.7;
    b.isAdjustable = random.uniform() < 0.7;
    if (random.uniform() < 0.5) a.step = b.step = Decibels::of(random.uniform(0.5, 6.0));
    const MatchAdvice advice = adviceFor(over(before), a, b);
    double after = before;
    if (!advice.isMatched && !advice.isFixed) {
      EXPECT_TRUE(advice.side == MatchSide::a ? a.isAdjustable : b.isAdjustable) << seed;
      after += (advice.side == MatchSide::a ? 1.0 : -1.0) * advice.change.value();
      EXPECT_LE(std::abs(after), a.step ? 0.5 * a.step->value() + 1e-9 : 1e-9) << seed;
    }
    EXPECT_NEAR(after, advice.left.value(), 1e-9) << seed;
  }
}

}  // namespace
}  // namespace linecheck::measure
