#include "measure/waterfall_queue.h"

#include <gtest/gtest.h>

namespace linecheck::measure {
namespace {

WaterfallRow row(double seconds) {
  WaterfallRow made;
  made.time = Seconds::of(seconds);
  made.levels.assign(WaterfallRow::kColumns, 0);
  return made;
}

TEST(WaterfallQueue, KeepsAllRowsBetweenTwoLooks) {
  WaterfallQueue queue;
  for (int i = 0; i < 40; ++i) queue.push(row(i));
  const auto rows = queue.take();
  ASSERT_EQ(rows.size(), 40U);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].time.value(), static_cast<double>(i));
    EXPECT_FALSE(rows[i].isGap());
  }
  EXPECT_TRUE(queue.take().empty());
}

TEST(WaterfallQueue, IsBoundedAndMarksWhatNobodyTook) {
  WaterfallQueue queue;
  const auto pushed = WaterfallQueue::kMost + 3;
  for (std::size_t i = 0; i < pushed; ++i) queue.push(row(static_cast<double>(i)));
  const auto rows = queue.take();
  ASSERT_EQ(rows.size(), WaterfallQueue::kMost);
  EXPECT_TRUE(rows.front().isGap());
  EXPECT_FALSE(rows[1].isGap());
  EXPECT_EQ(rows.back().time.value(), static_cast<double>(pushed - 1));
}

}  // namespace
}  // namespace linecheck::measure
