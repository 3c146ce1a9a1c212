#include "dsp/line_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dsp/generators.h"

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Hertz kRate = Hertz::of(48000);

TEST(LineSearch, FindsLinesAtTheirFrequencyAndLevel) {
  auto samples = whiteNoise(DecibelsFs::of(-100), 240000, 1);
  addSine(samples, {Hertz::of(50.02), 1e-3}, kRate);
  addSine(samples, {Hertz::of(1000.3), 1e-4}, kRate);
  addSine(samples, {Hertz::of(8000.0), 3e-5}, kRate);
  const auto lines = findLines(samples, kRate);
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines[0].frequency.value(), DoubleNear(50.02, 0.1));
  EXPECT_THAT(lines[0].level.value(), DoubleNear(-60.0, 0.2));
  EXPECT_THAT(lines[1].frequency.value(), DoubleNear(1000.3, 0.1));
  EXPECT_THAT(lines[1].level.value(), DoubleNear(-80.0, 0.2));
  EXPECT_THAT(lines[2].frequency.value(), DoubleNear(8000.0, 0.1));
  EXPECT_THAT(lines[2].level.value(), DoubleNear(-90.46, 0.3));
}

TEST(LineSearch, FindsNothingInNoiseOfAnyColour) {
  int lines = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    lines +=
        static_cast<int>(findLines(whiteNoise(DecibelsFs::of(-60), 96000, seed), kRate).size());
    lines += static_cast<int>(
        findLines(pinkNoise(DecibelsFs::of(-60), kRate, 96000, seed), kRate).size());
  }
  // 120 searches at one in a thousand.
  EXPECT_LE(lines, 1);
}

TEST(LineSearch, SilenceAndShortSignalsHaveNoLines) {
  EXPECT_THAT(findLines(std::vector<double>(48000), kRate), IsEmpty());
  EXPECT_THAT(findLines(tone(Hertz::of(1000), DecibelsFs::of(0), kRate, 4000), kRate), IsEmpty());
}

TEST(LineSearch, RoundingIsNoLine) {
  std::vector<double> samples(240000);
  for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = i % 2 == 0 ? 1e-3 : -1e-3;
  EXPECT_THAT(findLines(samples, kRate), IsEmpty());
}

TEST(LineSearch, AStrongToneHidesNoNeighbours) {
  auto samples = tone(Hertz::of(997), DecibelsFs::of(-1), kRate, 240000);
  const auto noise = whiteNoise(DecibelsFs::of(-110), samples.size(), 3);
  for (std::size_t i = 0; i < samples.size(); ++i) samples[i] += noise[i];
  addSine(samples, {Hertz::of(4000), 1e-4}, kRate);
  const auto lines = findLines(samples, kRate);
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_THAT(lines[1].frequency.value(), DoubleNear(4000, 0.1));
  EXPECT_THAT(lines[1].level.value(), DoubleNear(-80.0, 0.2));
}

}  // namespace
}  // namespace linecheck::dsp
