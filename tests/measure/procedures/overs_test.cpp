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

constexpr double kOver = 3.0103;
constexpr double kStep = 0.1;

StudioRun quietInput(std::uint64_t seed) {
  StudioRun run = runOf(oversProcedure());
  run.values.set("seconds", 0.05);
  run.studio.seed = seed;
  run.studio.converterNoise = DecibelsFs::of(dsp::Random(seed).uniform(-115.0, -90.0));
  for (auto& input : run.studio.path.input.gain) input.gain = Decibels::of(-6.0);
  return run;
}

TEST(Overs, SamplesReachTheirLevelAndNoMore) {
  Sequence sequence(2, 48000);
  ASSERT_TRUE(oversProcedure().compose(0, runOf(oversProcedure()).values, sequence));
  EXPECT_NEAR(sequence.loudest().value(), 0.0, 1e-6);
}

TEST(Overs, AChainWithRoomPassesThemAll) {
  testing::expectTruthWithoutGate("overs: pass");
}

TEST(Overs, SaysWhereAConverterClipsAndByHowMuch) {
  testing::expectTruthWithoutGate("overs: clipped");
}

TEST(Overs, SaysThatALimiterPullsThemDown) {
  testing::expectTruthWithoutGate("overs: limited");
}

// Half a sample later the input takes the crests themselves, which are beyond its numbers.
TEST(Overs, AnInputWithoutRoomIsSaidToBeTheOneThatClips) {
  StudioRun run = quietInput(1);
  run.studio.path.input.gain = {};
  run.studio.path.cable.latencyFrames = 40.5;
  const Reading reading = measuredWithoutGate(oversProcedure(), run);
  EXPECT_EQ(wordOf(reading, "overs"), "clipped");
  EXPECT_EQ(wordOf(reading, "clip_place"), "converter_in");
  EXPECT_NEAR(valueOf(reading, "passes_up_to"), -kStep / 2.0, kStep);
  EXPECT_NEAR(valueOf(reading, "loss"), kOver, 0.02);
}

TEST(Overs, OneChannelCannotTellClippingFromALimiter) {
  StudioRun run = quietInput(1);
  run.channels = 1;
  run.studio.path.computer.limits = true;
  EXPECT_EQ(wordOf(measuredWithoutGate(oversProcedure(), run), "overs"), "cannot_tell");
  run.studio.path.computer.limits = false;
  EXPECT_EQ(wordOf(measuredWithoutGate(oversProcedure(), run), "overs"), "passes");
}

TEST(Overs, WorksBehindTheGate) {
  StudioRun run = quietInput(1);
  run.studio.path.output.converterClip = DecibelsFs::of(-1.5);
  const Reading reading = testing::measured(oversProcedure(), run);
  EXPECT_EQ(wordOf(reading, "overs"), "clipped");
  EXPECT_NEAR(valueOf(reading, "loss"), 1.5, 0.01);
}

TEST(Overs, StoppedEarlyItDoesNotSayThatAllPass) {
  const Reading reading = testing::stoppedAfter(oversProcedure(), quietInput(1), 0.3);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_EQ(wordOf(reading, "overs"), "");
  EXPECT_LT(valueOf(reading, "passes_up_to"), kOver - 1.0);
}

TEST(Overs, WithoutTheToneNothingIsShown) {
  StudioRun run = quietInput(1);
  run.studio.path.computer.volume = Decibels::of(-300.0);
  const Reading reading = measuredWithoutGate(oversProcedure(), run);
  EXPECT_EQ(wordOf(reading, "tone"), "not_found");
  EXPECT_TRUE(reading.figures.empty());
}

}  // namespace
}  // namespace linecheck::measure
