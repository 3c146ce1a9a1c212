#include "support/jack/fault_line.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace linecheck::testing {
namespace {

/// A ramp 1, 2, 3 … on channel 0 and its negative on channel 1, after `silence` frames of zeros.
std::vector<float> outputFor(const Fault& fault, int frames, int silence = 0) {
  FaultLine line(fault, 2, 48'000);
  std::vector<float> output;
  for (int n = 0; n < frames; ++n) {
    const auto value = static_cast<float>(n < silence ? 0 : n - silence + 1);
    std::vector<float> frame = {value, -value};
    line.process(frame);
    EXPECT_EQ(frame[1], -frame[0]);
    output.push_back(frame[0]);
  }
  return output;
}

TEST(FaultLine, WithoutFaultsPassesEverythingAtOnce) {
  EXPECT_EQ(outputFor({}, 4), (std::vector<float>{1, 2, 3, 4}));
}

TEST(FaultLine, ARemovedDropoutTakesFramesOutOfTheSignal) {
  Fault fault;
  fault.dropouts = {{3, 2, Dropout::Kind::removed}};
  EXPECT_EQ(outputFor(fault, 8, 1), (std::vector<float>{0, 0, 0, 1, 2, 3, 6, 7}));
}

TEST(FaultLine, AZeroedDropoutKeepsTheTime) {
  Fault fault;
  fault.dropouts = {{2, 3, Dropout::Kind::zeroed}};
  EXPECT_EQ(outputFor(fault, 8, 1), (std::vector<float>{0, 1, 2, 0, 0, 0, 6, 7}));
}

TEST(FaultLine, DropoutsFollowEachOther) {
  Fault fault;
  fault.dropouts = {{0, 1, Dropout::Kind::removed},
                    {2, 1, Dropout::Kind::zeroed},
                    {4, 2, Dropout::Kind::removed}};
  EXPECT_EQ(outputFor(fault, 10), (std::vector<float>{0, 0, 0, 2, 0, 4, 7, 8, 9, 10}));
}

TEST(FaultLine, CountsWhatDropoutsTook) {
  Fault fault;
  fault.dropouts = {{1, 2, Dropout::Kind::zeroed}, {5, 3, Dropout::Kind::removed}};
  FaultLine line(fault, 1, 48'000);
  EXPECT_EQ(line.delayFrames(), 3);
  for (int n = 0; n < 20; ++n) {
    std::vector<float> frame = {1.0F};
    line.process(frame);
  }
  EXPECT_EQ(line.droppedFrames(), 5);
}

TEST(FaultLine, AddsLinesAtTheirLevelsOnTheChosenChannel) {
  Fault fault;
  fault.gainDb = -20;
  fault.hum = {{1000, -6}, {3000, -20}};
  fault.onlyChannel = 1;
  FaultLine line(fault, 2, 48'000);
  for (int n = 0; n < 480; ++n) {
    std::vector<float> frame = {0.5F, 0.5F};
    line.process(frame);
    const double phase = 2 * std::numbers::pi * n / 48;
    EXPECT_FLOAT_EQ(frame[0], 0.05F);
    EXPECT_NEAR(frame[1], 0.05 + std::pow(10, -0.3) * std::sin(phase) + 0.1 * std::sin(3 * phase),
                1e-6);
  }
}

TEST(FaultLine, AddsNoiseOfItsRmsThatASeedRepeats) {
  Fault fault;
  fault.noiseDbfs = -20;
  FaultLine first(fault, 1, 48'000);
  FaultLine second(fault, 1, 48'000);
  double power = 0;
  constexpr int kFrames = 100'000;
  for (int n = 0; n < kFrames; ++n) {
    std::vector<float> one = {0.0F};
    std::vector<float> other = {0.0F};
    first.process(one);
    second.process(other);
    ASSERT_EQ(one, other);
    power += one[0] * one[0] / kFrames;
  }
  // 0 dBFS RMS is 1/√2. The estimate's standard error is 0.019 dB.
  EXPECT_NEAR(10 * std::log10(2 * power), -20, 0.1);
}

}  // namespace
}  // namespace linecheck::testing
