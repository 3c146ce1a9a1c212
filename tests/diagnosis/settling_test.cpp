#include "diagnosis/settling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace linecheck::diagnosis {
namespace {

using namespace std::chrono_literals;
using State = Settling::State;

class SettlingTest : public ::testing::Test {
 protected:
  /// A level every 50 ms; how often it told that it settled.
  int hold(double dbfs, Clock::Duration time, double wobble = 0.0) {
    int settled = 0;
    for (Clock::Duration t{0}; t < time; t += 50ms) {
      clock.advance(50ms);
      const double level = dbfs + wobble * std::sin(0.7 * static_cast<double>(count++));
      settled += settling.push(DecibelsFs::of(level)) == State::settled ? 1 : 0;
    }
    return settled;
  }

  ManualClock clock;
  Settling settling{clock};
  int count = 0;
};

TEST_F(SettlingTest, ASteadyLevelIsLearntAndNeverSettles) {
  EXPECT_EQ(hold(-60, 1900ms), 0);
  EXPECT_EQ(settling.state(), State::learning);
  EXPECT_EQ(hold(-60, 20s, 1.0), 0);
  EXPECT_EQ(settling.state(), State::steady);
}

TEST_F(SettlingTest, AnotherLevelSettlesOnceAfterTwoSeconds) {
  hold(-60, 4s);
  EXPECT_EQ(hold(-75, 1900ms), 0);
  EXPECT_EQ(settling.state(), State::disturbed);
  EXPECT_EQ(hold(-75, 1s), 1);
  EXPECT_EQ(hold(-75, 10s), 0);
}

TEST_F(SettlingTest, APopThatLeavesTheLevelAsItWasSettlesToo) {
  hold(-90, 4s, 0.5);
  hold(-30, 150ms);
  EXPECT_EQ(hold(-90, 1900ms, 0.5), 0);
  EXPECT_EQ(hold(-90, 1s, 0.5), 1);
}

TEST_F(SettlingTest, WaitsForTheSecondPop) {
  hold(-60, 4s);
  hold(-20, 100ms);
  EXPECT_EQ(hold(-75, 1500ms), 0);
  hold(-25, 100ms);
  EXPECT_EQ(hold(-75, 1900ms), 0);
  EXPECT_EQ(hold(-75, 1s), 1);
}

TEST_F(SettlingTest, SmallChangesAreNone) {
  hold(-60, 4s);
  EXPECT_EQ(hold(-57, 10s), 0);
}

TEST_F(SettlingTest, MusicNeverSetsItOff) {
  EXPECT_EQ(hold(-30, 60s, 9.0), 0);
  EXPECT_EQ(settling.state(), State::learning);
}

TEST_F(SettlingTest, SilenceIsALevelLikeAnother) {
  hold(-60, 4s);
  EXPECT_EQ(hold(-HUGE_VAL, 3s), 1);
  EXPECT_EQ(hold(-60, 3s), 1);
}

TEST_F(SettlingTest, APauseOrARestartLearnsAnew) {
  hold(-60, 4s);
  clock.advance(5s);
  EXPECT_EQ(hold(-75, 10s), 0);
  settling.restart();
  EXPECT_EQ(hold(-40, 10s), 0);
  EXPECT_EQ(hold(-60, 3s), 1);
}

}  // namespace
}  // namespace linecheck::diagnosis
