#include "measure/stimulus.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "measure/ramped_gain.h"

namespace linecheck::measure {
namespace {

const Hertz kRate = Hertz::of(48000.0);

TestTone toneAt(double level, double frequency = 997.0) {
  return {Hertz::of(frequency), DecibelsFs::of(level)};
}

TEST(Stimulus, SilenceHasNoSamples) {
  const auto silence = Stimulus::silence(1000);
  EXPECT_EQ(silence.frames(), 1000);
  EXPECT_EQ(silence.tone(), std::nullopt);
  EXPECT_TRUE(silence.samples().empty());
}

TEST(Stimulus, ToneHasItsLevelBetweenItsRamps) {
  const auto tone = Stimulus::tone(toneAt(-20.0), kRate, 48'000);
  ASSERT_TRUE(tone);
  const auto samples = tone->samples();
  ASSERT_EQ(samples.size(), 48'000U);
  // 50 ms are 2400 frames.
  for (std::size_t i = 2400; i < 48'000 - 2400; ++i) {
    const double expected =
        0.1 * std::sin(2.0 * std::numbers::pi * 997.0 * static_cast<double>(i) / 48'000.0);
    ASSERT_NEAR(samples[i], expected, 1e-8) << i;
  }
  const auto greatest = [&samples](std::size_t from, std::size_t count) {
    const auto part = samples.subspan(from, count);
    return std::abs(*std::max_element(part.begin(), part.end(),
                                      [](float a, float b) { return std::abs(a) < std::abs(b); }));
  };
  EXPECT_LT(greatest(0, 100), 0.001F);
  EXPECT_NEAR(greatest(1150, 100), 0.05F, 0.005F);
  EXPECT_LT(greatest(47'900, 100), 0.001F);
}

TEST(Stimulus, LoudTonesNeedConsent) {
  EXPECT_TRUE(Stimulus::tone(toneAt(-20.0), kRate, 100));
  const auto refused = Stimulus::tone(toneAt(-19.9), kRate, 100);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::usage);
  EXPECT_TRUE(Stimulus::tone(toneAt(0.0), kRate, 100, LoudTone::confirmed));
}

TEST(Stimulus, NeverBeyondFullScaleOrNyquist) {
  for (const TestTone& tone :
       {toneAt(0.1), toneAt(std::numeric_limits<double>::quiet_NaN()), toneAt(-20.0, 24'000.0),
        toneAt(-20.0, 0.0), toneAt(-20.0, -5.0), toneAt(-20.0, std::nan(""))}) {
    EXPECT_FALSE(Stimulus::tone(tone, kRate, 100, LoudTone::confirmed));
  }
}

TEST(RampedGain, StartsSilentAndMovesWithoutASteep) {
  RampedGain gain(100);
  EXPECT_TRUE(gain.isSilent());
  EXPECT_EQ(gain.next(), 0.0);
  gain.moveTo(1.0);
  EXPECT_FALSE(gain.isSilent());
  double last = 0.0;
  for (int i = 0; i < 100; ++i) {
    const double next = gain.next();
    EXPECT_GT(next, last);
    // A raised cosine is steepest in its middle: π/2 of a straight ramp.
    EXPECT_LT(next - last, 1.6 / 100);
    last = next;
  }
  EXPECT_EQ(gain.next(), 1.0);
}

TEST(RampedGain, TurnsBackFromWhereItIs) {
  RampedGain gain(100);
  gain.moveTo(1.0);
  for (int i = 0; i < 50; ++i) gain.next();
  const double middle = gain.current();
  EXPECT_NEAR(middle, 0.5, 1e-12);
  gain.moveTo(0.0);
  EXPECT_NEAR(gain.next(), middle, 0.01);
  for (int i = 0; i < 99; ++i) gain.next();
  EXPECT_TRUE(gain.isSilent());
}

TEST(RampedGain, AskedAgainForTheSameGoesOn) {
  RampedGain gain(10);
  for (int i = 0; i < 10; ++i) {
    gain.moveTo(1.0);
    gain.next();
  }
  EXPECT_EQ(gain.current(), 1.0);
}

TEST(RampedGain, JumpsWhereTheresNoTime) {
  RampedGain gain(100);
  gain.moveTo(1.0);
  gain.next();
  gain.jumpTo(0.0);
  EXPECT_TRUE(gain.isSilent());
  EXPECT_EQ(gain.next(), 0.0);
}

}  // namespace
}  // namespace linecheck::measure
