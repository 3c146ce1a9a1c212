#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"

namespace linecheck::measure {
namespace {

using testing::measured;
using testing::runOf;
using testing::stoppedAfter;
using testing::StudioRun;
using testing::valueOf;
using testing::wordOf;

StudioRun shortRun() {
  StudioRun run = runOf(balanceProcedure());
  run.values.set("seconds", 1.0);
  return run;
}

// What input `to` hears while both outputs play the same.
std::complex<double> heard(const StudioRun& run, int to, double frequency) {
  const Hertz f = Hertz::of(frequency);
  const Hertz rate = Hertz::of(run.sampleRate);
  return run.studio.path.linearResponse(0, to, f, rate) +
         run.studio.path.linearResponse(1, to, f, rate);
}

double truth(const StudioRun& run, double frequency) {
  return 20.0 * std::log10(std::abs(heard(run, 1, frequency) / heard(run, 0, frequency)));
}

class BalanceOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, BalanceOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(BalanceOfSeed, IsRightOverAllFrequencies) {
  const std::uint64_t seed = GetParam();
  dsp::Random random(seed);
  StudioRun run = shortRun();
  run.values.set("level", 0.0);
  run.studio.seed = seed;
  run.studio.converterNoise = DecibelsFs::of(-120.0);
  auto& path = run.studio.path;
  path.output.gain[0].gain = Decibels::of(random.uniform(-6.0, -1.0));
  path.output.gain[1].gain = Decibels::of(random.uniform(-6.0, -1.0));
  path.output.gain[1].isInverted = seed % 2 == 0;
  for (auto& corners : path.cable.corners) {
    corners.highPass = Hertz::of(random.uniform(0.5, 30.0));
    corners.lowPass = Hertz::of(random.uniform(15'000.0, 22'000.0));
  }
  if (seed % 3 == 0) path.cable.leftToRight.flat = Decibels::of(-40.0);
  const Reading reading = measured(balanceProcedure(), run);
  EXPECT_TRUE(reading.isComplete);
  EXPECT_NEAR(valueOf(reading, "balance_1k", 1), truth(run, 1000.0), 0.005);
  EXPECT_EQ(wordOf(reading, "relative_polarity", 1), seed % 2 == 0 ? "opposite" : "same");
  EXPECT_EQ(wordOf(reading, "polarity", 0), "normal");
  EXPECT_EQ(wordOf(reading, "polarity", 1), seed % 2 == 0 ? "inverted" : "normal");
  const Trace* trace = reading.trace("balance", 1);
  ASSERT_NE(trace, nullptr);
  double worst = 0.0;
  for (std::size_t i = 0; i < trace->x.size(); ++i) {
    if (trace->x[i] < 20.0 || trace->x[i] > 20000.0) continue;
    ASSERT_NEAR(trace->y[i], truth(run, trace->x[i]), 0.01) << trace->x[i] << " Hz";
    if (std::abs(truth(run, trace->x[i])) > std::abs(worst)) worst = truth(run, trace->x[i]);
  }
  EXPECT_NEAR(valueOf(reading, "balance_worst", 1), worst, 0.01);
}

TEST(Balance, FindsTheDelayOfALowPassOnOneChannel) {
  StudioRun run = shortRun();
  run.studio.path.cable.corners[1].lowPass = Hertz::of(20'000.0);
  const Reading reading = measured(balanceProcedure(), run);
  // Least squares of the phase over 1…10 kHz on a logarithmic grid, through zero.
  double sum = 0.0;
  double weight = 0.0;
  for (int i = 0; i <= 200; ++i) {
    const double f = 1000.0 * std::pow(10.0, i / 200.0);
    const double phase = std::arg(heard(run, 1, f) / heard(run, 0, f));
    sum -= phase / (2.0 * std::numbers::pi) * f / run.sampleRate;
    weight += std::pow(f / run.sampleRate, 2.0);
  }
  EXPECT_NEAR(valueOf(reading, "channel_delay", 1), sum / weight, 0.01);
  EXPECT_GT(sum / weight, 0.1);
}

TEST(Balance, OfEqualChannelsIsZeroWithinItsError) {
  const Reading reading = measured(balanceProcedure(), shortRun());
  const Figure* figure = reading.figure("balance_1k", 1);
  ASSERT_TRUE(figure != nullptr && figure->value && figure->uncertainty);
  EXPECT_NEAR(*figure->value, 0.0, 0.005);
  EXPECT_LT(*figure->uncertainty, 0.01);
  EXPECT_NEAR(valueOf(reading, "channel_delay", 1), 0.0, 0.005);
  const Trace* phase = reading.trace("phase_difference", 1);
  ASSERT_NE(phase, nullptr);
  for (const double degrees : phase->y) EXPECT_NEAR(degrees, 0.0, 1.0);
}

TEST(Balance, NeedsTwoOutputs) {
  Sequence sequence(1, 48000);
  const auto composed =
      balanceProcedure().compose(0, Values(balanceProcedure().parameters()), sequence);
  ASSERT_FALSE(composed);
  EXPECT_EQ(composed.error().code, ErrorCode::usage);
}

TEST(Balance, StoppedAfterOneSweepTellsIt) {
  StudioRun run = shortRun();
  run.studio.path.output.gain[1].gain = Decibels::of(-0.5);
  const Reading reading = stoppedAfter(balanceProcedure(), run, 0.6);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_NEAR(valueOf(reading, "balance_1k", 1), -0.5, 0.01);
}

TEST(Balance, WithOneDeadChannelSaysNothing) {
  StudioRun run = shortRun();
  run.studio.path.output.gain[1].gain = Decibels::of(-300.0);
  const Reading reading = measured(balanceProcedure(), run);
  EXPECT_EQ(reading.figure("balance_1k", 1), nullptr);
}

}  // namespace
}  // namespace linecheck::measure
