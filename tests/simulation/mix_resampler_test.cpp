#include "simulation/mix_resampler.h"

#include <gtest/gtest.h>

#include "simulation/path_probe.h"

namespace linecheck::simulation {
namespace {

PathConfig mixingAt(int rate) {
  PathConfig config;
  config.computer.mixRate = rate;
  return config;
}

std::vector<double> through(int mixRate, int rate, double frequency) {
  return runMono(mixingAt(mixRate), sine(1.0, frequency, static_cast<std::size_t>(2 * rate), rate),
                 rate);
}

class Rates : public ::testing::TestWithParam<std::pair<int, int>> {};

TEST_P(Rates, TonesBelow20KhzPassWithTheStatedLatencyAndNothingElse) {
  const auto [mixRate, rate] = GetParam();
  const PathConfig config = mixingAt(mixRate);
  const Hertz sampleRate = Hertz::of(rate);
  const double latency = config.latencyFrames(sampleRate);
  EXPECT_GT(latency, 0.0);
  const auto second = static_cast<std::size_t>(rate);
  for (const double frequency : {40.0, 997.0, 12'000.0, 19'900.0}) {
    const auto output = through(mixRate, rate, frequency);
    const auto found = lineIn(output, frequency, second, rate);
    const auto delayed = std::polar(1.0, -2.0 * std::numbers::pi * frequency * latency / rate);
    EXPECT_LT(std::abs(found - delayed), 1e-5) << frequency;
    EXPECT_LT(restAgainst(output, frequency, second, rate), -110.0) << frequency;
    EXPECT_LT(std::abs(found - config.linearResponse(0, 0, Hertz::of(frequency), sampleRate)), 1e-5)
        << frequency;
  }
}

INSTANTIATE_TEST_SUITE_P(MixResampler, Rates,
                         ::testing::Values(std::pair{44'100, 48'000}, std::pair{48'000, 44'100},
                                           std::pair{44'100, 96'000}, std::pair{48'000, 96'000},
                                           std::pair{96'000, 48'000}),
                         [](const auto& test) {
                           return std::to_string(test.param.first) + "For" +
                                  std::to_string(test.param.second);
                         });

TEST(MixResampler, WhatLiesAboveTheLowerNyquistIsLost) {
  for (const double frequency : {22'100.0, 23'500.0}) {
    const auto output = through(44'100, 48'000, frequency);
    double power = 0.0;
    for (const double sample : tail(output, 48'000)) power += sample * sample / 48'000;
    EXPECT_LT(10.0 * std::log10(2.0 * power), -110.0) << frequency;
  }
  EXPECT_LT(levelIn(through(48'000, 96'000, 30'000.0), 30'000.0, 96'000, 96'000), -110.0);
}

TEST(MixResampler, TheTruthHoldsInTheTransitionToo) {
  for (const double frequency : {20'500.0, 21'000.0, 21'500.0}) {
    const auto found = lineIn(through(44'100, 48'000, frequency), frequency, 48'000);
    const double expected = mixResamplerResponse(44'100, Hertz::of(frequency), 48'000);
    EXPECT_NEAR(std::abs(found), expected, 1e-5) << frequency;
    EXPECT_LT(expected, 0.999);
    EXPECT_GT(expected, 1e-4);
  }
}

TEST(MixResampler, TheStreamsOwnRateIsNone) {
  EXPECT_TRUE(SignalPath(mixingAt(48'000), 2, 48'000).isTransparent());
  EXPECT_EQ(mixingAt(48'000).latencyFrames(48'000_Hz), 0.0);
}

}  // namespace
}  // namespace linecheck::simulation
