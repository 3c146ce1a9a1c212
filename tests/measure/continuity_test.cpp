#include "measure/continuity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "dsp/generators.h"
#include "dsp/random.h"

namespace linecheck::measure {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

// What comes back of a tone through a real chain.
struct Scene {
  double rate = 48000.0;
  double frequency = 1000.0;
  double levelDbfs = -20.0;
  double noiseDbfs = -60.0;
  double humDbfs = -200.0;
  double seconds = 3.0;
  double clockErrorPpm = 0.0;
  std::uint64_t seed = 1;

  [[nodiscard]] std::size_t frames() const { return static_cast<std::size_t>(seconds * rate); }
};

std::vector<double> make(const Scene& scene) {
  std::vector<double> samples =
      dsp::whiteNoise(DecibelsFs::of(scene.noiseDbfs), scene.frames(), scene.seed);
  const Hertz rate = Hertz::of(scene.rate);
  const double frequency = scene.frequency * (1.0 + scene.clockErrorPpm * 1e-6);
  dsp::addSine(samples,
               {Hertz::of(frequency), sinePeakFromDbfs(DecibelsFs::of(scene.levelDbfs)), 0.3},
               rate);
  for (const int order : {1, 2, 3, 5, 7, 9}) {
    dsp::addSine(samples,
                 {Hertz::of(50.01 * order), sinePeakFromDbfs(DecibelsFs::of(scene.humDbfs)) / order,
                  0.1 * order},
                 rate);
  }
  return samples;
}

Continuity check(const std::vector<double>& samples, const Scene& scene) {
  return checkContinuity(samples, Hertz::of(scene.rate), Hertz::of(scene.frequency));
}

std::vector<double> without(std::vector<double> samples, std::ptrdiff_t from,
                            std::ptrdiff_t count) {
  samples.erase(samples.begin() + from, samples.begin() + from + count);
  return samples;
}

void expectOneJump(const Continuity& result, std::ptrdiff_t where, std::int64_t samples) {
  EXPECT_TRUE(result.isToneFound);
  EXPECT_TRUE(result.canSeeOneSample);
  ASSERT_EQ(result.jumps.size(), 1U);
  EXPECT_LE(std::abs(result.jumps[0].frame - where), result.resolutionFrames);
  EXPECT_EQ(result.jumps[0].samples, samples);
}

struct RateAndTone {
  double rate;
  double frequency;
};
class EveryRateAndTone : public ::testing::TestWithParam<RateAndTone> {
 protected:
  static Scene scene() {
    Scene result;
    result.rate = GetParam().rate;
    result.frequency = GetParam().frequency;
    return result;
  }
};

// 1 kHz at −20 dBFS in noise at −60 dBFS: one sample is all it takes.
TEST_P(EveryRateAndTone, OneLostSampleIsFound) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Scene one = scene();
    one.seed = seed;
    const auto where =
        static_cast<std::ptrdiff_t>(one.rate * (0.2 + 0.5 * static_cast<double>(seed)));
    const auto whole = make(one);
    EXPECT_TRUE(check(whole, one).jumps.empty());
    expectOneJump(check(without(whole, where, 1), one), where, 1);
  }
}

TEST_P(EveryRateAndTone, OneRepeatedSampleIsFound) {
  const Scene one = scene();
  auto samples = make(one);
  const auto where = static_cast<std::ptrdiff_t>(one.rate * 1.234);
  samples.insert(samples.begin() + where, samples[static_cast<std::size_t>(where)]);
  expectOneJump(check(samples, one), where, -1);
}

