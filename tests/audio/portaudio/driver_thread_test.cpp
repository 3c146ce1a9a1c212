#include "audio/portaudio/driver_thread.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <latch>
#include <memory>
#include <thread>

namespace linecheck::audio {
namespace {

using namespace std::chrono_literals;

constexpr auto kLong = 60s;
constexpr auto kShort = 20ms;

TEST(DriverThread, ReturnsWhatTheJobReturns) {
  DriverThread thread;
  EXPECT_EQ(thread.run<int>(kLong, [] { return 42; }), 42);
  EXPECT_FALSE(thread.stalled());
}

TEST(DriverThread, RunsAllJobsOnOneThreadOfItsOwn) {
  DriverThread thread;
  const auto id = [] { return std::this_thread::get_id(); };
  const auto first = thread.run<std::thread::id>(kLong, id);
  const auto second = thread.run<std::thread::id>(kLong, id);
  EXPECT_EQ(first, second);
  EXPECT_NE(first, std::this_thread::get_id());
}

TEST(DriverThread, GivesUpAJobThatOutlastsItsLimitAndRunsNoOther) {
  const auto release = std::make_shared<std::latch>(1);
  const auto done = std::make_shared<std::latch>(1);
  {
    DriverThread thread;
    const auto result = thread.run<int>(kShort, [release, done] {
      release->wait();
      done->count_down();
      return 1;
    });
    EXPECT_EQ(result, std::nullopt);
    EXPECT_TRUE(thread.stalled());
    bool ran = false;
    EXPECT_EQ(thread.run<int>(kLong, [&ran] { return ran = true, 2; }), std::nullopt);
    EXPECT_FALSE(ran);
  }
  // The job may end long after the owner has gone.
  release->count_down();
  done->wait();
}

#ifndef _WIN32
TEST(DriverThread, AJobThatAbortsStallsInsteadOfEndingTheProgram) {
  DriverThread thread;
  EXPECT_EQ(thread.run<int>(kShort, []() -> int { std::abort(); }), std::nullopt);
  EXPECT_TRUE(thread.stalled());
}

TEST(DriverThreadDeathTest, AnAbortElsewhereStillEndsTheProgram) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        DriverThread thread;
        thread.run<int>(kLong, [] { return 0; });
        std::abort();
      },
      testing::KilledBySignal(SIGABRT), "");
}
#endif

}  // namespace
}  // namespace linecheck::audio
