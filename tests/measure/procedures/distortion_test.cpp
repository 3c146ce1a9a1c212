#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"
#include "support/measure/truth_expectations.h"

namespace linecheck::measure {
namespace {

using testing::measured;
using testing::runOf;
using testing::StudioRun;
using testing::valueOf;
using testing::wordOf;

StudioRun shortRun(double level) {
  StudioRun run = runOf(distortionProcedure());
  run.values.set("seconds", 1.0);
  run.values.set("level", level);
  return run;
}

TEST(Distortion, FindsLevelHarmonicsAndNoiseOfManyPaths) {
  testing::expectTruthWithoutGate("distortion");
}

TEST(Distortion, WorksBehindTheGate) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) testing::expectTruthOfSeed("distortion", seed);
}

// The spread of many readings is what each of them states.
TEST(Distortion, UncertaintyIsTheSpreadOfRepeatedReadings) {
  constexpr std::uint64_t kRuns = 16;
  std::vector<Reading> readings;
  for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
    StudioRun run = shortRun(-40.0);
    run.values.set("seconds", 0.5);
    run.studio.seed = seed;
    run.studio.converterNoise = DecibelsFs::of(-75.0);
    run.studio.path.output.nonlinearity.quadratic = 0.6;
    readings.push_back(testing::measuredWithoutGate(distortionProcedure(), run));
  }
  for (const char* id : {"level", "thd", "thdn"}) {
    double sum = 0.0;
    double stated = 0.0;
    for (const Reading& reading : readings) {
      sum += valueOf(reading, id) / kRuns;
      stated += *reading.figure(id, 0)->uncertainty / kRuns;
    }
    double squares = 0.0;
    for (const Reading& reading : readings) squares += std::pow(valueOf(reading, id) - sum, 2.0);
    const double spread = std::sqrt(squares / (kRuns - 1));
    EXPECT_GT(stated, 0.5 * spread) << id;
    EXPECT_LT(stated, 2.0 * spread) << id;
  }
}

TEST(Distortion, WhatTheNoiseHidesIsUnknownAndBounded) {
  StudioRun run = shortRun(-40.0);
  run.studio.converterNoise = DecibelsFs::of(-70.0);
  const Reading reading = measured(distortionProcedure(), run);
  ASSERT_NE(reading.figure("thd", 0), nullptr);
  EXPECT_FALSE(reading.figure("thd", 0)->value);
  EXPECT_EQ(wordOf(reading, "thd"), "below_floor");
  EXPECT_LT(valueOf(reading, "thd_bound"), -50.0);
  EXPECT_GT(valueOf(reading, "thd_bound"), valueOf(reading, "thdn") - 60.0);
  for (const double harmonic : reading.trace("harmonics", 0)->y) EXPECT_TRUE(std::isnan(harmonic));
}

TEST(Distortion, AToneWithoutHarmonicsInTheBandHasNoThd) {
  StudioRun run = shortRun(-20.0);
  run.values.set("frequency", 15000.0);
  const Reading reading = measured(distortionProcedure(), run);
  EXPECT_FALSE(reading.figure("thd", 0)->value);
  EXPECT_EQ(wordOf(reading, "thd"), "no_harmonic_in_band");
}

TEST(Distortion, StoppedBeforeItsEndItTellsNothing) {
  const Reading reading = testing::stoppedAfter(distortionProcedure(), shortRun(-20.0), 0.3);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_TRUE(reading.figures.empty());
}

}  // namespace
}  // namespace linecheck::measure
