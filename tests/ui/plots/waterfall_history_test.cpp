#include "plots/waterfall_history.h"

#include <gtest/gtest.h>

#include "plots/time_axis.h"
#include "support/waterfall_rows.h"

namespace linecheck::ui {
namespace {

using testing::RowMaker;

TEST(WaterfallHistory, KeepsNoMoreThanItSays) {
  WaterfallHistory history;
  RowMaker maker;
  for (std::size_t i = 0; i < WaterfallHistory::kMost + 10; ++i) history.add(maker.gap());
  EXPECT_EQ(history.size(), WaterfallHistory::kMost);
  EXPECT_NEAR(history.ageOf(30).value(), 1.0, 1e-9);
}

TEST(WaterfallHistory, ATimeThatGoesBackIsAnotherCapture) {
  WaterfallHistory history;
  RowMaker first;
  for (int i = 0; i < 50; ++i) history.add(first.even());
  RowMaker second;
  history.add(second.even());
  EXPECT_EQ(history.size(), 1U);
}

TEST(WaterfallHistory, TicksStandAtTheRowsOwnTimes) {
  WaterfallHistory history;
  RowMaker maker;
  for (int i = 0; i < 200; ++i) history.add(maker.even());
  // 30 rows a second, no closer than 36 rows: every two seconds, of 200 rows the first 180.
  const auto ticks = timeTicks(history, 190, 36.0);
  ASSERT_EQ(ticks.size(), 4U);
  for (std::size_t n = 0; n < ticks.size(); ++n) {
    EXPECT_NEAR(static_cast<double>(ticks[n].row), static_cast<double>(n) * 60.0, 1.0);
  }
  EXPECT_EQ(ticks[1].label, u"−2\u2009s");
}

TEST(WaterfallHistory, ThereAreNoTicksWithoutATime) {
  WaterfallHistory history;
  EXPECT_TRUE(timeTicks(history, 100, 36.0).empty());
  history.add(RowMaker().even());
  EXPECT_TRUE(timeTicks(history, 100, 36.0).empty());
}

}  // namespace
}  // namespace linecheck::ui
