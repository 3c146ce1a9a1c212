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
  StudioRun run = runOf(frequencyStepsProcedure());
  run.values.set("per-octave", 1.0);
  run.sampleRate = seed % 2 == 0 ? 48000 : 44100;
  run.studio.seed = seed;
  run.studio.path.cable.corners[0] = {Hertz::of(random.uniform(1.0, 30.0)),
                                      Hertz::of(random.uniform(15000.0, 21000.0))};
  run.studio.path.input.gain[0].gain = Decibels::of(random.uniform(-12.0, 0.0));
  return run;
}

double truthOf(const StudioRun& run, double frequency) {
  return 20.0 * std::log10(std::abs(run.studio.path.linearResponse(0, 0, Hertz::of(frequency),
                                                                   Hertz::of(run.sampleRate))));
}

TEST(FrequencySteps, FollowsTheResponseOfManyPaths) {
  testing::expectTruthWithoutGate("frequency-steps");
}

TEST(FrequencySteps, PlaysFromTheLowestToTheHighest) {
  const Reading reading = measuredWithoutGate(frequencyStepsProcedure(), coarseRun(2));
  const Trace* gain = reading.trace("gain", 0);
  ASSERT_NE(gain, nullptr);
  for (std::size_t i = 1; i < gain->x.size(); ++i) {
    EXPECT_GT(gain->x[i], gain->x[i - 1]);
    EXPECT_LE(gain->x[i], 2.0 * gain->x[i - 1] * (1.0 + 1e-9));
  }
  EXPECT_EQ(gain->x.front(), 20.0);
  EXPECT_EQ(gain->x.back(), 20000.0);
}

TEST(FrequencySteps, WorksBehindTheGate) {
  testing::expectTruthOfSeed("frequency-steps", 2);
}

// With only a square term the one harmonic is the second, below 10 kHz in the band.
TEST(FrequencySteps, TellsDistortionWhereItIsInTheBand) {
  StudioRun run = coarseRun(2);
  run.studio.path = {};
  run.studio.path.output.nonlinearity.quadratic = 0.05;
  run.studio.path.input.gain[0].gain = Decibels::of(0.0);
  const Reading reading = measuredWithoutGate(frequencyStepsProcedure(), run);
  const Trace* thd = reading.trace("thd", 0);
  ASSERT_NE(thd, nullptr);
  // ½ · a2 · A
  const double truth = 20.0 * std::log10(0.5 * 0.05 * 0.1);
  for (std::size_t i = 0; i < thd->x.size(); ++i) {
    if (thd->x[i] < 9900.0) {
      EXPECT_NEAR(thd->y[i], truth, 0.1) << thd->x[i] << " Hz";
    } else {
      EXPECT_TRUE(std::isnan(thd->y[i])) << thd->x[i] << " Hz";
    }
  }
}

TEST(FrequencySteps, StoppedInBetweenItTellsTheStepsSoFar) {
  const StudioRun run = coarseRun(4);
  const Reading reading = testing::stoppedAfter(frequencyStepsProcedure(), run, 0.6);
  EXPECT_FALSE(reading.isComplete);
  const Trace* gain = reading.trace("gain", 0);
  ASSERT_NE(gain, nullptr);
  ASSERT_GE(gain->x.size(), 2U);
  EXPECT_LT(gain->x.back(), 20000.0);
  EXPECT_NEAR(gain->y[1], truthOf(run, gain->x[1]), 0.01);
}

TEST(FrequencySteps, ATopBeyondNyquistIsRefused) {
  const StudioRun run = coarseRun(1);
  Sequence sequence(2, 32000);
  const auto composed = frequencyStepsProcedure().compose(0, run.values, sequence);
  ASSERT_FALSE(composed);
  EXPECT_EQ(composed.error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace linecheck::measure
