#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"

namespace linecheck::measure {
namespace {

using testing::measured;
using testing::runOf;
using testing::StudioRun;
using testing::valueOf;
using testing::wordOf;

constexpr double kFullBand = 24000.0;
constexpr double kNoiseBand = 19980.0;

double powerOf(DecibelsFs level) {
  return std::pow(10.0, level.value() / 10.0);
}

StudioRun shortRun(double level) {
  StudioRun run = runOf(distortionProcedure());
  run.values.set("seconds", 1.0);
  run.values.set("level", level);
  return run;
}

StudioRun randomRun(std::uint64_t seed) {
  dsp::Random random(seed);
  StudioRun run = shortRun(random.uniform(-20.0, -1.0));
  auto& studio = run.studio;
  studio.seed = seed;
  studio.converterNoise = DecibelsFs::of(random.uniform(-120.0, -100.0));
  studio.path.output.nonlinearity = {random.uniform(0.02, 0.1), random.uniform(-0.1, -0.02)};
  studio.path.input.gain[0].gain = Decibels::of(random.uniform(-12.0, 0.0));
  return run;
}

void expectTruth(const Reading& reading, const StudioRun& run) {
  const auto& studio = run.studio;
  const Decibels gain = studio.path.input.gain[0].gain;
  const DecibelsFs played = DecibelsFs::of(run.values["level"]);
  const auto truth = [&](int order) { return studio.path.harmonicLevel(order, played) + gain; };
  const double fundamental = powerOf(truth(1));
  const double harmonics = powerOf(truth(2)) + powerOf(truth(3));
  const double noise = powerOf(studio.converterNoise) * kNoiseBand / kFullBand;
  const double thd = 10.0 * std::log10(harmonics / fundamental);
  const double thdn = 10.0 * std::log10((harmonics + noise) / fundamental);

  SCOPED_TRACE(::testing::Message() << "seed " << studio.seed << ", level " << played.value()
                                    << ", noise " << studio.converterNoise.value());
  EXPECT_NEAR(valueOf(reading, "level"), truth(1).value(), 0.01);
  EXPECT_NEAR(valueOf(reading, "gain"), (truth(1) - played).value(), 0.01);
  EXPECT_NEAR(valueOf(reading, "thd"), thd, 0.1);
  EXPECT_NEAR(valueOf(reading, "thdn"), thdn, 0.1);
  EXPECT_NEAR(valueOf(reading, "sinad"), -thdn, 0.1);
  const double bits = (-thdn - truth(1).value() - 1.76) / 6.02;
  EXPECT_NEAR(valueOf(reading, "effective_bits"), bits, 0.02);
  const Trace* trace = reading.trace("harmonics", 0);
  ASSERT_NE(trace, nullptr);
  ASSERT_GE(trace->y.size(), 2U);
  EXPECT_EQ(trace->x[0], 2.0);
  EXPECT_NEAR(trace->y[0], (truth(2) - truth(1)).value(), 0.1);
  EXPECT_NEAR(trace->y[1], (truth(3) - truth(1)).value(), 0.1);
}

TEST(Distortion, FindsLevelHarmonicsAndNoiseOfManyPaths) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const StudioRun run = randomRun(seed);
    expectTruth(testing::measuredWithoutGate(distortionProcedure(), run), run);
  }
}

TEST(Distortion, WorksBehindTheGate) {
  for (std::uint64_t seed = 21; seed <= 23; ++seed) {
    const StudioRun run = randomRun(seed);
    expectTruth(measured(distortionProcedure(), run), run);
  }
}

// The spread of many readings is what each of them states.
TEST(Distortion, UncertaintyIsTheSpreadOfRepeatedReadings) {
  constexpr std::uint64_t kRuns = 16;
  std::vector<Reading> readings;
  for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
    StudioRun run = shortRun(-40.0);
    run.values.set("seconds", 0.5);
    run.studio.seed = seed;
    run.studio.converterNoise = DecibelsFs::of(-75.0);
    run.studio.path.output.nonlinearity.quadratic = 0.6;
    readings.push_back(testing::measuredWithoutGate(distortionProcedure(), run));
  }
  for (const char* id : {"level", "thd", "thdn"}) {
    double sum = 0.0;
    double stated = 0.0;
    for (const Reading& reading : readings) {
      sum += valueOf(reading, id) / kRuns;
      stated += *reading.figure(id, 0)->uncertainty / kRuns;
    }
    double squares = 0.0;
    for (const Reading& reading : readings) squares += std::pow(valueOf(reading, id) - sum, 2.0);
    const double spread = std::sqrt(squares / (kRuns - 1));
    EXPECT_GT(stated, 0.5 * spread) << id;
    EXPECT_LT(stated, 2.0 * spread) << id;
  }
}

TEST(Distortion, WhatTheNoiseHidesIsUnknownAndBounded) {
  StudioRun run = shortRun(-40.0);
  run.studio.converterNoise = DecibelsFs::of(-70.0);
  const Reading reading = measured(distortionProcedure(), run);
  ASSERT_NE(reading.figure("thd", 0), nullptr);
  EXPECT_FALSE(reading.figure("thd", 0)->value);
  EXPECT_EQ(wordOf(reading, "thd"), "below_floor");
  EXPECT_LT(valueOf(reading, "thd_bound"), -50.0);
  EXPECT_GT(valueOf(reading, "thd_bound"), valueOf(reading, "thdn") - 60.0);
  for (const double harmonic : reading.trace("harmonics", 0)->y) EXPECT_TRUE(std::isnan(harmonic));
}

TEST(Distortion, AToneWithoutHarmonicsInTheBandHasNoThd) {
  StudioRun run = shortRun(-20.0);
  run.values.set("frequency", 15000.0);
  const Reading reading = measured(distortionProcedure(), run);
  EXPECT_FALSE(reading.figure("thd", 0)->value);
  EXPECT_EQ(wordOf(reading, "thd"), "no_harmonic_in_band");
}

TEST(Distortion, StoppedBeforeItsEndItTellsNothing) {
  const Reading reading = testing::stoppedAfter(distortionProcedure(), shortRun(-20.0), 0.3);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_TRUE(reading.figures.empty());
}

}  // namespace
}  // namespace linecheck::measure
