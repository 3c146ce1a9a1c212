#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>

#include "dsp/generators.h"
#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "measure/procedures/jitter_pattern.h"
#include "measure/procedures/jitter_reading.h"
#include "support/measure/studio_recording.h"

namespace linecheck::measure {
namespace {

using std::numbers::pi;
using testing::measured;
using testing::runOf;
using testing::stoppedAfter;
using testing::StudioRun;
using testing::valueOf;
using testing::wordOf;

StudioRun shortRun() {
  StudioRun run = runOf(jitterProcedure());
  run.values.set("seconds", 3.0);
  return run;
}

TEST(JitterPattern, IsTheKnownOneAtFullLevel) {
  for (const int rate : {44100, 48000}) {
    const JitterPattern pattern{rate, kJitterFullLevel};
    constexpr std::array<std::int32_t, 4> kFirst = {-0x400000, -0x400000, 0x400000, 0x400000};
    constexpr std::array<std::int32_t, 4> kSecond = {-0x400001, -0x400001, 0x3FFFFF, 0x3FFFFF};
    for (std::size_t n = 0; n < 384; ++n) {
      const auto& half = n / 96 % 2 == 0 ? kFirst : kSecond;
      ASSERT_EQ(pattern.word(n), half[n % 4]) << n;
    }
    EXPECT_DOUBLE_EQ(pattern.tone().value(), rate / 4.0);
    EXPECT_DOUBLE_EQ(pattern.toggle().value(), rate / 192.0);
  }
}

TEST(JitterPattern, KeepsItsToneInTheAudioBandAtHigherRates) {
  for (const int rate : {88200, 96000, 176400, 192000}) {
    const JitterPattern pattern{rate, DecibelsFs::of(-20.0)};
    const int base = rate % 44100 == 0 ? 44100 : 48000;
    EXPECT_DOUBLE_EQ(pattern.tone().value(), base / 4.0);
    EXPECT_DOUBLE_EQ(pattern.toggle().value(), base / 192.0);
  }
}

TEST(JitterPattern, IsExactInFloats) {
  for (const double sample : JitterPattern{48000, kJitterFullLevel}.samples(192)) {
    EXPECT_EQ(static_cast<double>(static_cast<float>(sample)), sample);
    EXPECT_EQ(sample * 8388608.0, std::round(sample * 8388608.0));
  }
}

// A tone at f0 with jitter of peak J at fj is sin(2π·f0·(t + J·sin(2π·fj·t))), whose side lines are
// the Bessel functions J1(2π·f0·J) of it, π·f0·J for a small one.
std::vector<double> jittered(double f0, double peak, double fj, double rate, std::size_t count) {
  std::vector<double> samples(count);
  for (std::size_t n = 0; n < count; ++n) {
    const double t = static_cast<double>(n) / rate;
    samples[n] = 0.1 * std::sin(2.0 * pi * f0 * (t + peak * std::sin(2.0 * pi * fj * t)));
  }
  return samples;
}

TEST(JitterReading, FollowsTheLawOfSideLines) {
  for (const double peak : {1e-12, 1e-10, 1e-9}) {
    const auto samples = jittered(12000.0, peak, 1234.5, 48000.0, 96000);
    const auto reading =
        readJitter(samples, Hertz::of(48000.0), Hertz::of(12000.0), Hertz::of(5000.0));
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->lines.size(), 1U) << peak;
    EXPECT_NEAR(reading->lines[0].peak.value() / peak, 1.0, 0.001);
    EXPECT_NEAR(reading->lines[0].offset.value(), 1234.5, 0.01);
    EXPECT_NEAR(reading->lines[0].side.value(), 20.0 * std::log10(pi * 12000.0 * peak), 0.01);
  }
}

TEST(JitterReading, IsNotTakenInByAmplitudeModulation) {
  std::vector<double> samples(96000);
  const auto noise = dsp::whiteNoise(DecibelsFs::of(-120.0), samples.size(), 1);
  for (std::size_t n = 0; n < samples.size(); ++n) {
    const double t = static_cast<double>(n) / 48000.0;
    samples[n] = 0.1 * (1.0 + 1e-3 * std::sin(2.0 * pi * 700.0 * t)) *
                     std::sin(2.0 * pi * 12000.0 * t + 0.3) +
                 noise[n];
  }
  const auto reading =
      readJitter(samples, Hertz::of(48000.0), Hertz::of(12000.0), Hertz::of(5000.0));
  ASSERT_TRUE(reading);
  EXPECT_TRUE(reading->lines.empty());
}

TEST(JitterReading, HearsNoLinesInNoise) {
  int lines = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    auto samples = dsp::whiteNoise(DecibelsFs::of(-90.0), 96000, seed);
    dsp::addSine(samples, {Hertz::of(12000.0), 0.1, 0.0}, Hertz::of(48000.0));
    const auto reading =
        readJitter(samples, Hertz::of(48000.0), Hertz::of(12000.0), Hertz::of(5000.0));
    ASSERT_TRUE(reading);
    lines += static_cast<int>(reading->lines.size());
  }
  EXPECT_EQ(lines, 0);
}

