#include <gtest/gtest.h>

#include "matching/match.h"
#include "support/matching/pairs.h"

namespace linecheck::matching {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using Kind = Reason::Kind;

const Reason* reason(const Match& match, Kind kind) {
  return match.reasons.find(kind);
}

/// 10 V into 16 ohm and more, quiet and stiff.
Output strong() {
  Output output = openOutput(0.1);
  rate(output, 6.25, 16.0);
  setNoise(output, 0.5);
  return output;
}

/// With one step and a knob of this taper.
Output amplifierOf(double gain, std::optional<profiles::Taper> taper) {
  Output output = strong();
  output.kind = profiles::Kind::headphoneAmplifier;
  output.isFed = true;
  addStep(output, "only", gain);
  output.knob = Knob{profiles::VolumeTechnology::potentiometer, taper};
  return output;
}

TEST(Verdict, IsGoodWhereNothingSpeaksAgainst) {
  const Match pair = match(strong(), m1(), {});
  EXPECT_EQ(pair.verdict, Verdict::good);
  EXPECT_EQ(pair.weight, 0.0);
  EXPECT_TRUE(reason(pair, Kind::headroom));
}

TEST(Verdict, ReasonsComeTheWeightiestFirst) {
  Output output = openOutput(23.5, 3.125);
  rate(output, 0.1, 16.0);
  const Match pair = match(output, m1(), {});
  const auto all = pair.reasons.all();
  ASSERT_GE(all.size(), 2u);
  EXPECT_EQ(all[0].kind, Kind::headroomShort);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i - 1].weight, all[i].weight);
}

TEST(Verdict, AShortfallByCurrentSaysHowMuchWouldBeNeeded) {
  Output output = openOutput(0.0);
  rate(output, 0.032, 32.0);  // 31.6 mA
  const Match pair = match(output, m1(), {});
  ASSERT_TRUE(reason(pair, Kind::currentShort));
  EXPECT_NEAR(reason(pair, Kind::currentShort)->limit, 125.297, 0.01);
}

TEST(Verdict, AnInferredCurrentAloneDoesNotMakeItPoor) {
  // 30.6 mA into 300 ohm; into 16 ohm that would be 12 dB short, but the 9.2 V would be ample.
  Output output = openOutput(0.0);
  rate(output, 0.28, 300.0);
  const Match pair = match(output, m1(), {});
  EXPECT_EQ(pair.verdict, Verdict::unknown);
  ASSERT_TRUE(reason(pair, Kind::currentShort));
  EXPECT_NEAR(reason(pair, Kind::currentShort)->figure, 12.27, 0.02);
  EXPECT_EQ(pair.ratedAt, Ohms::of(300.0));
  // Where no more than the rating's voltage can come, and that is short too, it is.
  Output weak = openOutput(0.0, 0.3);
  rate(weak, 1e-4, 300.0);
  EXPECT_EQ(match(weak, m1(), {}).verdict, Verdict::poor);
}

TEST(Verdict, AShortfallByTheFeedSaysWhatToFeed) {
  Output output = amplifierOf(0.0, {});
  const Match pair = match(output, m1(), {});
  EXPECT_EQ(pair.limitedBy, Limit::feed);
  ASSERT_TRUE(reason(pair, Kind::feedShort));
  // 2.00475 V across 16 ohm, behind 0.1 ohm.
  EXPECT_NEAR(reason(pair, Kind::feedShort)->limit, 2.00475 * 16.1 / 16.0, 1e-4);
}

TEST(Verdict, AnUnknownSensitivityLeavesItUnknown) {
  Load load = m1();
  load.sensitivity = {};
  const Match pair = match(strong(), load, {});
  EXPECT_EQ(pair.verdict, Verdict::unknown);
  EXPECT_TRUE(reason(pair, Kind::sensitivityUnknown));
  EXPECT_FALSE(reason(pair, Kind::noiseUnknown));
  EXPECT_TRUE(pair.headroom.isUnknown());
}

