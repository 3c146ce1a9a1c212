#include <gtest/gtest.h>

#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"
#include "support/measure/truth_expectations.h"

namespace linecheck::measure {
namespace {

using testing::measuredWithoutGate;
using testing::runOf;
using testing::StudioRun;

StudioRun coarseRun(std::uint64_t seed) {
  dsp::Random random(seed);
  StudioRun run = runOf(levelStepsProcedure());
  run.values.set("step", 10.0);
  run.studio.seed = seed;
  run.studio.converterNoise = DecibelsFs::of(random.uniform(-120.0, -100.0));
  run.studio.path.output.nonlinearity = {random.uniform(1e-3, 5e-2), random.uniform(-5e-2, -1e-3)};
  run.studio.path.input.gain[0].gain = Decibels::of(random.uniform(-6.0, -1.0));
  return run;
}

TEST(LevelSteps, FollowsGainAndDistortionOfManyPaths) {
  testing::expectTruthWithoutGate("level-steps");
}

TEST(LevelSteps, PlaysTheLevelsThatWereAskedFor) {
  const Reading reading = measuredWithoutGate(levelStepsProcedure(), coarseRun(1));
  const Trace* gain = reading.trace("gain", 0);
  ASSERT_NE(gain, nullptr);
  ASSERT_EQ(gain->x.size(), 7U);
  for (std::size_t i = 0; i < gain->x.size(); ++i) {
    EXPECT_NEAR(gain->x[i], -60.0 + 10.0 * static_cast<double>(i), 1e-9);
  }
}

TEST(LevelSteps, WorksBehindTheGate) {
  testing::expectTruthOfSeed("level-steps", 3);
}

TEST(LevelSteps, StoppedInBetweenItTellsTheStepsSoFar) {
  const StudioRun run = coarseRun(5);
  const Reading reading = testing::stoppedAfter(levelStepsProcedure(), run, 0.6);
  EXPECT_FALSE(reading.isComplete);
  const Trace* gain = reading.trace("gain", 0);
  ASSERT_NE(gain, nullptr);
  EXPECT_GE(gain->x.size(), 2U);
  EXPECT_LT(gain->x.size(), 7U);
  const Decibels small = run.studio.path.input.gain[0].gain;
  EXPECT_NEAR(gain->y[1], small.value(), 0.02);
}

TEST(LevelSteps, WithoutTheToneNothingIsShown) {
  StudioRun run = coarseRun(7);
  run.studio.path.computer.volume = Decibels::of(-300.0);
  const Reading reading = measuredWithoutGate(levelStepsProcedure(), run);
  EXPECT_EQ(testing::wordOf(reading, "tone"), "not_found");
  EXPECT_TRUE(reading.figures.empty());
}

TEST(LevelSteps, AnEmptyRangeIsRefused) {
  StudioRun run = coarseRun(1);
  run.values.set("from", -20.0);
  run.values.set("to", -20.0);
  Sequence sequence(2, 48000);
  const auto composed = levelStepsProcedure().compose(0, run.values, sequence);
  ASSERT_FALSE(composed);
  EXPECT_EQ(composed.error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace linecheck::measure
