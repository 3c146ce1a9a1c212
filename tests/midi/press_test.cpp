#include "midi/press.h"

#include <gtest/gtest.h>

#include <vector>

namespace linecheck::midi {
namespace {

using namespace std::chrono_literals;

/// How many presses a knob that goes through these positions makes.
int pressesOf(const std::vector<int>& positions) {
  Press press;
  int count = 0;
  for (const int position : positions) {
    const Message message{MessageKind::controlChange, 1, 7, static_cast<std::uint8_t>(position)};
    count += press.update(message, 0ms) ? 1 : 0;
  }
  return count;
}

TEST(Press, AFootswitchPressesEachTimeItGoesDown) {
  EXPECT_EQ(pressesOf({127, 0, 127, 0, 127}), 3);
}

TEST(Press, AKnobPressesOnceOnItsWayUp) {
  std::vector<int> sweep;
  for (int position = 0; position <= 127; ++position) sweep.push_back(position);
  EXPECT_EQ(pressesOf(sweep), 1);
  EXPECT_EQ(pressesOf({63}), 0);
  EXPECT_EQ(pressesOf({63, 64}), 1);
}

TEST(Press, AKnobThatTremblesAboutTheMiddlePressesOnce) {
  EXPECT_EQ(pressesOf({63, 64, 63, 64, 40, 70, 63, 64}), 1);
  EXPECT_EQ(pressesOf({64, 31, 64}), 2);
}

TEST(Press, AnEndlessKnobThatCountsAboutTheMiddlePressesOnce) {
  EXPECT_EQ(pressesOf({65, 65, 63, 65, 63, 63, 65}), 1);
}

TEST(Press, ANoteThatHangsPressesOnce) {
  Press press;
  const Message on{MessageKind::noteOn, 1, 36, 100};
  EXPECT_TRUE(press.update(on, 0ms));
  for (auto time = 100ms; time < 10s; time += 100ms) EXPECT_FALSE(press.update(on, time));
}

TEST(Press, APadWhoseReleaseWasLostWorksAgainAfterASecond) {
  Press press;
  const Message on{MessageKind::noteOn, 1, 36, 100};
  EXPECT_TRUE(press.update(on, 0ms));
  EXPECT_FALSE(press.update(on, 999ms));
  EXPECT_TRUE(press.update(on, 1999ms));
}

TEST(Press, ANotePressesAgainAfterItsEnd) {
  Press press;
  EXPECT_TRUE(press.update({MessageKind::noteOn, 1, 36, 100}, 0ms));
  EXPECT_FALSE(press.update({MessageKind::noteOff, 1, 36, 0}, 10ms));
  EXPECT_TRUE(press.update({MessageKind::noteOn, 1, 36, 100}, 20ms));
}

TEST(Press, AProgramChangeIsAPressEachTime) {
  Press press;
  EXPECT_TRUE(press.update({MessageKind::programChange, 1, 5, 0}, 0ms));
  EXPECT_TRUE(press.update({MessageKind::programChange, 1, 5, 0}, 1ms));
}

}  // namespace
}  // namespace linecheck::midi
