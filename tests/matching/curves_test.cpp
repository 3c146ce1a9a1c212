#include "matching/curves.h"

#include <gtest/gtest.h>

#include "support/matching/pairs.h"

namespace linecheck::matching {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using profiles::Taper;
using profiles::VolumeTechnology;

Load withCurve() {
  Load load = perMilliwatt(32.0, 100.0);
  load.curve = {{Hertz::of(20.0), Ohms::of(32.0)},
                {Hertz::of(100.0), Ohms::of(96.0)},
                {Hertz::of(10'000.0), Ohms::of(32.0)}};
  return load;
}

Output knobbed(std::optional<Taper> taper) {
  Output output = amplifier(0.0, 100.0, 16.0);
  addStep(output, "only", 0.0);
  output.knob = Knob{VolumeTechnology::potentiometer, taper};
  return output;
}

TEST(ResponseCurve, FollowsTheImpedance) {
  const auto curve = responseCurve(openOutput(32.0), withCurve(), {});
  ASSERT_EQ(curve.size(), 3u);
  EXPECT_NEAR(curve[0].loss.nominal()->value(), -6.0206, 1e-4);
  EXPECT_NEAR(curve[0].deviation.nominal()->value(), 0.0, 1e-12);
  EXPECT_NEAR(curve[1].loss.nominal()->value(), -2.4988, 1e-4);
  EXPECT_NEAR(curve[1].deviation.nominal()->value(), 3.5218, 1e-4);
}

TEST(ResponseCurve, BoundsOfTheSourceImpedanceAreCarriedThrough) {
  Output output = openOutput(20.0);
  output.impedance = {Ohms::of(23.5), Ohms::of(20.0), Ohms::of(27.0)};
  for (const auto& point : responseCurve(output, withCurve(), {})) {
    EXPECT_LT(point.loss.low(), point.loss.nominal());
    EXPECT_LT(point.loss.nominal(), point.loss.high());
    EXPECT_LE(point.deviation.low(), point.deviation.nominal());
    EXPECT_LE(point.deviation.nominal(), point.deviation.high());
  }
}

TEST(ResponseCurve, TheLargestStepIsTheDeviationOfTheMatch) {
  const Load load = withCurve();
  const auto curve = responseCurve(openOutput(10.0), load, {});
  EXPECT_NEAR(match(openOutput(10.0), load, {}).deviation.nominal()->value(),
              curve[1].loss.nominal()->value() - curve[0].loss.nominal()->value(), 1e-12);
}

TEST(ResponseCurve, IsEmptyWhereTheSourceOrTheCurveIsNotKnown) {
  Output output = openOutput(1.0);
  EXPECT_TRUE(responseCurve(output, m1(), {}).empty());
  output.impedance = {};
  EXPECT_TRUE(responseCurve(output, withCurve(), {}).empty());
}

TEST(LoudnessCurve, EndsAtFullScaleLessTheProgrammesPeaks) {
  const auto curve = loudnessCurve(knobbed(Taper::linear), m1(), {}, 0, 11);
  ASSERT_EQ(curve.size(), 11u);
  // 108.9588 + 6.0206 - 18
  EXPECT_NEAR(curve.back().level.nominal()->value(), 96.9794, 1e-3);
  EXPECT_NEAR(curve[5].level.nominal()->value(), 96.9794 - 6.0206, 1e-3);
  EXPECT_TRUE(curve.front().level.nominal()->isSilent());
}

TEST(LoudnessCurve, RisesAllTheWay) {
  const auto curve = loudnessCurve(knobbed(Taper::audio), m1(), {}, 0);
  for (std::size_t i = 1; i < curve.size(); ++i) {
    EXPECT_LT(curve[i - 1].level.nominal(), curve[i].level.nominal());
    EXPECT_LE(curve[i].level.low(), curve[i].level.nominal());
    EXPECT_LE(curve[i].level.nominal(), curve[i].level.high());
  }
}

TEST(LoudnessCurve, OfAnUntoldTaperHasOnlyBounds) {
  const auto curve = loudnessCurve(knobbed({}), m1(), {}, 0, 3);
  ASSERT_EQ(curve.size(), 3u);
  EXPECT_FALSE(curve[1].level.nominal());
  EXPECT_NEAR(curve[1].level.low()->value(), 96.9794 - 20.0, 1e-3);
  EXPECT_NEAR(curve[1].level.high()->value(), 96.9794 - 6.0206, 1e-3);
}

TEST(LoudnessCurve, IsEmptyWhereTravelHasNoLaw) {
  Output output = knobbed({});
  output.knob->technology = VolumeTechnology::relayLadder;
  EXPECT_TRUE(loudnessCurve(output, m1(), {}, 0).empty());
}

TEST(Hearing, ThresholdIsEmptyOutsideTheStandard) {
  EXPECT_FALSE(hearingThreshold(Hertz::of(19.9)));
  EXPECT_FALSE(hearingThreshold(Hertz::of(12'501.0)));
  EXPECT_TRUE(hearingThreshold(Hertz::of(20.0)));
  EXPECT_TRUE(hearingThreshold(Hertz::of(12'500.0)));
}

TEST(Hearing, ThresholdRunsStraightBetweenThirdOctaves) {
  const double middle = std::sqrt(1000.0 * 1250.0);
  EXPECT_NEAR(hearingThreshold(Hertz::of(middle))->value(), 0.5 * (2.4 + 3.5), 1e-9);
}

TEST(Hearing, WhiteNoiseOfTenDecibelsIsJustAtTheThreshold) {
  // 10·log10(364.7 Hz/20 kHz) = -17.39 dB and 2.05 dB of A-weighting, against -6 dB.
  const double band = noiseInEarBand(DecibelsSpl::of(9.34), Hertz::of(3150.0)).value();
  EXPECT_NEAR(band, -6.0, 0.01);
}

}  // namespace
}  // namespace linecheck::matching
