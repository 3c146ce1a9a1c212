#include "audio/dead_input.h"

#include <gtest/gtest.h>

#include <vector>

namespace linecheck::audio {
namespace {

/// Two channels, `count` frames of the same values.
std::vector<float> frames(std::size_t count, float left, float right) {
  std::vector<float> samples;
  for (std::size_t i = 0; i < count; ++i) samples.insert(samples.end(), {left, right});
  return samples;
}

TEST(DeadInput, AFewZerosSayNothing) {
  DeadInputDetector detector(2, 100);
  EXPECT_EQ(detector.life(), InputLife::unknown);
  detector.push(frames(99, 0, 0));
  EXPECT_EQ(detector.life(), InputLife::unknown);
}

TEST(DeadInput, ZerosSinceTheStartAreSilentNotDead) {
  DeadInputDetector detector(2, 100);
  detector.push(frames(60, 0, -0.0F));
  detector.push(frames(40, 0, 0));
  EXPECT_EQ(detector.life(), InputLife::silent);
  EXPECT_EQ(detector.diedAt(0), std::nullopt);
}

TEST(DeadInput, TheFaintestSampleIsLife) {
  DeadInputDetector detector(2, 100);
  detector.push(frames(1, 1e-30F, 0));
  detector.push(frames(99, 0, 0));
  EXPECT_EQ(detector.life(0), InputLife::live);
  EXPECT_EQ(detector.life(1), InputLife::silent);
  EXPECT_EQ(detector.life(), InputLife::live);
}

TEST(DeadInput, ZerosForTheLimitAfterASignalAreDeathWithItsPlace) {
  DeadInputDetector detector(2, 100);
  detector.push(frames(1000, 0.5F, 0.5F));
  detector.push(frames(99, 0, 0));
  EXPECT_EQ(detector.life(), InputLife::live);
  EXPECT_EQ(detector.diedAt(0), std::nullopt);
  detector.push(frames(1, 0, 0));
  EXPECT_EQ(detector.life(), InputLife::dead);
  EXPECT_EQ(detector.diedAt(0), 1000);
  EXPECT_EQ(detector.diedAt(1), 1000);
}

TEST(DeadInput, ZeroCrossingsAndShortPausesAreNotDeath) {
  DeadInputDetector detector(2, 100);
  for (int i = 0; i < 50; ++i) {
    detector.push(frames(99, 0, 0));
    detector.push(frames(1, 0.1F, -0.1F));
  }
  EXPECT_EQ(detector.life(), InputLife::live);
  EXPECT_EQ(detector.diedAt(0), std::nullopt);
}

TEST(DeadInput, AChannelThatComesBackIsLiveButItsFirstDeathIsKept) {
  DeadInputDetector detector(2, 100);
  detector.push(frames(10, 0.5F, 0.5F));
  detector.push(frames(200, 0, 0.5F));
  EXPECT_EQ(detector.life(0), InputLife::dead);
  EXPECT_EQ(detector.life(1), InputLife::live);
  EXPECT_EQ(detector.life(), InputLife::live);
  detector.push(frames(1, 0.5F, 0.5F));
  EXPECT_EQ(detector.life(0), InputLife::live);
  EXPECT_EQ(detector.diedAt(0), 10);
  detector.push(frames(300, 0, 0));
  EXPECT_EQ(detector.diedAt(0), 10);
  EXPECT_EQ(detector.diedAt(1), 211);
  EXPECT_EQ(detector.life(), InputLife::dead);
}

TEST(DeadInput, ASilentChannelDoesNotHideADeadOne) {
  DeadInputDetector detector(2, 100);
  detector.push(frames(10, 0.5F, 0));
  detector.push(frames(100, 0, 0));
  EXPECT_EQ(detector.life(1), InputLife::silent);
  EXPECT_EQ(detector.life(), InputLife::dead);
}

}  // namespace
}  // namespace linecheck::audio