TEST(Verdict, AnUnknownMaximumLeavesItUnknownButKeepsTheRest) {
  const Match pair = match(openOutput(75.0), m1(), {});
  EXPECT_EQ(pair.verdict, Verdict::unknown);
  EXPECT_TRUE(reason(pair, Kind::maximumUnknown));
  EXPECT_TRUE(reason(pair, Kind::sourceImpedanceHigh));
}

TEST(Verdict, ABoundThatLiesBelowTheTargetIsEnoughToBePoor) {
  Output output = openOutput(0.0, 0.5);
  output.impedance = {};
  const Match pair = match(output, m1(), {});  // At most 102.9 dB.
  EXPECT_EQ(pair.verdict, Verdict::poor);
  EXPECT_FALSE(pair.headroom.nominal());
}

TEST(Verdict, AnUnknownFigureThatMattersMakesItNoBetterThanFair) {
  Output noiseUntold = strong();
  noiseUntold.noise = {};
  EXPECT_EQ(match(noiseUntold, perVolt(32.0, 120.0), {}).verdict, Verdict::fair);
  // Even 10 µV would be too little to hear in these.
  EXPECT_EQ(match(noiseUntold, m1(), {}).verdict, Verdict::good);

  Output impedanceUntold = strong();
  impedanceUntold.impedance = {};
  EXPECT_EQ(match(impedanceUntold, m1(), {}).verdict, Verdict::fair);

  Output gainUntold = amplifierOf(0.0, {});
  gainUntold.steps.clear();
  const Match pair = match(gainUntold, m1(), {});
  EXPECT_EQ(pair.verdict, Verdict::fair);
  EXPECT_TRUE(reason(pair, Kind::gainUnknown));
  EXPECT_FALSE(pair.maximum.low());
}

TEST(Verdict, HissThatIsHeardCountsAgainst) {
  Output output = strong();
  setNoise(output, 20.0);
  const Match pair = match(output, perVolt(32.0, 120.0), {});
  ASSERT_TRUE(reason(pair, Kind::hissAudible));
  EXPECT_NEAR(reason(pair, Kind::hissAudible)->figure, 25.99, 0.01);
  EXPECT_EQ(pair.verdict, Verdict::fair);
}

TEST(Verdict, TheEighthRuleIsWhereTheImpedanceBeginsToCount) {
  Output output = strong();
  output.impedance = Bounded<Ohms>::exactly(Ohms::of(2.0));
  EXPECT_TRUE(reason(match(output, m1(), {}), Kind::sourceImpedanceGood));
  output.impedance = Bounded<Ohms>::exactly(Ohms::of(2.1));
  EXPECT_TRUE(reason(match(output, m1(), {}), Kind::sourceImpedanceHigh));
}

TEST(Verdict, WithoutACurveTheResponseMayBendByAllOfTheLoss) {
  Output output = openOutput(16.0, 10.0);
  const Match pair = match(output, perMilliwatt(16.0, 100.0), {});
  EXPECT_EQ(pair.deviationBasis, DeviationBasis::none);
  EXPECT_FALSE(pair.deviation.nominal());
  ASSERT_TRUE(reason(pair, Kind::responseUnknown));
  EXPECT_NEAR(reason(pair, Kind::responseUnknown)->figure, 6.0206, 1e-4);
}

TEST(Verdict, AStrongAmplifierWithInEarsIsDangerousWhereASmallTurnIsTooMuch) {
  // 2 V with 20 dB into 132 dB/V: 158 dB with the knob up, 98 dB at 60 dB down.
  const Match pair = match(amplifierOf(20.0, profiles::Taper::audio), perVolt(16.0, 132.0), {});
  EXPECT_EQ(pair.verdict, Verdict::dangerous);
  ASSERT_TRUE(reason(pair, Kind::dangerous));
  EXPECT_EQ(pair.reasons.all().front().kind, Kind::dangerous);
  EXPECT_GT(reason(pair, Kind::dangerous)->figure, 100.0);
  EXPECT_EQ(reason(pair, Kind::dangerous)->limit, 100.0);
}

