#include "simulation/mains.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace linecheck::simulation {
namespace {

TEST(Mains, WithoutDriftIsExact) {
  EXPECT_EQ(mainsCycles({Hertz::of(60.0), false}, Seconds::of(86'400.0)), 60.0 * 86'400.0);
  EXPECT_EQ(mainsCycles({Hertz::of(50.02), false}, Seconds::of(0.5)), 50.02 * 0.5);
}

// Ten days of the European grid: mean 50.0014 Hz, standard deviation 19.4 mHz, range 49.930 to
// 50.078; the change over 1 s at most 6.9 mHz, over 10 s 5.2 mHz in the median, at most 40.
TEST(Mains, WandersAsARealGridDoes) {
  const Mains mains;
  std::vector<double> frequency(86'400);
  for (std::size_t second = 0; second < frequency.size(); ++second) {
    const auto time = static_cast<double>(second);
    frequency[second] =
        mainsCycles(mains, Seconds::of(time + 1)) - mainsCycles(mains, Seconds::of(time));
  }
  const auto count = static_cast<double>(frequency.size());
  double mean = 0.0;
  for (const double f : frequency) mean += f / count;
  double variance = 0.0;
  for (const double f : frequency) variance += (f - mean) * (f - mean) / count;
  EXPECT_NEAR(mean, 50.0014, 0.0005);
  EXPECT_NEAR(std::sqrt(variance), 0.0194, 0.002);
  EXPECT_GT(*std::min_element(frequency.begin(), frequency.end()), 49.93);
  EXPECT_LT(*std::max_element(frequency.begin(), frequency.end()), 50.078);

  double greatestIn1s = 0.0;
  std::vector<double> in10s;
  for (std::size_t i = 0; i + 10 < frequency.size(); ++i) {
    greatestIn1s = std::max(greatestIn1s, std::abs(frequency[i + 1] - frequency[i]));
    in10s.push_back(std::abs(frequency[i + 10] - frequency[i]));
  }
  std::nth_element(in10s.begin(), in10s.begin() + 40'000, in10s.end());
  EXPECT_LT(greatestIn1s, 0.0069);
  EXPECT_NEAR(in10s[40'000], 0.0052, 0.002);
}

}  // namespace
}  // namespace linecheck::simulation
