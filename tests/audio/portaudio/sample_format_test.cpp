#include "audio/portaudio/sample_format.h"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace linecheck::audio {
namespace {

constexpr std::int32_t kMax24 = 8'388'607;
constexpr float kScale24 = 8'388'608.0F;

TEST(SampleFormat, Every24BitValueKeepsItsBitsBothWays) {
  std::int64_t wrong = 0;
  for (std::int32_t value = -kMax24 - 1; value <= kMax24; ++value) {
    const float sample = static_cast<float>(value) / kScale24;
    wrong += toInt32(sample) != value * 256;
    wrong += toFloat(value * 256) != sample;
  }
  EXPECT_EQ(wrong, 0);
}

TEST(SampleFormat, BeyondFullScaleIsLimitedToIt) {
  constexpr std::int32_t kMax = std::numeric_limits<std::int32_t>::max();
  constexpr std::int32_t kMin = std::numeric_limits<std::int32_t>::min();
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  EXPECT_EQ(toInt32(1.0F), kMax);
  EXPECT_EQ(toInt32(1.5F), kMax);
  EXPECT_EQ(toInt32(kInfinity), kMax);
  EXPECT_EQ(toInt32(-1.0F), kMin);
  EXPECT_EQ(toInt32(-1.5F), kMin);
  EXPECT_EQ(toInt32(-kInfinity), kMin);
  EXPECT_EQ(toInt32(std::numeric_limits<float>::quiet_NaN()), 0);
}

TEST(SampleFormat, SmallSamplesAreRoundedToNearest) {
  constexpr float kStep = 1.0F / 2'147'483'648.0F;
  EXPECT_EQ(toInt32(0.75F * kStep), 1);
  EXPECT_EQ(toInt32(-0.75F * kStep), -1);
  EXPECT_EQ(toInt32(0.25F * kStep), 0);
  EXPECT_EQ(toInt32(-0.25F * kStep), 0);
}

TEST(SampleFormat, LimitingKeepsTheBitsOfWhatFits) {
  const std::array<float, 6> fits = {1.0F, -1.0F, -0.0F, 1e-40F, 0.1F, -0.99999994F};
  std::array<float, 6> samples = fits;
  limitToFullScale(samples);
  for (std::size_t i = 0; i < fits.size(); ++i) {
    EXPECT_EQ(std::bit_cast<std::uint32_t>(samples[i]), std::bit_cast<std::uint32_t>(fits[i]));
  }
}

TEST(SampleFormat, LimitingTakesTheRestToFullScale) {
  std::array<float, 5> samples = {1.0000001F, -7.0F, std::numeric_limits<float>::infinity(),
                                  -std::numeric_limits<float>::infinity(),
                                  std::numeric_limits<float>::quiet_NaN()};
  limitToFullScale(samples);
  EXPECT_EQ(samples, (std::array<float, 5>{1.0F, -1.0F, 1.0F, -1.0F, 0.0F}));
}

}  // namespace
}  // namespace linecheck::audio
