#include "measure/capture_queue.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace linecheck::measure {
namespace {

audio::Block blockOf(const std::vector<float>& samples, int channels,
                     audio::BlockFlags flags = {}) {
  audio::Block block;
  block.input = samples.data();
  block.frames = static_cast<int>(samples.size()) / channels;
  block.flags = flags;
  return block;
}

TEST(CaptureQueue, GivesFramesInOrder) {
  CaptureQueue queue(2, 8);
  queue.push(blockOf({1, 2, 3, 4}, 2));
  queue.push(blockOf({5, 6}, 2));
  std::vector<float> samples(5);
  EXPECT_EQ(queue.waitingFrames(), 3);
  EXPECT_EQ(queue.read(samples), 2);
  EXPECT_EQ(samples, (std::vector<float>{1, 2, 3, 4, 0}));
  EXPECT_EQ(queue.read(samples), 1);
  EXPECT_EQ(samples[0], 5.0F);
  EXPECT_EQ(queue.waitingFrames(), 0);
  EXPECT_EQ(queue.read(samples), 0);
  EXPECT_EQ(queue.lostFrames(), 0);
}

TEST(CaptureQueue, FlagsKeepTheirPlace) {
  CaptureQueue queue(1, 8);
  queue.push(blockOf({1, 2}, 1));
  queue.push(blockOf({3, 4, 5}, 1, {.inputOverflow = true}));
  CaptureQueue::Event event;
  ASSERT_TRUE(queue.nextEvent(event));
  EXPECT_EQ(event.flagged, (audio::FlaggedFrames{2, 3, {.inputOverflow = true}}));
  EXPECT_EQ(event.lost, 0);
  EXPECT_FALSE(queue.nextEvent(event));
}

TEST(CaptureQueue, BlockWithoutRoomIsLostWholeAndCountedWhereItIsMissing) {
  CaptureQueue queue(1, 8);
  queue.push(blockOf({1, 2, 3, 4, 5}, 1));
  EXPECT_FALSE(queue.hasRoom(4));
  EXPECT_TRUE(queue.hasRoom(3));
  queue.push(blockOf({6, 7, 8, 9}, 1));
  queue.push(blockOf({10, 11, 12, 13}, 1));
  EXPECT_EQ(queue.lostFrames(), 8);
  std::vector<float> samples(8);
  EXPECT_EQ(queue.read(samples), 5);
  CaptureQueue::Event event;
  EXPECT_FALSE(queue.nextEvent(event));

  queue.push(blockOf({14, 15}, 1));
  EXPECT_EQ(queue.read(samples), 2);
  EXPECT_EQ(samples[0], 14.0F);
  ASSERT_TRUE(queue.nextEvent(event));
  EXPECT_EQ(event.flagged.first, 5);
  EXPECT_FALSE(event.flagged.flags.any());
  EXPECT_EQ(event.lost, 8);
}

// The contents of each frame are its number; the consumer must see each, or know that it is lost,
// and find the flag of every tenth block.
TEST(CaptureQueue, TwoThreadsLoseNothingUnseen) {
  constexpr int kBlocks = 20'000;
  constexpr int kBlockFrames = 16;
  CaptureQueue queue(1, 256);
  std::jthread producer([&queue] {
    std::vector<float> samples(kBlockFrames);
    for (int block = 0; block < kBlocks; ++block) {
      for (int i = 0; i < kBlockFrames; ++i) {
        samples[static_cast<std::size_t>(i)] = static_cast<float>(block * kBlockFrames + i);
      }
      queue.push(blockOf(samples, 1, {.inputOverflow = block % 10 == 0}));
      // The last ones wait for room, so that the end is not lost.
      while (block > kBlocks - 20 && !queue.hasRoom(kBlockFrames)) std::this_thread::yield();
    }
  });
  std::vector<float> all;
  std::vector<CaptureQueue::Event> events;
  std::vector<float> part(64);
  constexpr std::int64_t kFrames = std::int64_t{kBlocks} * kBlockFrames;
  while (static_cast<std::int64_t>(all.size()) + queue.lostFrames() < kFrames) {
    const auto frames = queue.read(part);
    all.insert(all.end(), part.begin(), part.begin() + frames);
    CaptureQueue::Event event;
    while (queue.nextEvent(event)) events.push_back(event);
  }
  producer.join();

  std::int64_t lost = 0;
  std::size_t frame = 0;
  for (const auto& event : events) {
    for (; frame < static_cast<std::size_t>(event.flagged.first); ++frame) {
      ASSERT_EQ(all[frame], static_cast<float>(static_cast<std::int64_t>(frame) + lost));
    }
    lost += event.lost;
    if (event.flagged.flags.any()) {
      const auto number = static_cast<std::int64_t>(all[frame]);
      EXPECT_EQ(number / kBlockFrames % 10, 0);
    }
  }
  for (; frame < all.size(); ++frame) {
    ASSERT_EQ(all[frame], static_cast<float>(static_cast<std::int64_t>(frame) + lost));
  }
  EXPECT_EQ(lost, queue.lostFrames());
}

}  // namespace
}  // namespace linecheck::measure
