#include "measure/match_noise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "dsp/fft.h"

namespace linecheck::measure {
namespace {

constexpr Hertz kRate = Hertz::of(48000.0);

std::vector<float> mustMake(const MatchNoise& noise, Hertz rate = kRate) {
  auto made = matchNoise(noise, rate, LoudTone::confirmed);
  if (!made) {
    ADD_FAILURE() << made.error().message();
    return {};
  }
  return *std::move(made);
}

/// Mean square of what lies between two frequencies of a circle of samples.
double powerBetween(const std::vector<float>& samples, Hertz rate, double low, double high) {
  dsp::RealFft fft(samples.size());
  std::copy(samples.begin(), samples.end(), fft.input().begin());
  const auto spectrum = fft.transform();
  const auto length = static_cast<double>(samples.size());
  double power = 0.0;
  for (std::size_t k = 1; k < spectrum.size(); ++k) {
    const double frequency = static_cast<double>(k) * rate.value() / length;
    if (frequency >= low && frequency < high) power += 2.0 * std::norm(spectrum[k]);
  }
  return power / (length * length);
}

TEST(MatchNoise, HasItsLevelAndItsBandAtEveryRate) {
  for (const double rate : {44100.0, 48000.0, 96000.0}) {
    MatchNoise noise;
    noise.level = DecibelsFs::of(-26.0);
    const auto samples = mustMake(noise, Hertz::of(rate));
    ASSERT_EQ(samples.size(), static_cast<std::size_t>(4.0 * rate));
    const double all = powerBetween(samples, Hertz::of(rate), 0.0, rate);
    EXPECT_NEAR(dbfsFromMeanSquare(all).value(), -26.0, 0.001);
    const double outside = powerBetween(samples, Hertz::of(rate), 0.0, 499.9) +
                           powerBetween(samples, Hertz::of(rate), 2000.1, rate);
    EXPECT_LT(outside, 1e-10 * all);
  }
}

TEST(MatchNoise, HasEqualPowerInBothOctaves) {
  const auto samples = mustMake({});
  const double lower = powerBetween(samples, kRate, 500.0, 1000.0);
  const double upper = powerBetween(samples, kRate, 1000.0, 2000.0);
  EXPECT_NEAR(10.0 * std::log10(lower / upper), 0.0, 0.02);
}

TEST(MatchNoise, GoesOnWithoutASeam) {
  const auto samples = mustMake({});
  float greatestStep = 0.0F;
  for (std::size_t i = 1; i < samples.size(); ++i) {
    greatestStep = std::max(greatestStep, std::abs(samples[i] - samples[i - 1]));
  }
  EXPECT_LE(std::abs(samples.front() - samples.back()), greatestStep);
}

TEST(MatchNoise, AsItComesNeedsNoConsent) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    MatchNoise noise;
    noise.seed = seed;
    EXPECT_TRUE(matchNoise(noise, kRate)) << seed;
  }
}

TEST(MatchNoise, LouderPeaksNeedTheUsersConsent) {
  MatchNoise noise;
  noise.level = DecibelsFs::of(-20.0);
  const auto refused = matchNoise(noise, kRate);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::usage);
  EXPECT_TRUE(matchNoise(noise, kRate, LoudTone::confirmed));
}

TEST(MatchNoise, WhatMakesNoSenseIsRefusedWhateverTheUserSays) {
  std::vector<MatchNoise> wrong(6);
  wrong[0].level = DecibelsFs::of(-19.0);
  wrong[1].level = DecibelsFs::silence();
  wrong[2].level = DecibelsFs::of(std::nan(""));
  wrong[3].high = Hertz::of(25000.0);
  wrong[4].low = Hertz::of(3000.0);
  wrong[5].low = Hertz::of(0.0);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    const auto refused = matchNoise(wrong[i], kRate, LoudTone::confirmed);
    ASSERT_FALSE(refused) << i;
    EXPECT_EQ(refused.error().code, ErrorCode::usage);
  }
}

}  // namespace
}  // namespace linecheck::measure
