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
using testing::valueOf;
using testing::wordOf;

StudioRun coarseRun(std::uint64_t seed) {
  dsp::Random random(seed);
  StudioRun run = runOf(headroomProcedure());
  run.values.set("step", 0.5);
  run.values.set("seconds", 0.05);
  run.channels = 1;
  run.studio.seed = seed;
  run.studio.converterNoise = DecibelsFs::of(random.uniform(-115.0, -85.0));
  return run;
}

void expectLevel(const Reading& reading, double out, double gain, const StudioRun& run) {
  EXPECT_NEAR(valueOf(reading, "clip_level"), out, 0.02);
  EXPECT_NEAR(valueOf(reading, "clip_level_in"), out + gain, 0.02);
  EXPECT_NEAR(valueOf(reading, "gain"), gain, 0.01);
  EXPECT_NEAR(valueOf(reading, "headroom"), out - run.values["working"], 0.02);
  EXPECT_NEAR(valueOf(reading, "trim"), out - run.values["reserve"], 0.02);
}

TEST(Headroom, FindsAnInputThatIsSetTooHigh) {
  testing::expectTruthWithoutGate("headroom: input too high");
}

TEST(Headroom, FindsAnOutputThatClipsHard) {
  testing::expectTruthWithoutGate("headroom: output clips hard");
}

TEST(Headroom, FindsAnAmplifierThatClipsSoftly) {
  testing::expectTruthWithoutGate("headroom: amplifier clips softly");
}

TEST(Headroom, AChainThatTakesFullScaleHasRoomToTurnUp) {
  testing::expectTruthWithoutGate("headroom: takes full scale");
  StudioRun run = coarseRun(1);
  run.studio.path.input.gain[0].gain = Decibels::of(-3.0);
  const Reading reading = measuredWithoutGate(headroomProcedure(), run);
  EXPECT_TRUE(std::isnan(valueOf(reading, "clip_level")));
}

TEST(Headroom, TellsALimiterFromClipping) {
  StudioRun run = coarseRun(1);
  run.studio.path.computer.limits = true;
  const Reading reading = measuredWithoutGate(headroomProcedure(), run);
  EXPECT_EQ(wordOf(reading, "clip_kind"), "limiter");
  EXPECT_EQ(wordOf(reading, "clip_place"), "computer");
  EXPECT_NEAR(valueOf(reading, "clip_level"), -0.13, 0.02);
}

TEST(Headroom, WorksBehindTheGate) {
  StudioRun run = coarseRun(1);
  run.channels = 2;
  run.studio.path.output.converterClip = DecibelsFs::of(-3.3);
  run.studio.path.input.gain[0].gain = Decibels::of(-2.0);
  const Reading reading = testing::measured(headroomProcedure(), run);
  expectLevel(reading, -3.3, -2.0, run);
}

TEST(Headroom, StoppedBeforeItClipsItTellsHowFarItWent) {
  StudioRun run = coarseRun(1);
  run.channels = 2;
  run.studio.path.output.converterClip = DecibelsFs::of(-3.3);
  const Reading reading = testing::stoppedAfter(headroomProcedure(), run, 0.5);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_EQ(wordOf(reading, "clip_kind"), "none");
  EXPECT_GT(valueOf(reading, "clip_level_above"), -25.0);
  EXPECT_LT(valueOf(reading, "clip_level_above"), -10.0);
}

TEST(Headroom, WithoutTheToneNothingIsShown) {
  StudioRun run = coarseRun(1);
  run.studio.path.computer.volume = Decibels::of(-300.0);
  const Reading reading = measuredWithoutGate(headroomProcedure(), run);
  EXPECT_EQ(wordOf(reading, "tone"), "not_found");
  EXPECT_TRUE(reading.figures.empty());
}

}  // namespace
}  // namespace linecheck::measure