TEST(Verdict, ALinearKnobIsDangerousFromThirtyNineDecibelsDown) {
  // A tenth of the travel on is 20 dB more where t + 0.1 = 10·t: t = 1/90, -39.1 dB.
  const auto at = [](double gain) {
    return match(amplifierOf(gain, profiles::Taper::linear), perVolt(16.0, 110.0), {}).verdict;
  };
  // 110 + 6.02 + gain - 98 dB, less 0.054 dB of loss.
  EXPECT_NE(at(20.9), Verdict::dangerous);
  EXPECT_EQ(at(21.3), Verdict::dangerous);
}

TEST(Verdict, ALowGainMakesTheSameAmplifierSafe) {
  Output output = amplifierOf(20.0, profiles::Taper::audio);
  output.steps.insert(output.steps.begin(),
                      {"low", Bounded<Decibels>::exactly(Decibels::of(-14.0))});
  EXPECT_NE(match(output, perVolt(16.0, 132.0), {}).verdict, Verdict::dangerous);
}

TEST(Verdict, AKnobAtTheBottomOfItsTravelCountsAgainst) {
  // 130 dB/V at 0 dB: 38 dB down at 80 dB, 9 % of an audio knob's travel.
  const Match pair = match(amplifierOf(0.0, profiles::Taper::audio), perVolt(16.0, 130.0), {});
  ASSERT_TRUE(reason(pair, Kind::knobLow));
  EXPECT_NEAR(reason(pair, Kind::knobLow)->figure, pair.travel.nominal()->fraction, 1e-6);
  EXPECT_LT(pair.travel.nominal()->fraction, 0.1);
  // The kindest taper would have it at 13 %: nobody can say.
  EXPECT_FALSE(reason(match(amplifierOf(0.0, {}), perVolt(16.0, 130.0), {}), Kind::knobLow));
}

TEST(Verdict, AShortfallOfUndemandingHeadphonesWeighsWithoutAStep) {
  // 100 dB at 1 V and 300 ohm: 104 dB SPL at 1.585 V are the peaks at 80 dB and 6 dB.
  const auto weightAt = [](double volts) {
    return match(openOutput(0.0, volts), perVolt(300.0, 100.0), {}).weight;
  };
  EXPECT_NEAR(weightAt(1.60), 25.0, 1e-6);
  EXPECT_NEAR(weightAt(2.50), 25.0, 1e-6);
  EXPECT_NEAR(weightAt(1.5848932), 25.0, 1e-4);
  EXPECT_NEAR(weightAt(1.4125375), 32.0, 1e-4);  // A decibel less.
  // M1-like ones get no such grace.
  EXPECT_GT(match(openOutput(0.0, 1.6), perVolt(16.0, 100.0), {}).weight, 80.0);
}

TEST(Verdict, BetterIsAStrictOrder) {
  const Match good = match(strong(), m1(), {});
  const Match poor = match(openOutput(75.0, 1.0), m1(), {});
  EXPECT_TRUE(better(good, poor));
  EXPECT_FALSE(better(poor, good));
  EXPECT_FALSE(better(good, good));
}

TEST(Verdict, ListHoldsTheWeightiestWhenItIsFull) {
  ReasonList list;
  for (std::size_t i = 0; i < ReasonList::kMost; ++i) {
    list.add({Kind::headroom, 0.0F, 0.0F, static_cast<float>(i)});
  }
  list.add({Kind::silent, 0.0F, 0.0F, 5.5F});
  EXPECT_EQ(list.all().size(), ReasonList::kMost);
  EXPECT_TRUE(list.find(Kind::silent));
  EXPECT_EQ(list.all().front().weight, static_cast<float>(ReasonList::kMost - 1));
  EXPECT_EQ(list.all().back().weight, 1.0);
}

}  // namespace
}  // namespace linecheck::matching
