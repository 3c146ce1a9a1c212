#include "measure/waterfall_reduction.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace linecheck::measure {
namespace {

constexpr std::size_t kLength = 65536;
constexpr int kRate = 48000;

// The column whose frequencies include `hz`, by the axis's definition.
std::size_t columnOf(double hz) {
  const double share = std::log(hz / 10.0) / std::log(kRate / 2.0 / 10.0);
  return static_cast<std::size_t>(share * static_cast<double>(WaterfallRow::kColumns));
}

std::vector<std::int16_t> rowOf(const std::vector<double>& powers) {
  std::vector<std::int16_t> levels;
  WaterfallReduction(kLength, kRate).reduce(powers, levels);
  return levels;
}

TEST(WaterfallReduction, LosesNoBinAboveTheLowest) {
  // Each bin by itself, over all that the axis shows.
  WaterfallReduction reduction(kLength, kRate);
  std::vector<std::int16_t> levels;
  for (std::size_t bin = 16; bin < kLength / 2; bin += 97) {
    std::vector<double> powers(kLength / 2 + 1, 1e-13);
    powers[bin] = 1e-6;
    reduction.reduce(powers, levels);
    const double hz = static_cast<double>(bin) * kRate / kLength;
    ASSERT_EQ(levels.size(), WaterfallRow::kColumns);
    const std::size_t at = columnOf(hz);
    const auto top = *std::max_element(levels.begin() + static_cast<std::ptrdiff_t>(at - 1),
                                       levels.begin() + static_cast<std::ptrdiff_t>(at + 2));
    EXPECT_NEAR(top, -6000, 1) << hz;
  }
}

TEST(WaterfallReduction, LevelsAreHundredthsOfADecibel) {
  const auto levels = rowOf(std::vector<double>(kLength / 2 + 1, std::pow(10.0, -12.345)));
  for (const std::int16_t level : levels) EXPECT_NEAR(level, -12345, 1);
}

TEST(WaterfallReduction, SilenceIsTheLeastThereIs) {
  const auto levels = rowOf(std::vector<double>(kLength / 2 + 1, 0.0));
  for (const std::int16_t level : levels) {
    EXPECT_EQ(level, std::numeric_limits<std::int16_t>::min());
  }
}

}  // namespace
}  // namespace linecheck::measure
