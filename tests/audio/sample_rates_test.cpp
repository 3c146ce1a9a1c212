#include "audio/sample_rates.h"

#include <gtest/gtest.h>

#include <array>

namespace linecheck::audio {
namespace {

TEST(SampleRateList, ReadsAsASentencePart) {
  EXPECT_EQ(sampleRateList({}), "no rate");
  EXPECT_EQ(sampleRateList(std::array{48'000}), "48000 Hz");
  EXPECT_EQ(sampleRateList(std::array{44'100, 48'000}), "44100 or 48000 Hz");
  EXPECT_EQ(sampleRateList(std::array{44'100, 48'000, 96'000}), "44100, 48000 or 96000 Hz");
}

}  // namespace
}  // namespace linecheck::audio