INSTANTIATE_TEST_SUITE_P(Continuity, EveryRateAndTone,
                         ::testing::Values(RateAndTone{44100, 997}, RateAndTone{48000, 1000},
                                           RateAndTone{48000, 997}, RateAndTone{48000, 100},
                                           RateAndTone{96000, 997}, RateAndTone{192000, 997},
                                           RateAndTone{48000, 10'000}),
                         [](const auto& test) {
                           return "At" + std::to_string(std::lround(test.param.frequency)) + "In" +
                                  std::to_string(std::lround(test.param.rate));
                         });

TEST(Continuity, LostBuffersAreCounted) {
  Scene scene;
  scene.frequency = 997.0;
  scene.noiseDbfs = -90.0;
  const auto whole = make(scene);
  for (const std::ptrdiff_t lost : {2, 16, 48, 64, 128}) {
    expectOneJump(check(without(whole, 70'000, lost), scene), 70'000, lost);
  }
  // More is known up to whole periods of the tone.
  for (const std::ptrdiff_t lost : {256, 480, 1024}) {
    const auto result = check(without(whole, 70'000, lost), scene);
    ASSERT_EQ(result.jumps.size(), 1U);
    ASSERT_TRUE(result.jumps[0].samples);
    const double samplesOff = static_cast<double>(*result.jumps[0].samples - lost);
    EXPECT_NEAR(std::remainder(samplesOff * 997.0 / 48'000.0, 1.0), 0.0, 0.002);
  }
}

TEST(Continuity, EachOfManyJumpsIsFound) {
  Scene scene;
  scene.seconds = 6.0;
  auto samples = make(scene);
  for (std::ptrdiff_t i = 5; i >= 1; --i) samples = without(std::move(samples), i * 48'000, 3);
  const auto result = check(samples, scene);
  ASSERT_EQ(result.jumps.size(), 5U);
  for (const Jump& jump : result.jumps) EXPECT_EQ(jump.samples, 3);
}

TEST(Continuity, JumpsNearTheEndsAreFound) {
  const Scene scene;
  const auto whole = make(scene);
  const auto resolution = static_cast<std::ptrdiff_t>(check(whole, scene).resolutionFrames);
  const auto end = static_cast<std::ptrdiff_t>(whole.size());
  for (const std::ptrdiff_t where : {3 * resolution, end - 5 * resolution}) {
    const auto result = check(without(whole, where, 1), scene);
    ASSERT_EQ(result.jumps.size(), 1U) << where;
    EXPECT_EQ(result.jumps[0].samples, 1);
  }
}

// Wherever it is: never a number that is wrong.
TEST(Continuity, CountsAreRightOrNotGiven) {
  Scene scene;
  scene.frequency = 997.0;
  scene.noiseDbfs = -100.0;
  scene.seconds = 0.5;
  const auto whole = make(scene);
  const auto end = static_cast<std::ptrdiff_t>(whole.size());
  for (std::ptrdiff_t where = 0; where + 11 < end; where += 97) {
    const auto result = check(without(whole, where, 11), scene);
    const bool isInside =
        where > 3 * result.resolutionFrames && where < end - 4 * result.resolutionFrames;
    EXPECT_TRUE(!isInside || result.jumps.size() == 1) << where;
    for (const Jump& jump : result.jumps) {
      EXPECT_EQ(jump.samples.value_or(11), 11) << where;
      EXPECT_TRUE(!isInside || jump.samples) << where;
    }
  }
}

// A driver that fills a gap with silence, or plays an old buffer again, loses no time.
TEST(Continuity, ReplacedSamplesAreFound) {
  Scene scene;
  scene.frequency = 997.0;
  scene.noiseDbfs = -90.0;
  for (const std::ptrdiff_t count : {32, 64, 256, 1024}) {
    auto silenced = make(scene);
    std::fill_n(silenced.begin() + 70'000, count, 0.0);
    auto repeated = make(scene);
    std::copy_n(repeated.begin() + 70'000 - count, count, repeated.begin() + 70'000);
    for (const auto& samples : {silenced, repeated}) {
      // A short piece of the same tone in another phase may be too like it.
      if (count < 256 && samples == repeated) continue;
      const auto result = check(samples, scene);
      ASSERT_FALSE(result.jumps.empty()) << count;
      EXPECT_NEAR(static_cast<double>(result.jumps[0].frame), 70'000.0,
                  static_cast<double>(count + 2 * result.resolutionFrames));
    }
  }
}

TEST(Continuity, ToneThatStopsIsAJump) {
  const Scene scene;
  auto samples = make(scene);
  std::fill(samples.begin() + 100'000, samples.end(), 0.0);
  EXPECT_FALSE(check(samples, scene).jumps.empty());
}

// What a chain does to a signal is not what a driver does to samples.
TEST(Continuity, NothingOfTheChainIsAJump) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Scene scene;
    scene.seed = seed;
    scene.frequency = seed % 2 == 0 ? 997.0 : 1000.0;
    scene.humDbfs = -30.0;
    scene.clockErrorPpm = seed % 3 == 0 ? 80.0 : 0.0;
    auto samples = make(scene);
    dsp::Random random(seed);
    double drift = 0.0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
      const double t = static_cast<double>(i) / scene.rate;
      // Distortion, DC, gain that moves by 0.3 dB, and once by 0.3 dB at a stroke.
      double x = samples[i] + 0.02 * samples[i] * samples[i] / 0.1 + 0.01;
      x *= 1.0 + 0.035 * std::sin(kTurn * 0.7 * t);
      if (t > 1.5) x *= 0.966;
      // Clicks of half the tone's peak, a few milliseconds long.
      if (random.uniform() < 2.0 / scene.rate) drift = 0.05;
      x += drift;
      drift *= 0.98;
      samples[i] = x;
    }
    const auto result = check(samples, scene);
    EXPECT_TRUE(result.isToneFound);
    EXPECT_TRUE(result.jumps.empty()) << "seed " << seed << " at " << result.jumps[0].frame;
  }
}

TEST(Continuity, NoiseAloneIsNoTone) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Scene scene;
    scene.levelDbfs = -300.0;
    scene.humDbfs = -50.0;
    scene.seconds = 1.0;
    scene.seed = seed;
    EXPECT_FALSE(check(make(scene), scene).isToneFound);
  }
}

TEST(Continuity, WeakToneIsMeasuredAndFollowed) {
  Scene scene;
  scene.levelDbfs = -80.0;
  scene.noiseDbfs = -110.0;
  const auto result = check(make(scene), scene);
  EXPECT_TRUE(result.isToneFound);
  EXPECT_NEAR(result.toneLevel.value(), -80.0, 0.05);
  EXPECT_TRUE(result.canSeeOneSample);
  EXPECT_TRUE(result.jumps.empty());
}

TEST(Continuity, SaysWhenTheNoiseHidesASample) {
  Scene scene;
  scene.rate = 192'000.0;
  scene.frequency = 100.0;
  scene.noiseDbfs = -20.0;
  const auto result = check(make(scene), scene);
  EXPECT_TRUE(result.isToneFound);
  EXPECT_FALSE(result.canSeeOneSample);
  EXPECT_TRUE(result.jumps.empty());
}

TEST(Continuity, TooShortFindsNothing) {
  Scene scene;
  scene.seconds = 0.2;
  EXPECT_FALSE(check(make(scene), scene).isToneFound);
  EXPECT_FALSE(checkContinuity({}, Hertz::of(48000.0), Hertz::of(997.0)).isToneFound);
}

}  // namespace
}  // namespace linecheck::measure
