#include <gtest/gtest.h>

#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"
#include "support/measure/truth_expectations.h"

namespace linecheck::measure {
namespace {

using simulation::SimulatedStudio;
using testing::measured;
using testing::runOf;
using testing::stoppedAfter;
using testing::StudioRun;
using testing::valueOf;
using testing::wordOf;

StudioRun shortRun(int repeats = 8) {
  StudioRun run = runOf(latencyProcedure());
  run.values.set("repeats", repeats);
  return run;
}

double truth(const StudioRun& run, std::int64_t frame = 0) {
  const Hertz rate = Hertz::of(run.sampleRate);
  return SimulatedStudio::kLatencyFrames + run.studio.path.latencyFramesAt(frame, rate);
}

class LatencyOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, LatencyOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(LatencyOfSeed, IsRightWithinAHundredthOfASample) {
  testing::expectTruthOfSeed("latency", GetParam());
}

TEST(Latency, NoticesAJump) {
  for (const double frames : {-480.0, 1.0, 1000.0}) {
    StudioRun run = shortRun(16);
    run.studio.path.cable.jump = {frames, Seconds::of(6.0)};
    const Reading reading = measured(latencyProcedure(), run);
    EXPECT_EQ(wordOf(reading, "latency"), "jumps") << frames;
    EXPECT_EQ(valueOf(reading, "latency_jumps"), 1.0) << frames;
    EXPECT_NEAR(valueOf(reading, "latency_spread"), std::abs(frames), 0.05) << frames;
  }
}

TEST(Latency, MeasuresASteadyDrift) {
  for (const double ppm : {-50.0, -5.0, 5.0, 50.0}) {
    StudioRun run = shortRun(24);
    run.studio.path.computer.clockDriftPpm = ppm;
    const Reading reading = measured(latencyProcedure(), run);
    EXPECT_EQ(wordOf(reading, "latency"), "drifts") << ppm;
    // What comes back faster than it was played comes back earlier and earlier.
    const Figure* wander = reading.figure("latency_wander", 0);
    ASSERT_NE(wander, nullptr);
    EXPECT_NEAR(wander->value.value_or(0.0), -ppm, 0.1 + 0.01 * std::abs(ppm)) << ppm;
  }
}

TEST(Latency, FollowsAWander) {
  StudioRun run = shortRun(24);
  run.studio.path.cable.wander = {2.0, Seconds::of(3.0)};
  const Reading reading = measured(latencyProcedure(), run);
  EXPECT_NEAR(valueOf(reading, "latency_spread"), 4.0, 0.3);
  const Trace* trace = reading.trace("latency", 0);
  ASSERT_NE(trace, nullptr);
  EXPECT_EQ(trace->x.size(), 24U);
}

TEST(Latency, StoppedEarlyTellsTheBurstsThatWerePlayed) {
  StudioRun run = shortRun(20);
  run.studio.path.cable.latencyFrames = 12.25;
  const Reading reading = stoppedAfter(latencyProcedure(), run, 0.5);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_NEAR(valueOf(reading, "latency"), truth(run), 0.01);
  ASSERT_NE(reading.trace("latency", 0), nullptr);
  EXPECT_LT(reading.trace("latency", 0)->x.size(), 16U);
  EXPECT_GT(reading.trace("latency", 0)->x.size(), 6U);
}

TEST(Latency, OfNoiseAloneIsUnknown) {
  StudioRun run = shortRun();
  run.studio.loopGain = Decibels::of(-300.0);
  EXPECT_TRUE(measured(latencyProcedure(), run).figures.empty());
}

}  // namespace
}  // namespace linecheck::measure
