#include "measure/sample_history.h"

#include <gtest/gtest.h>

#include <numeric>

namespace linecheck::measure {
namespace {

std::vector<double> counting(int from, int count) {
  std::vector<double> samples(static_cast<std::size_t>(count));
  std::iota(samples.begin(), samples.end(), from);
  return samples;
}

TEST(SampleHistory, KeepsTheNewestInOrder) {
  SampleHistory history(10);
  history.push(counting(0, 4));
  EXPECT_EQ(history.snapshot(), counting(0, 4));
  history.push(counting(4, 5));
  history.push(counting(9, 3));
  EXPECT_EQ(history.size(), 10u);
  EXPECT_EQ(history.snapshot(), counting(2, 10));
}

TEST(SampleHistory, OneLongBlockLeavesItsEnd) {
  SampleHistory history(10);
  history.push(counting(0, 7));
  history.push(counting(7, 35));
  EXPECT_EQ(history.snapshot(), counting(32, 10));
}

TEST(SampleHistory, ForgetsWhenCleared) {
  SampleHistory history(4);
  history.push(counting(0, 6));
  history.clear();
  EXPECT_EQ(history.size(), 0u);
  history.push(counting(6, 2));
  EXPECT_EQ(history.snapshot(), counting(6, 2));
}

}  // namespace
}  // namespace linecheck::measure
