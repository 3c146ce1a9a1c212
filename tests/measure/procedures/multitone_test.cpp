#include <gtest/gtest.h>

#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "measure/procedures/multitone_signal.h"
#include "support/measure/studio_recording.h"
#include "support/measure/truth_expectations.h"

namespace linecheck::measure {
namespace {

using testing::measured;
using testing::runOf;
using testing::stoppedAfter;
using testing::StudioRun;
using testing::valueOf;

StudioRun shortRun(double level = -6.0) {
  StudioRun run = runOf(multitoneProcedure());
  run.values.set("seconds", 4.0);
  run.values.set("level", level);
  return run;
}

TEST(MultitoneSignal, LiesBesideTheMainsAndKeepsItsPeak) {
  for (const int rate : {44100, 48000, 96000}) {
    const auto signal = makeMultitone(DecibelsFs::of(-3.0), Seconds::of(4.0), rate);
    EXPECT_EQ(signal.frequencies.size(), 31U);
    double peak = 0.0;
    double square = 0.0;
    for (const double sample : signal.samples) {
      peak = std::max(peak, std::abs(sample));
      square += sample * sample / static_cast<double>(signal.samples.size());
    }
    EXPECT_NEAR(20.0 * std::log10(peak), -3.0, 1e-6);
    EXPECT_NEAR(signal.crestFactor.value(), 20.0 * std::log10(peak / std::sqrt(square)), 0.02);
    EXPECT_LT(signal.crestFactor.value(), 14.0);
    for (const Hertz f : signal.frequencies) {
      for (const double mains : {50.0, 60.0}) {
        const double times = std::round(f.value() / mains);
        if (times < 1.0) continue;
        EXPECT_GE(std::abs(f.value() - times * mains), 3.999) << f.value();
      }
    }
  }
}

class MultitoneOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, MultitoneOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(MultitoneOfSeed, ReadsLevelsAndTheNoiseBetween) {
  testing::expectTruthOfSeed("multitone", GetParam());
}

TEST(Multitone, SaysHowSureItIs) {
  const Reading reading = measured(multitoneProcedure(), shortRun());
  const Figure* figure = reading.figure("tdn", 0);
  ASSERT_TRUE(figure != nullptr && figure->uncertainty);
  EXPECT_GT(*figure->uncertainty, 0.0);
  EXPECT_LT(*figure->uncertainty, 0.2);
}

TEST(Multitone, SeesDistortionThatASingleToneHidesInItsHarmonics) {
  // Of a square law each pair of tones makes two lines of a2·A², each tone a second harmonic and
  // DC of ½·a2·A²: with n tones, n·(n − 1) and n lines.
  constexpr double kQuadratic = 0.01;
  StudioRun run = shortRun();
  run.studio.path.output.nonlinearity = {kQuadratic, 0.0};
  const Reading reading = measured(multitoneProcedure(), run);
  const auto sent = makeMultitone(DecibelsFs::of(-6.0), Seconds::of(4.7), run.sampleRate);
  const double a = std::pow(10.0, sent.each.value() / 20.0);
  const double product = std::pow(kQuadratic * a * a, 2.0);
  double power = 0.0;
  const auto count = [&](double f, double lines) {
    if (f > 20.0 && f < 20000.0) power += lines;
  };
  for (std::size_t i = 0; i < sent.frequencies.size(); ++i) {
    const double f = sent.frequencies[i].value();
    const double folded = 2.0 * f < 24000.0 ? 2.0 * f : 48000.0 - 2.0 * f;
    count(folded, 0.25 * product);
    for (std::size_t j = 0; j < i; ++j) {
      const double other = sent.frequencies[j].value();
      count(f - other, product);
      count(f + other < 24000.0 ? f + other : 48000.0 - f - other, product);
    }
  }
  EXPECT_NEAR(valueOf(reading, "tdn_level"), 10.0 * std::log10(power), 0.5);
  const Trace* spectrum = reading.trace("tdn_spectrum", 0);
  ASSERT_NE(spectrum, nullptr);
  EXPECT_GT(spectrum->x.size(), 500U);
}

TEST(Multitone, NeverPlaysLouderThanAsked) {
  Sequence sequence(2, 48000);
  ASSERT_TRUE(multitoneProcedure().compose(0, shortRun(-20.0).values, sequence));
  EXPECT_LE(sequence.loudest().value(), -20.0 + 1e-6);
  EXPECT_GT(sequence.loudest().value(), -20.5);
}

TEST(Multitone, DoesNotMindADriftingClock) {
  StudioRun run = shortRun();
  run.studio.path.computer.clockDriftPpm = 60.0;
  const Reading reading = measured(multitoneProcedure(), run);
  EXPECT_NEAR(valueOf(reading, "tdn_level"), -110.0 + 10.0 * std::log10(19980.0 / 24000.0), 3.0);
}

TEST(Multitone, StoppedEarlyTellsOnlyWhatItPlayed) {
  const Reading reading = stoppedAfter(multitoneProcedure(), shortRun(), 0.5);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_EQ(reading.figure("tdn", 0), nullptr);
  EXPECT_NE(reading.figure("crest_factor"), nullptr);
}

TEST(Multitone, OfNoiseAloneSaysNothing) {
  StudioRun run = shortRun();
  run.studio.loopGain = Decibels::of(-300.0);
  EXPECT_EQ(measured(multitoneProcedure(), run).figure("tdn", 0), nullptr);
}

}  // namespace
}  // namespace linecheck::measure
