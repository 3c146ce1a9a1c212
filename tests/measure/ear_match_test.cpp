#include "measure/ear_match.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace linecheck::measure {
namespace {

/// Answers as ears do that hear a difference of more than `keen` dB; tells how often they were
/// asked.
int answerAll(EarMatch& match, double aOverB, double keen) {
  int questions = 0;
  for (; !match.isDone() && questions < 100; ++questions) {
    const double heard =
        aOverB + match.gain(MatchSide::a).value() - match.gain(MatchSide::b).value();
    match.answer(std::abs(heard) <= keen ? EarAnswer::equal
                 : heard > 0.0           ? EarAnswer::aLouder
                                         : EarAnswer::bLouder);
  }
  return questions;
}

TEST(EarMatch, FindsTheDifferenceInAFewQuestions) {
  for (double truth = -23.0; truth <= 23.0; truth += 0.37) {
    for (const double keen : {0.0, 0.5, 1.0}) {
      EarMatch match;
      EXPECT_LE(answerAll(match, truth, keen), 6) << truth;
      const auto found = match.difference();
      ASSERT_TRUE(found) << truth;
      EXPECT_NEAR(found->aOverB.value(), truth, std::max(0.5, keen) + 1e-9);
      EXPECT_GE(2.0 * found->uncertainty, 1.0);
    }
  }
}

TEST(EarMatch, NeverPlaysLouderThanTheNoise) {
  for (double truth = -40.0; truth <= 40.0; truth += 2.3) {
    EarMatch match;
    while (!match.isDone()) {
      const double a = match.gain(MatchSide::a).value();
      const double b = match.gain(MatchSide::b).value();
      EXPECT_LE(std::max(a, b), 0.0);
      EXPECT_EQ(std::max(a, b), 0.0);
      match.answer(truth + a - b > 0.0 ? EarAnswer::aLouder : EarAnswer::bLouder);
    }
  }
}

TEST(EarMatch, ADifferenceBeyondItsRangeIsNotGuessed) {
  for (const double truth : {-40.0, 40.0}) {
    EarMatch match(Decibels::of(12.0));
    answerAll(match, truth, 0.0);
    EXPECT_TRUE(match.isOutOfRange());
    EXPECT_EQ(match.difference(), std::nullopt);
  }
}

TEST(EarMatch, AnswersAfterTheEndChangeNothing) {
  EarMatch match;
  match.answer(EarAnswer::equal);
  const auto found = match.difference();
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->aOverB.value(), 0.0);
  match.answer(EarAnswer::aLouder);
  EXPECT_EQ(match.difference(), found);
}

TEST(EarMatch, TellsNothingBeforeItIsDone) {
  EarMatch match;
  EXPECT_EQ(match.difference(), std::nullopt);
  match.answer(EarAnswer::aLouder);
  EXPECT_EQ(match.difference(), std::nullopt);
  EXPECT_FALSE(match.isDone());
}

}  // namespace
}  // namespace linecheck::measure