TEST(JitterReading, ReadsTheNoiseOfThePhase) {
  // White noise of RMS σ beside a sine of peak A turns its phase by σ/A RMS over the whole band up
  // to Nyquist, of which the span on both sides is a part.
  auto samples = dsp::whiteNoise(DecibelsFs::of(-80.0), 144000, 3);
  dsp::addSine(samples, {Hertz::of(12000.0), 0.1, 0.0}, Hertz::of(48000.0));
  const auto reading =
      readJitter(samples, Hertz::of(48000.0), Hertz::of(12000.0), Hertz::of(5000.0));
  ASSERT_TRUE(reading);
  const double rms = 1e-4 / std::sqrt(2.0);
  const double radians = rms / 0.1 * std::sqrt(2.0 * 5000.0 / 24000.0);
  EXPECT_NEAR(reading->noiseRms.value() / (radians / (2.0 * pi * 12000.0)), 1.0, 0.05);
  EXPECT_NEAR(reading->skirt.value(), 0.0, 1.0);
}

class JitterOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, JitterOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(JitterOfSeed, IsReadWithinItsErrors) {
  dsp::Random random(GetParam());
  StudioRun run = shortRun();
  run.studio.seed = GetParam();
  run.sampleRate = GetParam() % 4 == 0 ? 44100 : GetParam() % 4 == 1 ? 96000 : 48000;
  const double peak = 1e-10 * std::pow(10.0, random.uniform(0.0, 1.5));
  const double frequency = random.uniform(60.0, 4500.0);
  run.studio.path.cable.jitter = {Seconds::of(peak), Hertz::of(frequency)};
  const Reading reading = measured(jitterProcedure(), run);
  const double tone = run.sampleRate == 44100 ? 11025.0 : 12000.0;
  for (const int channel : {0, 1}) {
    EXPECT_EQ(wordOf(reading, "jitter", channel), "sidebands");
    const Figure* figure = reading.figure("jitter_peak", channel);
    ASSERT_TRUE(figure != nullptr && figure->value && figure->uncertainty);
    EXPECT_NEAR(*figure->value, 1e12 * peak, 4.0 * *figure->uncertainty + 1e-3 * 1e12 * peak);
    EXPECT_LT(*figure->uncertainty, 30.0);
    EXPECT_NEAR(valueOf(reading, "jitter_frequency", channel), frequency, 0.05);
    EXPECT_NEAR(valueOf(reading, "jitter_side", channel), 20.0 * std::log10(pi * tone * peak), 0.5);
    EXPECT_NEAR(valueOf(reading, "jitter_rms", channel), *figure->value / std::sqrt(2.0),
                0.02 * *figure->value);
  }
}

TEST(Jitter, ACleanClockHasABoundAndNoFigure) {
  const Reading reading = measured(jitterProcedure(), shortRun());
  EXPECT_EQ(wordOf(reading, "jitter"), "clean");
  ASSERT_NE(reading.figure("jitter_peak", 0), nullptr);
  EXPECT_EQ(reading.figure("jitter_peak", 0)->value, std::nullopt);
  EXPECT_LT(valueOf(reading, "jitter_bound"), 50.0);
  EXPECT_NEAR(valueOf(reading, "level"), -20.0, 0.01);
}

TEST(Jitter, PlaysTheExactPatternBetweenItsRamps) {
  StudioRun run = shortRun();
  run.values.set("level", kJitterFullLevel.value());
  Sequence sequence(2, 48000);
  ASSERT_TRUE(jitterProcedure().compose(0, run.values, sequence));
  const auto played = sequence.played(*sequence.segment("jtest"), 1);
  const auto expected = JitterPattern{48000, kJitterFullLevel}.samples(played.size());
  EXPECT_EQ(played, expected);
  const auto lead = sequence.played(*sequence.segment("jtest.lead"), 0);
  EXPECT_EQ(lead.front(), 0.0);
  EXPECT_EQ(lead.back(), expected[191]);
}

TEST(Jitter, StoppedEarlyTellsNothing) {
  const Reading reading = stoppedAfter(jitterProcedure(), shortRun(), 0.5);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_TRUE(reading.figures.empty());
}

}  // namespace
}  // namespace linecheck::measure
