#include "midi/input_queue.h"

#include <gtest/gtest.h>

#include <thread>

#include "support/shared_clock.h"

namespace linecheck::midi {
namespace {

using Bytes = std::vector<std::uint8_t>;
const Trigger kStop{MessageKind::noteOn, 1, 99};

class InputQueueTest : public ::testing::Test {
 protected:
  void play(const Bytes& bytes) { queue.onMessage(bytes); }

  linecheck::testing::SharedClock clock;
  InputQueue queue{clock, 8, nullptr, nullptr};
};

TEST_F(InputQueueTest, KeepsOrderAndTimes) {
  play({0x90, 1, 100});
  clock.advance(std::chrono::milliseconds(5));
  play({0x90, 2, 100});
  const auto taken = queue.take();
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(taken[0].message.number, 1);
  EXPECT_EQ(taken[1].message.number, 2);
  EXPECT_EQ(taken[1].time - taken[0].time, std::chrono::milliseconds(5));
  EXPECT_TRUE(queue.take().empty());
}

TEST_F(InputQueueTest, IsNeverFilledByClocksAndActiveSensing) {
  for (int i = 0; i < 100; ++i) {
    play({0xf8});
    play({0xfe});
  }
  EXPECT_EQ(queue.takeLost(), 0U);
  EXPECT_TRUE(queue.take().empty());
}

TEST_F(InputQueueTest, CountsWhatItHadNoRoomFor) {
  for (int i = 0; i < 20; ++i) play({0x90, 1, 100});
  EXPECT_EQ(queue.take().size(), 8U);
  EXPECT_EQ(queue.takeLost(), 12U);
  EXPECT_EQ(queue.takeLost(), 0U);
}

TEST_F(InputQueueTest, AStopComesThroughWhenItIsFull) {
  queue.setStop(kStop);
  for (int i = 0; i < 20; ++i) play({0x90, 1, 100});
  EXPECT_FALSE(queue.takeStop());
  play({0x90, 99, 100});
  EXPECT_TRUE(queue.takeStop());
  EXPECT_FALSE(queue.takeStop());
}

TEST_F(InputQueueTest, AStopThatHangsStopsOnceAndAgainAfterItsEnd) {
  queue.setStop(kStop);
  play({0x90, 99, 100});
  EXPECT_TRUE(queue.takeStop());
  play({0x90, 99, 100});
  EXPECT_FALSE(queue.takeStop());
  play({0x80, 99, 0});
  play({0x90, 99, 100});
  EXPECT_TRUE(queue.takeStop());
}

TEST_F(InputQueueTest, APedalUnpluggedWhileDownStopsAgainAfterwards) {
  queue.setStop(Trigger{MessageKind::controlChange, 1, 64});
  play({0xb0, 64, 127});
  EXPECT_TRUE(queue.takeStop());
  queue.restart();
  play({0xb0, 64, 127});
  EXPECT_TRUE(queue.takeStop());
}

TEST_F(InputQueueTest, WithoutAStopTheControlIsOneLikeOthers) {
  queue.setStop(kStop);
  queue.setStop(std::nullopt);
  play({0x90, 99, 100});
  EXPECT_FALSE(queue.takeStop());
  EXPECT_EQ(queue.take().size(), 1U);
}

TEST(InputQueue, NoStopIsLostBetweenTwoThreads) {
  const linecheck::testing::SharedClock clock;
  InputQueue queue(clock, 16, nullptr, nullptr);
  queue.setStop(kStop);
  std::size_t taken = 0;
  {
    const std::jthread device([&] {
      const Bytes flood{0x90, 1, 100};
      for (int i = 0; i < 100'000; ++i) queue.onMessage(flood);
      queue.onMessage(Bytes{0x90, 99, 100});
    });
    while (!queue.takeStop()) taken += queue.take().size();
  }
  taken += queue.take().size();
  EXPECT_EQ(taken + queue.takeLost(), 100'000U);
}

}  // namespace
}  // namespace linecheck::midi
