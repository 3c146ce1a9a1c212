#include "measure/sound_analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace linecheck::measure {
namespace {

// Two channels of a 16-bit file: a sine cut off at the greatest sample on the left, one at half
// scale on the right.
audio::Sound<double> stereo(bool isFloatingPoint) {
  constexpr int kFrames = 48000;
  constexpr double kGreatest = 32767.0 / 32768.0;
  audio::Sound<double> sound;
  sound.info = {2, 48000, kFrames, 16, isFloatingPoint, {}};
  for (int i = 0; i < kFrames; ++i) {
    const double sine = std::sin(2.0 * std::numbers::pi * 1000.0 * i / 48000.0);
    sound.samples.push_back(std::clamp(2.0 * sine, -kGreatest, kGreatest));
    sound.samples.push_back(0.5 * sine);
  }
  return sound;
}

TEST(SoundAnalysis, TakesEachChannelByItself) {
  const auto channels = analyzeSound(stereo(false), 0, 1);
  ASSERT_EQ(channels.size(), 2u);
  EXPECT_NEAR(channels[0].peak.value(), 0.0, 0.001);
  EXPECT_NEAR(channels[1].peak.value(), -6.02, 0.01);
  EXPECT_NEAR(channels[1].rms.value(), -6.02, 0.01);
  const auto right = analyzeSound(stereo(false), 1, 1);
  ASSERT_EQ(right.size(), 1u);
  EXPECT_EQ(right[0].rms, channels[1].rms);
}

TEST(SoundAnalysis, TheFilesDepthDecidesWhatIsClipped) {
  EXPECT_GT(analyzeSound(stereo(false), 0, 0)[0].clippedSamples, 0);
  EXPECT_EQ(analyzeSound(stereo(true), 0, 0)[0].clippedSamples, 0);
  EXPECT_EQ(analyzeSound(stereo(false), 1, 1)[0].clippedSamples, 0);
}

}  // namespace
}  // namespace linecheck::measure
