#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"
#include "support/measure/truth_expectations.h"

namespace linecheck::measure {
namespace {

using testing::measured;
using testing::runOf;
using testing::stoppedAfter;
using testing::StudioRun;
using testing::valueOf;

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

class BalanceOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, BalanceOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(BalanceOfSeed, IsRightOverAllFrequencies) {
  testing::expectTruthOfSeed("balance", GetParam());
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
