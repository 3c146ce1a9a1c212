// The cable's filters and latencies against their closed forms.
#include "simulation/cable_path.h"

#include <gtest/gtest.h>

#include "simulation/latency_stages.h"
#include "simulation/path_probe.h"

namespace linecheck::simulation {
namespace {

constexpr std::size_t kFrames = kProbeRate;

std::complex<double> measured(const PathConfig& config, std::size_t from, std::size_t to,
                              double frequency) {
  SignalPath path(config, 2, kProbeRate);
  return lineIn(runStereo(path, sine(1.0, frequency, 2 * kFrames), from).at(to), frequency,
                kFrames);
}

std::complex<double> truth(const PathConfig& config, int from, int to, double frequency) {
  return config.linearResponse(from, to, Hertz::of(frequency), 48'000_Hz);
}

TEST(Corners, AreThreeDecibelsDownAndSixPerOctaveBeyond) {
  PathConfig config;
  config.cable.corners[0] = {20_Hz, 12'000_Hz};
  EXPECT_NEAR(decibels(std::abs(measured(config, 0, 0, 20.0))), -3.0103, 1e-4);
  EXPECT_NEAR(decibels(std::abs(measured(config, 0, 0, 12'000.0))), -3.0103, 1e-4);
  EXPECT_NEAR(decibels(std::abs(measured(config, 0, 0, 2.0))), -20.0432, 2e-4);
  EXPECT_NEAR(decibels(std::abs(measured(config, 1, 1, 20.0))), 0.0, 1e-12);
  for (const double frequency : {5.0, 20.0, 1000.0, 15'000.0}) {
    EXPECT_LT(std::abs(measured(config, 0, 0, frequency) - truth(config, 0, 0, frequency)), 1e-9);
  }
}

TEST(Corners, ALowPassBeyondNyquistDoesNothing) {
  PathConfig config;
  config.cable.corners[0].lowPass = 100'000_Hz;
  EXPECT_TRUE(SignalPath(config, 2, kProbeRate).isTransparent());
}

TEST(CrosstalkStage, HasItsLevelInItsDirectionOnly) {
  PathConfig config;
  config.cable.leftToRight.flat = Decibels::of(-40.0);
  for (const double frequency : {20.0, 1000.0, 20'000.0}) {
    EXPECT_NEAR(std::abs(measured(config, 0, 1, frequency)), 0.01, 1e-12);
    EXPECT_NEAR(std::abs(measured(config, 1, 0, frequency)), 0.0, 1e-12);
    EXPECT_NEAR(std::abs(measured(config, 0, 0, frequency)), 1.0, 1e-12);
    EXPECT_NEAR(std::abs(truth(config, 0, 1, frequency)), 0.01, 1e-12);
  }
}

TEST(CrosstalkStage, RisesBySixDecibelsPerOctaveThroughItsLevelAtOneKilohertz) {
  PathConfig config;
  config.cable.rightToLeft.rising = Decibels::of(-80.0);
  for (const double frequency : {100.0, 1000.0, 5000.0, 20'000.0}) {
    const auto found = measured(config, 1, 0, frequency);
    EXPECT_NEAR(decibels(std::abs(found)), -80.0 + decibels(frequency / 1000.0), 0.2) << frequency;
    EXPECT_LT(std::abs(found - truth(config, 1, 0, frequency)), 1e-12);
  }
  EXPECT_NEAR(decibels(std::abs(measured(config, 1, 0, 1000.0))), -80.0, 1e-6);
}

TEST(CableLatencyStage, WholeFramesPassBitForBit) {
  PathConfig config;
  config.cable.latencyFrames = 17.0;
  const auto played = sine(0.7, 997.0, 1000);
  const auto output = runMono(config, played);
  for (std::size_t i = 0; i < output.size(); ++i) {
    ASSERT_EQ(output[i], i < 17 ? 0.0 : played[i - 17]) << i;
  }
  EXPECT_EQ(config.latencyFrames(48'000_Hz), 17.0);
}

TEST(CableLatencyStage, AFractionHasItsPhaseAndAFlatResponseTo20KhzAt44Point1) {
  constexpr int kRate = 44'100;
  for (const double fraction : {0.1, 0.25, 0.5, 0.7311}) {
    PathConfig config;
    config.cable.latencyFrames = 3.0 + fraction;
    const double latency = config.latencyFrames(44'100_Hz);
    EXPECT_NEAR(latency - std::floor(latency), fraction, 1e-12);
    for (const double frequency : {50.0, 1000.0, 10'000.0, 20'000.0}) {
      const auto output = runMono(config, sine(1.0, frequency, 2 * kRate, kRate), kRate);
      const auto found = lineIn(output, frequency, kRate, kRate);
      const auto delayed = std::polar(1.0, -2.0 * std::numbers::pi * frequency * latency / kRate);
      EXPECT_NEAR(decibels(std::abs(found)), 0.0, 0.001) << frequency;
      EXPECT_NEAR(std::arg(found / delayed), 0.0, 1e-5) << frequency;
      EXPECT_LT(std::abs(found - config.linearResponse(0, 0, Hertz::of(frequency), 44'100_Hz)),
                1e-9);
    }
  }
}

TEST(CableLatencyStage, AJumpMovesWhatFollows) {
  PathConfig config;
  config.cable.latencyFrames = 100.0;
  config.cable.jump = {-20.0, 0.1_s};
  std::vector<double> played(9600);
  for (std::size_t i = 0; i < played.size(); ++i) played[i] = static_cast<double>(i);
  const auto output = runMono(config, played);
  const auto before = static_cast<std::size_t>(config.latencyFramesAt(4799, 48'000_Hz));
  const auto after = static_cast<std::size_t>(config.latencyFramesAt(4800, 48'000_Hz));
  EXPECT_EQ(before - after, 20U);
  EXPECT_EQ(output[4799], static_cast<double>(4799 - before));
  EXPECT_EQ(output[4800], static_cast<double>(4800 - after));
}

TEST(CableLatencyStage, WanderMovesThePhaseAsItSays) {
  PathConfig config;
  config.cable.wander = {1.5, 2_s};
  const auto output = runMono(config, sine(1.0, 1000.0, 3 * kFrames));
  // Over one period of the tone the latency stands still.
  for (const std::size_t end : {24'000U, 48'000U, 72'000U, 100'000U}) {
    const std::vector<double> until(output.begin(), output.begin() + end);
    const double seconds = (static_cast<double>(end) - 24.5) / kProbeRate;
    const double base = config.latencyFrames(48'000_Hz);
    const double latency = base + 1.5 * std::sin(std::numbers::pi * seconds);
    const auto expected = std::polar(1.0, -2.0 * std::numbers::pi * latency / 48.0);
    EXPECT_LT(std::abs(lineIn(until, 1000.0, 48) - expected), 2e-4) << end;
  }
}

// Narrow-band phase modulation of index m = 2π·f·J: side lines of J1(m)/J0(m) ≈ m/2.
TEST(JitterStage, MakesSideLinesOfItsSize) {
  PathConfig config;
  config.cable.jitter = {Seconds::of(10e-9), 1000_Hz};
  const auto output = runMono(config, sine(1.0, 12'000.0, 2 * kFrames));
  const double expected = decibels(std::numbers::pi * 12'000.0 * 10e-9);
  EXPECT_NEAR(levelIn(output, 11'000.0, kFrames), expected, 0.001);
  EXPECT_NEAR(levelIn(output, 13'000.0, kFrames), expected, 0.001);
  EXPECT_NEAR(levelIn(output, 12'000.0, kFrames), 0.0, 0.001);
  EXPECT_LT(levelIn(output, 9'000.0, kFrames), -150.0);
}

TEST(ClockDriftStage, RaisesATonesFrequencyAndLowersTheLatency) {
  PathConfig config;
  config.computer.clockDriftPpm = 100.0;
  const auto output = runMono(config, sine(1.0, 10'000.0, 4 * kFrames));
  // 100 ppm of 10 kHz is 1 Hz.
  EXPECT_NEAR(levelIn(output, 10'001.0, kFrames), 0.0, 1e-4);
  EXPECT_LT(levelIn(output, 10'000.0, kFrames), -100.0);
  EXPECT_NEAR(config.latencyFramesAt(kProbeRate, 48'000_Hz), config.latencyFrames(48'000_Hz) - 4.8,
              1e-9);
}

TEST(ClockDriftStage, JumpsBackWhenItsReserveIsUsedUp) {
  const double start = ClockDrift::latencyFramesAt(0, 1000.0);
  EXPECT_GT(ClockDrift::latencyFramesAt(1'983'000, 1000.0), 64.0);
  EXPECT_LT(ClockDrift::latencyFramesAt(1'983'000, 1000.0), 66.0);
  EXPECT_EQ(ClockDrift::latencyFramesAt(1'984'000, 1000.0), start);
  EXPECT_GT(ClockDrift::latencyFramesAt(1'983'000, -1000.0), start + 1982.0);
}

}  // namespace
}  // namespace linecheck::simulation
