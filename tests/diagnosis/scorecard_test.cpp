#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "diagnosis/cause_weights.h"
#include "diagnosis/diagnosis.h"

namespace linecheck::diagnosis {
namespace {

Evidence evidenceOf(std::vector<Observation> observations) {
  Evidence evidence;
  evidence.observations = std::move(observations);
  return evidence;
}

const CauseProbability& of(const std::vector<CauseProbability>& all, Cause cause) {
  return *std::find_if(all.begin(), all.end(),
                       [cause](const auto& each) { return each.cause == cause; });
}

double decibels(double ratio) {
  return 10.0 * std::log10(ratio);
}

constexpr Observation kQuiet{Trait::noiseLevel, Observation::Kind::measured, -105.0, 0.0};

TEST(Scorecard, OddsAreTheDifferenceOfScores) {
  const auto all = causeProbabilities(evidenceOf({kQuiet}));
  double points[2] = {};
  const Cause pair[2] = {Cause::groundLoop, Cause::usbFrames};
  for (int i = 0; i < 2; ++i) {
    for (const CausePrior& prior : causePriors()) {
      if (prior.cause == pair[i]) points[i] += prior.points;
    }
    for (const TraitWeights& weights : traitWeights()) {
      if (weights.trait != Trait::noiseLevel) continue;
      const auto knot = std::find(weights.knots.begin(), weights.knots.end(), -105.0);
      ASSERT_NE(knot, weights.knots.end());
      for (const CausePoints& cause : weights.causes) {
        if (cause.cause == pair[i]) {
          points[i] += cause.points[static_cast<std::size_t>(knot - weights.knots.begin())];
        }
      }
    }
  }
  EXPECT_NEAR(decibels(of(all, pair[0]).probability / of(all, pair[1]).probability),
              points[0] - points[1], 1e-9);
}

TEST(Scorecard, AMoveIsWhatATraitDidToTheOdds) {
  const Observation frames{Trait::frameLines, Observation::Kind::measured, 10.0, 0.5};
  const auto without = causeProbabilities(evidenceOf({kQuiet}));
  const auto with = causeProbabilities(evidenceOf({kQuiet, frames}));
  const auto moveOf = [&](Cause cause) {
    double sum = 0.0;
    for (const Move& move : of(with, cause).moves) {
      if (move.trait == Trait::frameLines) sum += move.moves.value();
    }
    return sum;
  };
  const double odds =
      decibels(of(with, Cause::usbFrames).probability / of(with, Cause::noHum).probability) -
      decibels(of(without, Cause::usbFrames).probability / of(without, Cause::noHum).probability);
  EXPECT_NEAR(moveOf(Cause::usbFrames) - moveOf(Cause::noHum), odds, 1e-9);
  EXPECT_GT(moveOf(Cause::usbFrames), 0.0);
  EXPECT_LT(moveOf(Cause::noHum), 0.0);
}

TEST(Scorecard, TheStrongestMoveComesFirst) {
  const auto all = causeProbabilities(
      evidenceOf({kQuiet, {Trait::frameLines, Observation::Kind::measured, 20.0, 0.5}}));
  for (const CauseProbability& cause : all) {
    EXPECT_TRUE(
        std::is_sorted(cause.moves.begin(), cause.moves.end(), [](const Move& a, const Move& b) {
          return std::abs(a.moves.value()) > std::abs(b.moves.value());
        }));
  }
}

TEST(Scorecard, HumThatWasFoundIsNeverCalledNone) {
  for (const double level : {0.0, 10.0, 40.0}) {
    const auto all = causeProbabilities(
        evidenceOf({kQuiet, {Trait::humOverFloor, Observation::Kind::measured, level, 0.5}}));
    EXPECT_LT(of(all, Cause::noHum).probability, 0.2) << level;
  }
}

TEST(Scorecard, WithoutAnythingHeardNoHumStandsAtAHalf) {
  const auto all = causeProbabilities(Evidence{});
  EXPECT_EQ(all.size(), causes().size());
  EXPECT_EQ(all.front().cause, Cause::noHum);
  EXPECT_DOUBLE_EQ(all.front().probability, 0.5);
}

}  // namespace
}  // namespace linecheck::diagnosis
