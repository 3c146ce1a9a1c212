#include "midi/flood_guard.h"

#include <gtest/gtest.h>

namespace linecheck::midi {
namespace {

using namespace std::chrono_literals;
using Change = FloodGuard::Change;

/// Messages at an even rate for a while from `from` on; the changes are counted.
struct Traffic {
  FloodGuard guard;
  Clock::Duration now{0};
  int floods = 0;
  int calms = 0;

  void run(int messagesEachSecond, Clock::Duration time) {
    const Clock::Duration gap = Clock::Duration(1s) / messagesEachSecond;
    for (const auto end = now + time; now < end; now += gap) note(guard.count(1, now));
  }
  void note(Change change) {
    floods += change == Change::flooding ? 1 : 0;
    calms += change == Change::calm ? 1 : 0;
  }
};

TEST(FloodGuard, LetsAHandOnKnobsThrough) {
  Traffic traffic;
  traffic.run(400, 20s);
  EXPECT_EQ(traffic.floods, 0);
}

TEST(FloodGuard, TellsAFloodOnceAndItsEndOnce) {
  Traffic traffic;
  traffic.run(5000, 10s);
  EXPECT_EQ(traffic.floods, 1);
  EXPECT_TRUE(traffic.guard.isFlooding());
  traffic.run(20, 3s);
  EXPECT_EQ(traffic.calms, 1);
  EXPECT_FALSE(traffic.guard.isFlooding());
}

TEST(FloodGuard, FindsAFloodWithinAQuarterOfASecond) {
  Traffic traffic;
  traffic.run(5000, 250ms);
  EXPECT_TRUE(traffic.guard.isFlooding());
}

TEST(FloodGuard, AFloodThatOnlySlowsDownGoesOn) {
  Traffic traffic;
  traffic.run(5000, 2s);
  traffic.run(300, 5s);
  EXPECT_TRUE(traffic.guard.isFlooding());
}

TEST(FloodGuard, SilenceEndsAFlood) {
  Traffic traffic;
  traffic.run(5000, 1s);
  traffic.note(traffic.guard.look(traffic.now + 1s));
  traffic.note(traffic.guard.look(traffic.now + 3s));
  EXPECT_EQ(traffic.calms, 1);
}

TEST(FloodGuard, CountsWhatWasLostToo) {
  FloodGuard guard;
  EXPECT_EQ(guard.count(FloodGuard::kLimit, 0s), Change::none);
  EXPECT_EQ(guard.count(1, 0s), Change::flooding);
}

}  // namespace
}  // namespace linecheck::midi
