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

constexpr double kKnee = -0.1313;

StudioRun shortRun(std::uint64_t seed) {
  dsp::Random random(seed);
  StudioRun run = runOf(limiterProcedure());
  run.values.set("seconds", 0.05);
  run.studio.seed = seed;
  run.sampleRate = seed % 3 == 0 ? 44100 : 48000;
  run.studio.converterNoise = DecibelsFs::of(random.uniform(-115.0, -95.0));
  run.studio.path.input.gain[0].gain = Decibels::of(random.uniform(-6.0, -0.5));
  run.studio.path.input.gain[1].gain = Decibels::of(random.uniform(-6.0, -0.5));
  run.studio.path.cable.leftToRight.flat = Decibels::of(random.uniform(-90.0, -50.0));
  return run;
}

void expectWords(const Reading& reading, const char* limiter, const char* clipping) {
  for (const int channel : {0, 1}) {
    EXPECT_EQ(wordOf(reading, "limiter", channel), limiter) << "channel " << channel;
    EXPECT_EQ(wordOf(reading, "clipping", channel), clipping) << "channel " << channel;
  }
}

TEST(Limiter, FindsTheSystemsLimiterAndItsKnee) {
  testing::expectTruthWithoutGate("limiter: limits");
}

TEST(Limiter, HardClippingIsNotTakenForALimiter) {
  testing::expectTruthWithoutGate("limiter: clips hard");
}

TEST(Limiter, AnInputAtItsEndIsNotTakenForALimiter) {
  testing::expectTruthWithoutGate("limiter: input at its end");
}

TEST(Limiter, SoftClippingIsNotTakenForALimiter) {
  testing::expectTruthWithoutGate("limiter: clips softly");
}

TEST(Limiter, FindsALimiterInFrontOfAConverterThatClips) {
  testing::expectTruthWithoutGate("limiter: limits and clips");
}

TEST(Limiter, AWholePathHasNone) {
  testing::expectTruthWithoutGate("limiter: neither");
}

TEST(Limiter, WithoutOneThereIsNoKnee) {
  StudioRun run = shortRun(1);
  EXPECT_TRUE(std::isnan(valueOf(measuredWithoutGate(limiterProcedure(), run), "knee")));
  run.studio.path.output.converterClip = DecibelsFs::of(-0.1);
  EXPECT_TRUE(std::isnan(valueOf(measuredWithoutGate(limiterProcedure(), run), "knee")));
}

TEST(Limiter, OneChannelShowsTheKneeButNotWhatItIs) {
  StudioRun run = shortRun(1);
  run.channels = 1;
  run.studio.path.computer.limits = true;
  const Reading reading = measuredWithoutGate(limiterProcedure(), run);
  EXPECT_EQ(wordOf(reading, "limiter"), "cannot_tell");
  EXPECT_NEAR(valueOf(reading, "knee"), kKnee, 0.02);
  EXPECT_NEAR(valueOf(reading, "thdn"), -66.2, 0.5);

  run.studio.path.computer.limits = false;
  EXPECT_EQ(wordOf(measuredWithoutGate(limiterProcedure(), run), "limiter"), "none");
}

TEST(Limiter, ALevellerIsNotTakenForTheLimiter) {
  StudioRun run = shortRun(1);
  run.studio.path.computer.automaticGain = simulation::AutomaticGain{};
  const Reading reading = measuredWithoutGate(limiterProcedure(), run);
  EXPECT_NE(wordOf(reading, "limiter"), "linked_limiter");
  EXPECT_NE(wordOf(reading, "limiter"), "none");
}

TEST(Limiter, WorksBehindTheGateAndWithSwappedChannels) {
  StudioRun run = shortRun(1);
  run.studio.path.computer.limits = true;
  run.studio.path.computer.swapsChannels = true;
  const Reading reading = testing::measured(limiterProcedure(), run);
  expectWords(reading, "linked_limiter", "no");
  EXPECT_NEAR(valueOf(reading, "knee", 1), kKnee, 0.02);
}

TEST(Limiter, StoppedEarlyItDoesNotSayThatThereIsNone) {
  StudioRun run = shortRun(1);
  run.studio.path.computer.limits = true;
  const Reading reading = testing::stoppedAfter(limiterProcedure(), run, 0.25);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_EQ(wordOf(reading, "limiter", 0), "");
}

TEST(Limiter, WithoutTheToneNothingIsShown) {
  StudioRun run = shortRun(1);
  run.studio.path.computer.volume = Decibels::of(-300.0);
  const Reading reading = measuredWithoutGate(limiterProcedure(), run);
  EXPECT_EQ(wordOf(reading, "tone"), "not_found");
  EXPECT_TRUE(reading.figures.empty());
}

}  // namespace
}  // namespace linecheck::measure
