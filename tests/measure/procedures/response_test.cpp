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
using testing::wordOf;

StudioRun shortRun() {
  StudioRun run = runOf(responseProcedure());
  run.values.set("seconds", 1.0);
  return run;
}

double truth(const StudioRun& run, int channel, double frequency) {
  return 20.0 * std::log10(std::abs(run.studio.path.linearResponse(
                    channel, channel, Hertz::of(frequency), Hertz::of(run.sampleRate))));
}

double worstOf(const StudioRun& run, const Reading& reading, int channel) {
  const Trace* trace = reading.trace("response", channel);
  if (trace == nullptr) return HUGE_VAL;
  double worst = 0.0;
  for (std::size_t i = 0; i < trace->x.size(); ++i) {
    if (trace->x[i] < 20.0 || trace->x[i] > 20000.0) continue;
    const double expected = truth(run, channel, trace->x[i]) - truth(run, channel, 1000.0);
    worst = std::max(worst, std::abs(trace->y[i] - expected));
  }
  return worst;
}

class ResponseOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, ResponseOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(ResponseOfSeed, IsRightWithinFiveThousandthsOfADecibel) {
  testing::expectTruthOfSeed("response", GetParam());
}

TEST(Response, SaysHowEvenItIs) {
  StudioRun run = shortRun();
  run.studio.path.cable.corners[0].highPass = Hertz::of(20.0);
  const Reading reading = measured(responseProcedure(), run);
  const double expected = truth(run, 0, 20000.0) - truth(run, 0, 20.0);
  EXPECT_NEAR(expected, 3.01, 0.02);
  const Figure* figure = reading.figure("deviation", 0);
  ASSERT_TRUE(figure != nullptr && figure->value && figure->uncertainty);
  EXPECT_NEAR(*figure->value, expected, 0.02);
  EXPECT_LT(*figure->uncertainty, 0.02);
  EXPECT_NEAR(valueOf(reading, "deviation", 1), 0.0, 0.02) << "a plain cable";
}

TEST(Response, ReadsHarmonicsOfAKnownCurve) {
  StudioRun run = shortRun();
  run.values.set("level", -6.0);
  run.sampleRate = 96000;
  run.studio.path.output.nonlinearity = {0.01, 0.008};
  const Reading reading = measured(responseProcedure(), run);
  const double peak = std::pow(10.0, -6.0 / 20.0);
  const double gain = 1.0 + 0.75 * 0.008 * peak * peak;
  const double second = 20.0 * std::log10(0.5 * 0.01 * peak / gain);
  const double third = 20.0 * std::log10(0.25 * 0.008 * peak * peak / gain);
  for (const auto& [id, expected] : {std::pair{"harmonic_2", second}, {"harmonic_3", third}}) {
    const Trace* trace = reading.trace(id, 0);
    ASSERT_NE(trace, nullptr) << id;
    int points = 0;
    for (std::size_t i = 0; i < trace->x.size(); ++i) {
      if (trace->x[i] < 50.0 || trace->x[i] > 5000.0) continue;
      ASSERT_NEAR(trace->y[i], expected, 0.1) << id << " at " << trace->x[i] << " Hz";
      ++points;
    }
    EXPECT_GT(points, 200);
  }
}

TEST(Response, LeavesHarmonicsOutThatAreNoise) {
  const Reading reading = measured(responseProcedure(), shortRun());
  for (const char* id : {"harmonic_2", "harmonic_3", "harmonic_4", "harmonic_5"}) {
    const Trace* trace = reading.trace(id, 0);
    ASSERT_NE(trace, nullptr) << id;
    std::size_t shown = 0;
    for (const double y : trace->y) shown += std::isnan(y) ? 0 : 1;
    EXPECT_LT(shown, trace->y.size() / 20) << id;
  }
}

TEST(Response, GivesThePhaseOfAHighPass) {
  StudioRun run = shortRun();
  run.studio.path.cable.corners[0].highPass = Hertz::of(30.0);
  run.studio.path.output.gain[0].isInverted = true;
  const Reading reading = measured(responseProcedure(), run);
  EXPECT_EQ(wordOf(reading, "polarity", 0), "inverted");
  EXPECT_EQ(wordOf(reading, "polarity", 1), "normal");
  const Trace* phase = reading.trace("phase", 0);
  ASSERT_NE(phase, nullptr);
  for (std::size_t i = 0; i < phase->x.size(); ++i) {
    if (phase->x[i] < 25.0 || phase->x[i] > 2000.0) continue;
    const double expected = std::atan(30.0 / phase->x[i]) * 180.0 / std::numbers::pi;
    ASSERT_NEAR(phase->y[i], expected, 1.0) << phase->x[i] << " Hz";
  }
}

TEST(Response, ShowsTheImpulseAtItsTime) {
  StudioRun run = shortRun();
  run.studio.path.output.gain[1].isInverted = true;
  const Reading reading = measured(responseProcedure(), run);
  for (const int channel : {0, 1}) {
    const Trace* impulse = reading.trace("impulse", channel);
    ASSERT_NE(impulse, nullptr);
    const double sign = channel == 0 ? 1.0 : -1.0;
    for (std::size_t i = 0; i < impulse->x.size(); ++i) {
      if (impulse->x[i] != 0.0) continue;
      EXPECT_NEAR(sign * impulse->y[i], 1.0, 0.05);
    }
    EXPECT_LT(impulse->x.front(), 0.0);
    EXPECT_GT(impulse->x.back(), 20.0);
  }
}

TEST(Response, StoppedAfterOneSweepTellsItWithoutAnError) {
  StudioRun run = shortRun();
  run.studio.path.cable.corners[0].highPass = Hertz::of(20.0);
  const Reading reading = stoppedAfter(responseProcedure(), run, 0.6);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_LT(worstOf(run, reading, 0), 0.05);
  const Figure* gain = reading.figure("gain_1k", 0);
  ASSERT_NE(gain, nullptr);
  EXPECT_EQ(gain->uncertainty, std::nullopt);
}

TEST(Response, OfNoiseAloneIsUnknown) {
  StudioRun run = shortRun();
  run.studio.loopGain = Decibels::of(-300.0);
  const Reading reading = measured(responseProcedure(), run);
  EXPECT_TRUE(reading.figures.empty());
  EXPECT_TRUE(reading.traces.empty());
}

}  // namespace
}  // namespace linecheck::measure
