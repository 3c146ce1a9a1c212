// The stages whose gain depends on what they hear: automatic gain and the system's limiter.
#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/path_probe.h"
#include "simulation/system_limiter.h"

namespace linecheck::simulation {
namespace {

PathConfig limiter() {
  PathConfig config;
  config.computer.limits = true;
  return config;
}

std::vector<double> limited(double dbfs, double frequency) {
  return runMono(limiter(), sine(std::pow(10.0, dbfs / 20.0), frequency, 4 * kProbeRate));
}

TEST(SystemLimiter, ItsLookAheadFollowsTheRate) {
  EXPECT_EQ(SystemLimiter::latencyFrames(16'000), 16);
  EXPECT_EQ(SystemLimiter::latencyFrames(22'050), 32);
  EXPECT_EQ(SystemLimiter::latencyFrames(44'100), 64);
  EXPECT_EQ(SystemLimiter::latencyFrames(48'000), 64);
  EXPECT_EQ(SystemLimiter::latencyFrames(96'000), 128);
  EXPECT_EQ(limiter().latencyFrames(48'000_Hz), 64.0);
}

TEST(SystemLimiter, TouchesNothingBelowItsCeiling) {
  const auto played = sine(std::pow(10.0, -0.14 / 20.0), 997.0, 10'000);
  const auto output = runMono(limiter(), played);
  for (std::size_t i = 0; i < 64; ++i) ASSERT_EQ(output[i], 0.0);
  for (std::size_t i = 64; i < output.size(); ++i) ASSERT_EQ(output[i], played[i - 64]) << i;
}

struct Limited {
  double frequency;
  double dbfs;
  double distortion;
};

class LimitedTone : public ::testing::TestWithParam<Limited> {};

TEST_P(LimitedTone, HasTheKnownDistortion) {
  const Limited& expected = GetParam();
  const auto output = limited(expected.dbfs, expected.frequency);
  EXPECT_NEAR(restAgainst(output, expected.frequency, kProbeRate), expected.distortion, 0.25);
}

INSTANTIATE_TEST_SUITE_P(SystemLimiter, LimitedTone,
                         ::testing::Values(Limited{997.0, -0.1, -66.2}, Limited{997.0, 0.0, -66.2},
                                           Limited{997.0, 6.0, -66.2}, Limited{100.0, -0.1, -58.9},
                                           Limited{100.0, 0.0, -58.9}, Limited{50.0, 0.0, -52.1}),
                         [](const auto& test) { return "Number" + std::to_string(test.index); });

TEST(SystemLimiter, HoldsALoudToneJustAboveItsCeiling) {
  for (const double dbfs : {-0.1, 0.0, 3.0}) {
    const auto output = limited(dbfs, 997.0);
    EXPECT_NEAR(levelIn(output, 997.0, kProbeRate), -0.125, 0.001) << dbfs;
  }
}

TEST(SystemLimiter, GivesAllChannelsTheSameGain) {
  const auto played = sine(1.0, 997.0, 20'000);
  SignalPath path(limiter(), 2, kProbeRate);
  for (std::size_t n = 0; n < played.size(); ++n) {
    std::array<double, 2> frame{played[n], 0.01 * played[n]};
    path.process(std::span(frame));
    ASSERT_NEAR(frame[1], 0.01 * frame[0], 1e-15) << n;
  }
}

// 2.205 / s is 19.15 dB/s.
TEST(SystemLimiter, LetsGoWhileItIsQuietAndComesBackToUnity) {
  auto played = sine(1.0, 1000.0, 480);
  played.resize(static_cast<std::size_t>(2 * kProbeRate), 0.001);
  const auto output = runMono(limiter(), played);
  EXPECT_EQ(output.back(), 0.001);
  const auto gainAt = [&](std::size_t n) { return output[n] / 0.001; };
  EXPECT_NEAR(gainAt(700) / gainAt(620), std::exp(2.205 * 80 / 48'000), 1e-9);
}

PathConfig leveller(AutomaticGain gain = {}) {
  PathConfig config;
  config.computer.automaticGain = gain;
  return config;
}

TEST(AutomaticGainStage, BringsASteadyToneToItsTargetWithinItsReach) {
  for (const double dbfs : {-60.0, -30.0, -22.0, -6.0, 0.0}) {
    const auto output =
        runMono(leveller(), sine(std::pow(10.0, dbfs / 20.0), 1000.0, 10 * kProbeRate));
    const double expected = std::clamp(-20.0 - dbfs, -24.0, 12.0);
    EXPECT_NEAR(levelIn(output, 1000.0, kProbeRate) - dbfs, expected, 0.02) << dbfs;
    EXPECT_EQ(AutomaticGain{}.settledGain(DecibelsFs::of(dbfs)), Decibels::of(expected));
  }
}

// For silence it wants all of its gain from the first frame on.
TEST(AutomaticGainStage, RisesWithItsReleaseTime) {
  AutomaticGain config;
  config.release = 0.5_s;
  const auto output = runMono(leveller(config), std::vector<double>(kProbeRate, 1e-6));
  for (const double time : {0.25, 0.5, 0.9}) {
    const double gain = decibels(output[static_cast<std::size_t>(time * kProbeRate) - 1] / 1e-6);
    EXPECT_NEAR(gain, 12.0 * (1.0 - std::exp(-time / 0.5)), 1e-3) << time;
  }
}

TEST(AutomaticGainStage, FallsFasterThanItRises) {
  auto played = sine(0.001, 1000.0, 5 * kProbeRate);
  const auto loud = sine(0.5, 1000.0, kProbeRate);
  played.insert(played.end(), loud.begin(), loud.end());
  const auto output = runMono(leveller(), played);
  // A second is ten attack times, but only one release time.
  EXPECT_NEAR(decibels(std::abs(lineIn(output, 1000.0, 480)) / 0.5), -20.0 + 6.02, 0.02);
  const std::vector<double> before(output.begin(), output.begin() + 5 * kProbeRate);
  EXPECT_NEAR(decibels(std::abs(lineIn(before, 1000.0, 480)) / 0.001), 12.0, 0.1);
}

}  // namespace
}  // namespace linecheck::simulation
