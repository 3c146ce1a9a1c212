#include "plots/auto_range.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

TEST(AutoRange, FitsTheFirstPictureAtOnce) {
  AutoRange range;
  EXPECT_EQ(range.follow({-140.0, 0.0}, -62.0, -134.0, 0s), (Range{-150.0, -50.0}));
}

TEST(AutoRange, LeavesRoomAboveAQuietFloor) {
  AutoRange range;
  EXPECT_EQ(range.follow({-140.0, 0.0}, -147.0, -151.0, 0s), (Range{-160.0, -80.0}));
}

TEST(AutoRange, OpensTenDecibelsAtATime) {
  AutoRange range;
  Range shown = range.follow({}, -62.0, -134.0, 0s);
  Clock::Duration now = 0s;
  std::vector<double> tops;
  for (int i = 0; i < 20; ++i) {
    now += 100ms;
    const double before = shown.high;
    shown = range.follow(shown, -3.0, -134.0, now);
    EXPECT_LE(std::abs(shown.high - before), AutoRange::kStep);
  }
  EXPECT_EQ(shown, (Range{-150.0, 10.0}));
}

TEST(AutoRange, StandsStillWhileThePictureStaysInside) {
  AutoRange range;
  const Range shown = range.follow({}, -62.0, -134.0, 0s);
  for (int second = 1; second < 60; ++second) {
    // A few decibels up and down, as noise does.
    const double wobble = second % 2 == 0 ? 3.0 : -3.0;
    EXPECT_EQ(range.follow(shown, -62.0 + wobble, -134.0 + wobble, second * 1s), shown);
  }
}

TEST(AutoRange, ClosesOnlyAfterTwoCalmSeconds) {
  AutoRange range;
  const Range wide = range.follow({}, -3.0, -134.0, 0s);
  EXPECT_EQ(range.follow(wide, -62.0, -134.0, 1s), wide);
  EXPECT_EQ(range.follow(wide, -62.0, -134.0, 2900ms), wide);
  EXPECT_EQ(range.follow(wide, -62.0, -134.0, 3s), (Range{-150.0, wide.high - 10.0}));
}

TEST(AutoRange, StaysWithinTheAxis) {
  AutoRange range;
  const Range shown = range.follow({}, 300.0, -1000.0, 0s);
  EXPECT_GE(shown.low, -240.0);
  EXPECT_LE(shown.high, 40.0);
}

}  // namespace
}  // namespace linecheck::ui
