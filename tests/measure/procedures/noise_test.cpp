#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "dsp/random.h"
#include "dsp/weighting.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"
#include "support/measure/truth_expectations.h"

namespace linecheck::measure {
namespace {

using testing::measured;
using testing::runOf;
using testing::StudioRun;
using testing::valueOf;
using testing::wordOf;

// What a weighting makes of white noise up to 24 kHz, in dB, by the midpoint rule.
double weightedLoss(double (*weighting)(Hertz)) {
  constexpr double kStep = 1.0;
  double sum = 0.0;
  for (double f = 20.0 + kStep / 2.0; f < 20000.0; f += kStep) sum += weighting(Hertz::of(f));
  return 10.0 * std::log10(sum * kStep / 24000.0);
}

double flat(Hertz /*frequency*/) {
  return 1.0;
}

StudioRun shortRun(double noise, std::uint64_t seed = 1) {
  StudioRun run = runOf(noiseProcedure());
  run.values.set("seconds", 1.0);
  run.studio.converterNoise = DecibelsFs::of(noise);
  run.studio.seed = seed;
  return run;
}

TEST(Noise, FindsWhiteNoiseWeightedAndNot) {
  testing::expectTruthWithoutGate("noise");
}

TEST(Noise, WorksBehindTheGate) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) testing::expectTruthOfSeed("noise", seed);
}

TEST(Noise, UncertaintyIsThatOfNoiseOfThisLengthAndBand) {
  // 10/ln 10 / √(band · time), for white noise.
  const double expected = 10.0 / std::log(10.0) / std::sqrt(19980.0 * 1.0);
  double mean = 0.0;
  constexpr std::uint64_t kRuns = 12;
  for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
    const Reading reading = testing::measuredWithoutGate(noiseProcedure(), shortRun(-90.0, seed));
    mean += *reading.figure("noise", 0)->uncertainty / kRuns;
  }
  // The parts' own frames use a little less than all of their samples.
  EXPECT_GT(mean, 0.8 * expected);
  EXPECT_LT(mean, 1.8 * expected);
}

TEST(Noise, ASteadyWhineIsNoiseToo) {
  StudioRun run = shortRun(-110.0);
  run.studio.hum = {{20, DecibelsFs::of(-70.0)}};
  EXPECT_NEAR(valueOf(measured(noiseProcedure(), run), "noise"), -70.0, 0.05);
}

TEST(Noise, TerminatedInputIsMeasuredWithoutALoop) {
  StudioRun run = shortRun(-100.0);
  run.values.set("terminated", 1.0);
  const auto steps = noiseProcedure().steps(run.values);
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(steps[0].harness, Harness::terminatedInput);
  EXPECT_FALSE(steps[0].hasLoop);
  const Reading reading = measured(noiseProcedure(), run);
  EXPECT_NEAR(valueOf(reading, "noise"), -100.0 + weightedLoss(flat), 0.25);
  EXPECT_EQ(reading.figure("dynamic_range", 0), nullptr);
}

// 16 bits without dither: digital silence is silent, a tone is not.
TEST(Noise, SilenceThatIsQuieterThanAToneIsSaidSo) {
  StudioRun run = shortRun(-120.0);
  run.studio.path.computer.sixteenBit = simulation::SixteenBit::rounded;
  const Reading reading = measured(noiseProcedure(), run);
  EXPECT_EQ(wordOf(reading, "silence"), "quieter_than_beside_tone");
  EXPECT_LT(valueOf(reading, "dynamic_range"), 98.0);
  EXPECT_LT(valueOf(reading, "noise_ccir_rms"), -110.0);
}

TEST(Noise, StoppedAfterTheSilenceItStillTellsTheNoise) {
  const Reading reading = testing::stoppedAfter(noiseProcedure(), shortRun(-100.0), 0.55);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_NEAR(valueOf(reading, "noise"), -100.0 + weightedLoss(flat), 0.25);
  EXPECT_EQ(reading.figure("dynamic_range", 0), nullptr);
}

}  // namespace
}  // namespace linecheck::measure
