#include "measure/capture.h"

#include <gtest/gtest.h>

namespace linecheck::measure {
namespace {

using audio::FlaggedFrames;

TEST(FlagLog, JoinsNeighboursWithTheSameFlags) {
  FlagLog log;
  log.add({0, 64, {.inputOverflow = true}});
  log.add({64, 64, {.inputOverflow = true}});
  log.add({128, 64, {.outputUnderflow = true}});
  log.add({256, 64, {.outputUnderflow = true}});
  const std::vector<FlaggedFrames> expected{{0, 128, {.inputOverflow = true}},
                                            {128, 64, {.outputUnderflow = true}},
                                            {256, 64, {.outputUnderflow = true}}};
  EXPECT_EQ(log.entries(), expected);
}

TEST(FlagLog, LeavesOutWhatHasNoFlag) {
  FlagLog log;
  log.add({0, 64, {}});
  log.add({64, 0, {.inputOverflow = true}});
  EXPECT_TRUE(log.entries().empty());
}

TEST(FlagLog, NeverGrowsBeyondItsBoundAndThenCoversAllThatFollows) {
  FlagLog log;
  for (std::int64_t i = 0; i < 1000; ++i) log.add({i * 100, 10, {.inputOverflow = true}});
  ASSERT_EQ(log.entries().size(), FlagLog::kMaxEntries);
  const auto& last = log.entries().back();
  EXPECT_EQ(last.first, 100 * (static_cast<std::int64_t>(FlagLog::kMaxEntries) - 1));
  EXPECT_EQ(last.first + last.count, 999 * 100 + 10);
}

TEST(Capture, GivesAPartOfAChannel) {
  Capture capture;
  EXPECT_EQ(capture.frames(), 0);
  capture.channels = 2;
  capture.samples = {0.0F, 10.0F, 1.0F, 11.0F, 2.0F, 12.0F, 3.0F, 13.0F};
  EXPECT_EQ(capture.frames(), 4);
  EXPECT_EQ(capture.channel(1, 1, 2), (std::vector<double>{11.0, 12.0}));
  EXPECT_EQ(capture.channel(0, 0, 4), (std::vector<double>{0.0, 1.0, 2.0, 3.0}));
}

}  // namespace
}  // namespace linecheck::measure
