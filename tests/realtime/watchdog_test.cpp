#include "realtime/watchdog.h"

#include <gtest/gtest.h>

namespace linecheck::realtime {
namespace {

constexpr int kBlock = 480;

TEST(Watchdog, LivesAsLongAsItIsBeaten) {
  Watchdog dog(4800);
  for (int second = 0; second < 10; ++second) {
    for (int block = 0; block < 10; ++block) EXPECT_TRUE(dog.isAlive(kBlock));
    dog.beat();
  }
  EXPECT_FALSE(dog.hasBarked());
}

TEST(Watchdog, BarksAfterTheLimitAndForGood) {
  Watchdog dog(4800);
  for (int block = 0; block < 10; ++block) EXPECT_TRUE(dog.isAlive(kBlock));
  EXPECT_FALSE(dog.isAlive(kBlock)) << "Frame 4801 is one too many.";
  dog.beat();
  EXPECT_FALSE(dog.isAlive(kBlock)) << "What has been silenced stays so.";
  EXPECT_TRUE(dog.hasBarked());
}

TEST(Watchdog, CountsNothingWhileNothingPlays) {
  Watchdog dog(4800);
  for (int block = 0; block < 100; ++block) {
    dog.rest();
    EXPECT_TRUE(dog.isAlive(kBlock));
  }
}

TEST(Watchdog, SleepsWhereTheStreamWaitsForItsWatcher) {
  Watchdog dog(4800);
  dog.sleep();
  for (int block = 0; block < 100; ++block) EXPECT_TRUE(dog.isAlive(kBlock));
}

}  // namespace
}  // namespace linecheck::realtime
