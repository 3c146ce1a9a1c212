#include "simulation/noise_source.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "simulation/stereo_noise.h"

namespace linecheck::simulation {
namespace {

NoiseSourceConfig configOf(NoiseKind kind, std::uint64_t seed = 1, int sampleRate = 48000) {
  return {kind, DecibelsFs::of(-40.0), seed, {}, sampleRate};
}

std::vector<double> samplesOf(const NoiseSourceConfig& config, std::size_t frames,
                              std::int64_t first = 0) {
  std::vector<double> samples(frames);
  makeNoiseSource(config)->addTo(samples, first);
  return samples;
}

double levelOf(std::span<const double> samples) {
  double power = 0.0;
  for (const double sample : samples) power += sample * sample;
  return dbfsFromMeanSquare(power / static_cast<double>(samples.size())).value();
}

class EveryNoise : public ::testing::TestWithParam<NoiseKind> {};

INSTANTIATE_TEST_SUITE_P(NoiseSource, EveryNoise, ::testing::ValuesIn(kNoiseKinds),
                         [](const auto& test) { return std::string(noiseKindId(test.param)); });

TEST_P(EveryNoise, IsTheSameInBlocksOfAnySizeAndAnyOrder) {
  const auto config = configOf(GetParam(), 7);
  constexpr std::int64_t kFirst = 3'000'017;
  constexpr std::size_t kFrames = 30'000;
  const auto reference = samplesOf(config, kFrames, kFirst);
  const auto source = makeNoiseSource(config);
  for (const std::size_t block : {std::size_t{1}, std::size_t{63}, std::size_t{333}}) {
    std::vector<double> samples(kFrames);
    for (std::size_t begin = 0; begin < kFrames; begin += block) {
      source->addTo(std::span(samples).subspan(begin, std::min(block, kFrames - begin)),
                    kFirst + static_cast<std::int64_t>(begin));
    }
    EXPECT_EQ(samples, reference) << block;
  }
}

TEST_P(EveryNoise, FollowsItsSeed) {
  const auto reference = samplesOf(configOf(GetParam(), 1), 240'000);
  EXPECT_EQ(samplesOf(configOf(GetParam(), 1), 240'000), reference);
  EXPECT_NE(samplesOf(configOf(GetParam(), 2), 240'000), reference);
}

TEST_P(EveryNoise, AddsToWhatIsThere) {
  const auto config = configOf(GetParam(), 4);
  const auto alone = samplesOf(config, 5'000, 100'000);
  std::vector<double> samples(5'000, 0.25);
  makeNoiseSource(config)->addTo(samples, 100'000);
  for (std::size_t i = 0; i < samples.size(); ++i) ASSERT_NEAR(samples[i], 0.25 + alone[i], 1e-12);
}

TEST_P(EveryNoise, SilenceIsSilent) {
  auto config = configOf(GetParam());
  config.level = DecibelsFs::silence();
  for (const double sample : samplesOf(config, 10'000)) ASSERT_EQ(sample, 0.0);
}

// The mean power of many seeds and seconds.
double longTermLevel(NoiseKind kind, std::uint64_t seeds, std::size_t seconds) {
  constexpr int kRate = 24000;
  double power = 0.0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const auto source = makeNoiseSource(configOf(kind, seed, kRate));
    std::vector<double> samples(kRate);
    for (std::size_t second = 0; second < seconds; ++second) {
      std::fill(samples.begin(), samples.end(), 0.0);
      source->addTo(samples, static_cast<std::int64_t>(second) * kRate);
      power += std::pow(10.0, levelOf(samples) / 10.0);
    }
  }
  return 10.0 * std::log10(power / static_cast<double>(seeds * seconds));
}

class SteadyNoise : public ::testing::TestWithParam<NoiseKind> {};

INSTANTIATE_TEST_SUITE_P(NoiseSource, SteadyNoise,
                         ::testing::Values(NoiseKind::groundLoop, NoiseKind::magneticPickup,
                                           NoiseKind::supplyRipple, NoiseKind::leakage,
                                           NoiseKind::dimmer, NoiseKind::usbFrames,
                                           NoiseKind::converterNoise, NoiseKind::hiss),
                         [](const auto& test) { return std::string(noiseKindId(test.param)); });

TEST_P(SteadyNoise, HasItsLevelAtEveryRateAndSeed) {
  for (const int rate : {44'100, 192'000}) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const auto samples = samplesOf(configOf(GetParam(), seed, rate), 5 * std::size_t(rate));
      EXPECT_NEAR(levelOf(samples), -40.0, 0.1) << rate << " " << seed;
    }
  }
}

// Coarser by what chance leaves of so many bursts.
TEST(NoiseSource, WhatComesAndGoesHasItsLevelOverALongTime) {
  EXPECT_NEAR(longTermLevel(NoiseKind::mainsHash, 8, 80), -40.0, 0.3);
  EXPECT_NEAR(longTermLevel(NoiseKind::computerHash, 8, 80), -40.0, 0.4);
  EXPECT_NEAR(longTermLevel(NoiseKind::mobilePhone, 8, 80), -40.0, 0.3);
}

TEST(NoiseSource, LouderChannelIsWhole) {
  bool leftWasLouder = false;
  bool rightWasLouder = false;
  for (const NoiseKind kind : kNoiseKinds) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      const auto gains = channelGains(kind, seed);
      EXPECT_EQ(std::max(gains[0], gains[1]), 1.0);
      EXPECT_GE(std::min(gains[0], gains[1]), std::pow(10.0, -10.0 / 20.0));
      leftWasLouder = leftWasLouder || gains[1] < 1.0;
      rightWasLouder = rightWasLouder || gains[0] < 1.0;
    }
  }
  EXPECT_TRUE(leftWasLouder);
  EXPECT_TRUE(rightWasLouder);
}

TEST_P(EveryNoise, IsHeardByItsGainsInTwoChannels) {
  const auto config = configOf(GetParam(), 11);
  constexpr std::size_t kFrames = 96'000;
  std::vector<double> left(kFrames);
  std::vector<double> right(kFrames);
  StereoNoise noise(config);
  noise.addTo(left, right, 1'000'000);
  const auto mono = samplesOf(config, kFrames, 1'000'000);
  const auto gains = channelGains(GetParam(), 11);
  EXPECT_EQ(noise.gains(), gains);
  double correlation = 0.0;
  for (std::size_t i = 0; i < kFrames; ++i) {
    ASSERT_EQ(left[i], gains[0] * mono[i]);
    correlation += left[i] * right[i] / kFrames;
  }
  if (isOwnPerChannel(GetParam())) {
    EXPECT_NEAR(levelOf(right), -40.0 + 20.0 * std::log10(gains[1]), 0.3);
    const double power = std::pow(10.0, (levelOf(left) + levelOf(right)) / 20.0) / 2.0;
    EXPECT_LT(std::abs(correlation), 0.03 * power);
  } else {
    for (std::size_t i = 0; i < kFrames; ++i) ASSERT_EQ(right[i], gains[1] * mono[i]);
  }
}

}  // namespace
}  // namespace linecheck::simulation
