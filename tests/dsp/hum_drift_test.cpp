#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "dsp/hum.h"
#include "dsp/hum_signals.h"

namespace linecheck::dsp {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kRate = 4000.0;

// A mains voltage whose frequency walks at random, and its mean frequency over each second.
struct Drifting {
  std::vector<double> samples;
  std::vector<double> frequencies;
  double mean = 0.0;
};

constexpr double kLevels[] = {-50.0, -75.0, -80.0};
constexpr int kOrders[] = {1, 5, 20};

// `slope` in Hz/s on top of a walk of `wander` Hz in √1 s.
Drifting drifting(double seconds, double wander, double slope, double floor, std::uint64_t seed) {
  Random random(seed);
  Drifting result;
  result.samples = test::noise(floor, seconds, kRate, seed + 1000);
  const auto parts = static_cast<std::size_t>(seconds);
  result.frequencies.assign(parts, 0.0);
  double frequency = 50.0 - slope * seconds / 2.0;
  double phase = 0.0;
  const auto length = result.samples.size();
  for (std::size_t n = 0; n < length; ++n) {
    frequency += wander / std::sqrt(kRate) * random.gaussian() + slope / kRate;
    phase += 2.0 * kPi * frequency / kRate;
    result.mean += frequency / static_cast<double>(length);
    result.frequencies[n * parts / length] +=
        frequency * static_cast<double>(parts) / static_cast<double>(length);
    for (int i = 0; i < 3; ++i) {
      result.samples[n] += std::pow(10.0, kLevels[i] / 20.0) * std::cos(kOrders[i] * phase + i);
    }
  }
  return result;
}

void expectLevels(const HumEstimate& hum, double tolerance) {
  for (int i = 0; i < 3; ++i) {
    const HumHarmonic& line = hum.harmonics[static_cast<std::size_t>(kOrders[i]) - 1];
    EXPECT_TRUE(line.detected) << kOrders[i];
    EXPECT_NEAR(line.level.value(), kLevels[i], tolerance) << kOrders[i];
  }
}

// The most that a grid did in a day: 40 mHz in 10 s, which is 0.8 Hz for the twentieth harmonic.
TEST(HumDrift, IsFollowedAndNotSmeared) {
  for (const double slope : {0.0005, -0.004}) {
    SCOPED_TRACE(slope);
    const Drifting truth = drifting(10.0, 0.001, slope, -100.0, 3);
    const HumEstimate hum = estimateHum(truth.samples, Hertz::of(kRate));
    ASSERT_TRUE(hum.present);
    EXPECT_NEAR(hum.fundamental.value(), truth.mean, 4.0 * hum.fundamentalStandardError.value());
    expectLevels(hum, 0.05);
    ASSERT_EQ(hum.track.size(), truth.frequencies.size());
    for (std::size_t i = 0; i < hum.track.size(); ++i) {
      EXPECT_NEAR(hum.track[i].value(), truth.frequencies[i], 0.0015) << "second " << i;
    }
  }
}

TEST(HumDrift, IsFollowedThroughMinutes) {
  const Drifting truth = drifting(120.0, 0.002, 0.0002, -90.0, 5);
  const HumEstimate hum = estimateHum(truth.samples, Hertz::of(kRate));
  ASSERT_TRUE(hum.present);
  expectLevels(hum, 0.05);
  ASSERT_EQ(hum.track.size(), 120u);
  double sum = 0.0;
  for (std::size_t i = 0; i < hum.track.size(); ++i) {
    sum += std::pow(hum.track[i].value() - truth.frequencies[i], 2);
  }
  EXPECT_LT(std::sqrt(sum / 120.0), 0.001);
}

TEST(HumDrift, OfAGeneratorIsFasterAndTheWiderSearchFollowsIt) {
  const Drifting truth = drifting(10.0, 0.01, 0.03, -100.0, 7);
  EXPECT_FALSE(estimateHum(truth.samples, Hertz::of(kRate)).present);
  HumSearch wide;
  wide.halfWidth = Hertz::of(5.0);
  const HumEstimate hum = estimateHum(truth.samples, Hertz::of(kRate), wide);
  ASSERT_TRUE(hum.present);
  expectLevels(hum, 0.05);
}

TEST(HumDrift, ASteadyFrequencyHasAConstantTrack) {
  const Drifting truth = drifting(10.0, 0.0, 0.0, -90.0, 9);
  const HumEstimate hum = estimateHum(truth.samples, Hertz::of(kRate));
  ASSERT_EQ(hum.track.size(), 10u);
  for (const Hertz frequency : hum.track) EXPECT_EQ(frequency, hum.fundamental);
}

TEST(HumDrift, TheErrorOfTheMeanFrequencyIsHonest) {
  constexpr int kRuns = 100;
  double normalised = 0.0;
  for (int run = 0; run < kRuns; ++run) {
    const Drifting truth = drifting(5.0, 0.002, 0.0, -90.0, static_cast<std::uint64_t>(run) + 20);
    const HumEstimate hum = estimateHum(truth.samples, Hertz::of(kRate));
    ASSERT_TRUE(hum.present);
    normalised +=
        std::pow((hum.fundamental.value() - truth.mean) / hum.fundamentalStandardError.value(), 2) /
        kRuns;
  }
  // 100 runs know it to 14 %; what happens at the very ends is allowed for generously.
  EXPECT_LT(normalised, 1.3);
  EXPECT_GT(normalised, 0.5);
}

}  // namespace
}  // namespace linecheck::dsp
