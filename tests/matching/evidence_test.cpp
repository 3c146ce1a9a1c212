#include "matching/evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/matching/pairs.h"

namespace linecheck::matching {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using profiles::Confidence;
using ::testing::ElementsAre;
using Part = SourceFigure::Part;

Evidence onM1(Figure figure, std::string_view id, std::string_view port) {
  return sourcesOf(figure, &shipped(id), port, &shipped("neuropunk-m1"));
}

std::vector<Part> partsOf(const Evidence& evidence) {
  std::vector<Part> parts;
  for (const SourceFigure& figure : evidence.sources) parts.push_back(figure.part);
  return parts;
}

TEST(Evidence, OfTheLossIsBothImpedances) {
  const Evidence evidence = onM1(Figure::loss, "antelope-zen-go", "headphones-1");
  EXPECT_THAT(partsOf(evidence), ElementsAre(Part::sourceImpedance, Part::impedance));
  EXPECT_EQ(evidence.least, Confidence::article);
  EXPECT_FALSE(evidence.sources[0].isOfHeadphones);
  EXPECT_TRUE(evidence.sources[1].isOfHeadphones);
  EXPECT_THAT(evidence.sources[0].value, ::testing::HasSubstr("20"));
}

TEST(Evidence, IsNoBetterThanItsLeastFigure) {
  const Evidence evidence = onM1(Figure::headroom, "topping-l30-ii", "headphones");
  EXPECT_THAT(partsOf(evidence), ElementsAre(Part::sourceImpedance, Part::maximumLevel,
                                             Part::ratedPower, Part::gainStep, Part::gainStep,
                                             Part::gainStep, Part::impedance, Part::sensitivity));
  EXPECT_EQ(evidence.sources[2].detail, "16");
  EXPECT_EQ(evidence.sources[5].detail, "H");
  EXPECT_EQ(evidence.least, Confidence::estimate);  // The M1's sensitivity.
}

TEST(Evidence, OfPowerPerMilliwattIsTheSensitivityAlone) {
  const Evidence evidence = onM1(Figure::powerAtTarget, "topping-l30-ii", "headphones");
  EXPECT_THAT(partsOf(evidence), ElementsAre(Part::sensitivity));
}

TEST(Evidence, OfWhatWasTypedIsNone) {
  const Evidence evidence = sourcesOf(Figure::maximum, nullptr, "", nullptr);
  EXPECT_TRUE(evidence.sources.empty());
  EXPECT_FALSE(evidence.least);
}

TEST(Evidence, OfTheDeviationIsTheCurveWhereThereIsOne) {
  profiles::Profile headphones = shipped("neuropunk-m1");
  profiles::ImpedanceCurve curve;
  curve.points = {{Hertz::of(20.0), Ohms::of(16.0)}, {Hertz::of(20'000.0), Ohms::of(17.0)}};
  curve.claim.provenance.confidence = Confidence::measured;
  headphones.headphones->impedanceCurve = curve;
  const Evidence evidence =
      sourcesOf(Figure::deviation, &shipped("topping-l30-ii"), "headphones", &headphones);
  EXPECT_THAT(partsOf(evidence), ElementsAre(Part::sourceImpedance, Part::impedanceCurve));
}

}  // namespace
}  // namespace linecheck::matching
