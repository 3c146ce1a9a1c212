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
using testing::valueOf;
using testing::wordOf;

constexpr double kKnee = -0.1313;
constexpr std::uint64_t kSeeds = 25;

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
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    StudioRun run = shortRun(seed);
    run.studio.path.computer.limits = true;
    const Reading reading = measuredWithoutGate(limiterProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    expectWords(reading, "linked_limiter", "no");
    for (const int channel : {0, 1}) {
      EXPECT_NEAR(valueOf(reading, "knee", channel), kKnee, 0.02);
      EXPECT_NEAR(valueOf(reading, "loss_at_full_scale", channel), 0.125, 0.01);
    }
  }
}

TEST(Limiter, HardClippingIsNotTakenForALimiter) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    StudioRun run = shortRun(seed);
    // Closer to full scale there is less than 0.02 dB to see of it.
    const double clip = dsp::Random(500 + seed).uniform(-0.2, -0.03);
    run.studio.path.output.converterClip = DecibelsFs::of(clip);
    const Reading reading = measuredWithoutGate(limiterProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed << ", clip " << clip);
    expectWords(reading, "clipping", "yes");
    for (const int channel : {0, 1}) {
      EXPECT_TRUE(std::isnan(valueOf(reading, "knee", channel)));
      EXPECT_NEAR(valueOf(reading, "clip_level", channel), clip, 0.02);
    }
  }
}

TEST(Limiter, AnInputAtItsEndIsNotTakenForALimiter) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    StudioRun run = shortRun(seed);
    const double gain = dsp::Random(600 + seed).uniform(0.03, 0.2);
    for (auto& input : run.studio.path.input.gain) input.gain = Decibels::of(gain);
    const Reading reading = measuredWithoutGate(limiterProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed << ", gain " << gain);
    expectWords(reading, "clipping", "yes");
  }
}

TEST(Limiter, SoftClippingIsNotTakenForALimiter) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    StudioRun run = shortRun(seed);
    dsp::Random random(700 + seed);
    run.studio.path.output.amplifierClip = simulation::AmplifierClipping{
        DecibelsFs::of(random.uniform(-1.0, 0.5)), Decibels::of(random.uniform(1.2, 3.0))};
    const Reading reading = measuredWithoutGate(limiterProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    expectWords(reading, "clipping", "yes");
  }
}

TEST(Limiter, FindsALimiterInFrontOfAConverterThatClips) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    StudioRun run = shortRun(seed);
    const double clip = dsp::Random(800 + seed).uniform(-2.0, -0.2);
    run.studio.path.computer.limits = true;
    run.studio.path.output.converterClip = DecibelsFs::of(clip);
    const Reading reading = measuredWithoutGate(limiterProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed << ", clip " << clip);
    expectWords(reading, "linked_limiter", "yes");
    for (const int channel : {0, 1}) {
      EXPECT_NEAR(valueOf(reading, "knee", channel), kKnee, 0.02);
    }
  }
}

TEST(Limiter, AWholePathHasNone) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    StudioRun run = shortRun(seed);
    run.studio.path.output.nonlinearity = {1e-3, -1e-3};
    const Reading reading = measuredWithoutGate(limiterProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed);
    expectWords(reading, "none", "no");
    EXPECT_TRUE(std::isnan(valueOf(reading, "knee")));
  }
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
