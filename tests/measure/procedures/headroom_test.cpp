#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

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
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    dsp::Random random(100 + seed);
    StudioRun run = coarseRun(seed);
    const double gain = random.uniform(0.1, 20.0);
    run.studio.path.input.gain[0].gain = Decibels::of(gain);
    const Reading reading = measuredWithoutGate(headroomProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed << ", gain " << gain);
    expectLevel(reading, -gain, gain, run);
    EXPECT_EQ(wordOf(reading, "clip_kind"), "hard");
    EXPECT_EQ(wordOf(reading, "clip_place"), "converter_in");
    EXPECT_EQ(wordOf(reading, "trim_at"), "input");
  }
}

TEST(Headroom, FindsAnOutputThatClipsHard) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    dsp::Random random(200 + seed);
    StudioRun run = coarseRun(seed);
    auto& path = run.studio.path;
    const double clip = random.uniform(-15.0, -0.15);
    const double gain = random.uniform(-12.0, -1.0);
    path.input.gain[0].gain = Decibels::of(gain);
    path.output.nonlinearity.quadratic = random.uniform(0.0, 1e-3);
    // What filters behind the clipping does not flatten tops, and changes nothing.
    path.cable.latencyFrames = random.uniform(0.0, 100.0);
    if (seed % 2 == 0) {
      path.output.converterClip = DecibelsFs::of(clip);
    } else {
      path.output.amplifierClip = simulation::AmplifierClipping{DecibelsFs::of(clip), {}};
    }
    const Reading reading = measuredWithoutGate(headroomProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed << ", clip " << clip);
    expectLevel(reading, clip, gain, run);
    EXPECT_EQ(wordOf(reading, "clip_kind"), "hard");
    EXPECT_EQ(wordOf(reading, "clip_place"), "converter_out_or_amplifier");
    EXPECT_EQ(wordOf(reading, "trim_at"), "output");
  }
}

// The fundamental of a sine of peak `peak` behind the stated law, by Fourier's integral.
double softFundamental(double peak, double onset, double limit) {
  constexpr int kPoints = 20000;
  double sum = 0.0;
  for (int i = 0; i < kPoints; ++i) {
    const double sine = std::sin(0.5 * std::numbers::pi * (i + 0.5) / kPoints);
    const double x = peak * sine;
    const double room = limit - onset;
    sum += sine * (x <= onset ? x : onset + room * std::tanh((x - onset) / room));
  }
  return 2.0 * sum / kPoints;
}

// The level that loses 0.1 dB, halved down to.
double softTruth(const simulation::AmplifierClipping& clip) {
  const double onset = sinePeakFromDbfs(clip.level - *clip.softness);
  const double limit = sinePeakFromDbfs(clip.level);
  double low = clip.level.value() - clip.softness->value();
  double high = low + 20.0;
  for (int i = 0; i < 30; ++i) {
    const double middle = 0.5 * (low + high);
    const double peak = std::pow(10.0, middle / 20.0);
    const double loss = -20.0 * std::log10(softFundamental(peak, onset, limit) / peak);
    (loss < 0.1 ? low : high) = middle;
  }
  return low;
}

TEST(Headroom, FindsAnAmplifierThatClipsSoftly) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    dsp::Random random(300 + seed);
    StudioRun run = coarseRun(seed);
    run.values.set("step", 0.25);
    const simulation::AmplifierClipping clip{DecibelsFs::of(random.uniform(-12.0, -1.0)),
                                             Decibels::of(random.uniform(1.0, 6.0))};
    run.studio.path.output.amplifierClip = clip;
    const Reading reading = measuredWithoutGate(headroomProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed << ", limit " << clip.level.value()
                                      << ", softness " << clip.softness->value());
    EXPECT_EQ(wordOf(reading, "clip_kind"), "soft");
    EXPECT_EQ(wordOf(reading, "clip_place"), "amplifier");
    EXPECT_NEAR(valueOf(reading, "clip_level"), softTruth(clip), 0.02);
    EXPECT_NEAR(valueOf(reading, "clip_level_in"), softTruth(clip) - 0.1, 0.02);
  }
}

TEST(Headroom, AChainThatTakesFullScaleHasRoomToTurnUp) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    dsp::Random random(400 + seed);
    StudioRun run = coarseRun(seed);
    const double gain = random.uniform(-20.0, -0.2);
    run.studio.path.input.gain[0].gain = Decibels::of(gain);
    run.studio.path.output.nonlinearity = {random.uniform(-2e-3, 2e-3), random.uniform(-2e-3, 0.0)};
    const Reading reading = measuredWithoutGate(headroomProcedure(), run);
    SCOPED_TRACE(::testing::Message() << "seed " << seed << ", gain " << gain);
    EXPECT_EQ(wordOf(reading, "clip_kind"), "none");
    EXPECT_EQ(wordOf(reading, "clip_place"), "none");
    EXPECT_TRUE(std::isnan(valueOf(reading, "clip_level")));
    EXPECT_EQ(valueOf(reading, "clip_level_above"), 0.0);
    EXPECT_NEAR(valueOf(reading, "trim"), -gain - 1.0, 0.02);
    EXPECT_EQ(wordOf(reading, "trim_at"), "input");
  }
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
