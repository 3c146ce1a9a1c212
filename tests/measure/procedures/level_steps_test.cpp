#include <gtest/gtest.h>

#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"

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

double powerOf(DecibelsFs level) {
  return std::pow(10.0, level.value() / 10.0);
}

void expectTruth(const Reading& reading, const StudioRun& run) {
  const auto& path = run.studio.path;
  const auto truth = [&](int order, double level) {
    return path.harmonicLevel(order, DecibelsFs::of(level)) + path.input.gain[0].gain;
  };
  const Trace* gain = reading.trace("gain", 0);
  const Trace* deviation = reading.trace("deviation", 0);
  const Trace* thd = reading.trace("thd", 0);
  const Trace* thdn = reading.trace("thdn", 0);
  ASSERT_TRUE(gain && deviation && thd && thdn);
  ASSERT_EQ(gain->x.size(), 7U);
  const double reference = truth(1, -20.0).value() + 20.0;
  // Noise in the band of THD+N; in 0.3 s it is known to 0.06 dB.
  const double noise = powerOf(run.studio.converterNoise) * 19980.0 / 24000.0;
  for (std::size_t i = 0; i < gain->x.size(); ++i) {
    const double level = gain->x[i];
    SCOPED_TRACE(::testing::Message() << "played " << level);
    EXPECT_NEAR(level, -60.0 + 10.0 * static_cast<double>(i), 1e-9);
    EXPECT_NEAR(gain->y[i], truth(1, level).value() - level, 0.01);
    EXPECT_NEAR(deviation->y[i], truth(1, level).value() - level - reference, 0.01);
    const double fundamental = powerOf(truth(1, level));
    const double harmonics = powerOf(truth(2, level)) + powerOf(truth(3, level));
    const double rest = (harmonics + noise) / fundamental;
    EXPECT_NEAR(thdn->y[i], 10.0 * std::log10(rest), harmonics > 10.0 * noise ? 0.1 : 0.4);
    if (harmonics > 10.0 * noise) {
      EXPECT_NEAR(thd->y[i], 10.0 * std::log10(harmonics / fundamental), 0.1);
    }
  }
}

TEST(LevelSteps, FollowsGainAndDistortionOfManyPaths) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const StudioRun run = coarseRun(seed);
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    expectTruth(measuredWithoutGate(levelStepsProcedure(), run), run);
  }
}

TEST(LevelSteps, WorksBehindTheGate) {
  const StudioRun run = coarseRun(3);
  expectTruth(testing::measured(levelStepsProcedure(), run), run);
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
