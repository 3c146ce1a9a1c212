#include "base/clock.h"

#include <gtest/gtest.h>

namespace linecheck {
namespace {

using namespace std::chrono_literals;

TEST(ManualClock, StandsUntilAdvanced) {
  ManualClock clock;
  EXPECT_EQ(clock.now(), 0ns);
  clock.advance(16ms);
  clock.advance(1ms);
  EXPECT_EQ(clock.now(), 17ms);
}

TEST(SteadyClock, NeverGoesBack) {
  const SteadyClock clock;
  const auto first = clock.now();
  EXPECT_GE(clock.now(), first);
}

}  // namespace
}  // namespace linecheck
