#include <gtest/gtest.h>

#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"
#include "support/measure/truth_expectations.h"

namespace linecheck::measure {
namespace {

using testing::measured;
using testing::runOf;
using testing::stoppedAfter;
using testing::StudioRun;
using testing::valueOf;
using testing::wordOf;

double decibels(double ratio) {
  return 20.0 * std::log10(std::abs(ratio));
}

// Of y = x + a2·x² + a3·x³, x = A·sin + B·sin: the lines at f2 ± f1 have a2·A·B each, those at
// f2 ± 2·f1 ¾·a3·A²·B, that at 2·f2 − f1 ¾·a3·A·B², and the tone B comes out as
// B·(1 + a3·(¾·B² + 3/2·A²)).
struct Truth {
  double smpte2, smpte3, ccif2, ccif3;
};

Truth truthOf(double level, double a2, double a3) {
  const double peak = std::pow(10.0, level / 20.0);
  const auto gain = [&](double a, double b) { return 1.0 + a3 * (0.75 * b * b + 1.5 * a * a); };
  const double low = 0.8 * peak;
  const double high = 0.2 * peak;
  const double half = 0.5 * peak;
  Truth truth{};
  truth.smpte2 = decibels(2.0 * a2 * low / gain(low, high));
  truth.smpte3 = decibels(1.5 * a3 * low * low / gain(low, high));
  // One line, and two lines, against twice the second tone.
  truth.ccif2 = decibels(0.5 * a2 * half / gain(half, half));
  truth.ccif3 = decibels(0.75 * a3 * half * half / gain(half, half));
  return truth;
}

StudioRun shortRun(double level = -1.0) {
  StudioRun run = runOf(intermodulationProcedure());
  run.values.set("seconds", 1.0);
  run.values.set("level", level);
  return run;
}

class IntermodulationOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, IntermodulationOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(IntermodulationOfSeed, IsThatOfAKnownCurve) {
  testing::expectTruthOfSeed("intermodulation", GetParam());
}

TEST(Intermodulation, OfACleanPathIsUnknownBelowABound) {
  const Reading reading = measured(intermodulationProcedure(), shortRun());
  for (const std::string id : {"smpte", "smpte_d2", "smpte_d3", "ccif", "ccif_d2", "ccif_d3"}) {
    const Figure* figure = reading.figure(id, 0);
    ASSERT_NE(figure, nullptr) << id;
    EXPECT_EQ(figure->value, std::nullopt) << id;
    EXPECT_EQ(wordOf(reading, id), "below_noise");
    EXPECT_LT(valueOf(reading, id + "_bound"), -100.0) << id;
  }
  EXPECT_NEAR(valueOf(reading, "ccif_level"), -1.0 - 20.0 * std::log10(2.0), 0.01);
  EXPECT_NEAR(valueOf(reading, "smpte_level"), -1.0 + 20.0 * std::log10(0.2), 0.01);
}

TEST(Intermodulation, NeverPlaysLouderThanAsked) {
  for (const double level : {-20.0, -6.0, 0.0}) {
    StudioRun run = shortRun(level);
    Sequence sequence(2, 48000);
    ASSERT_TRUE(intermodulationProcedure().compose(0, run.values, sequence));
    EXPECT_LE(sequence.loudest().value(), level + 1e-6);
    EXPECT_GT(sequence.loudest().value(), level - 0.5);
  }
}

TEST(Intermodulation, IsNotTakenInByHum) {
  StudioRun run = shortRun();
  for (int order = 1; order <= simulation::HarmonicSeries::kMaxOrder; ++order) {
    run.studio.hum.push_back({order, DecibelsFs::of(-70.0)});
  }
  run.values.set("seconds", 4.0);
  const Reading reading = measured(intermodulationProcedure(), run);
  EXPECT_EQ(wordOf(reading, "ccif"), "below_noise");
  EXPECT_EQ(wordOf(reading, "smpte"), "below_noise");
}

TEST(Intermodulation, StoppedEarlyTellsTheFirstPair) {
  StudioRun run = shortRun();
  run.studio.path.output.nonlinearity = {0.01, 0.0};
  const Reading reading = stoppedAfter(intermodulationProcedure(), run, 0.5);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_NEAR(valueOf(reading, "smpte_d2"), truthOf(-1.0, 0.01, 0.0).smpte2, 0.1);
  EXPECT_EQ(reading.figure("ccif", 0), nullptr);
}

}  // namespace
}  // namespace linecheck::measure
