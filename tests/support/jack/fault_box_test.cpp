#include "support/jack/fault_box.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "support/jack/jack_server.h"

namespace linecheck::testing {
namespace {

/// Waits for something that a server's callbacks bring about; false after 20 s.
template <class Condition>
bool comesTrue(Condition condition) {
  const auto giveUp = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > giveUp) return false;
    std::this_thread::yield();
  }
  return true;
}

TEST(FaultBox, RunsWithItsServer) {
  const JackServer server({48'000, 256});
  ASSERT_TRUE(server.isUp()) << server.output();
  const FaultBox box;
  ASSERT_TRUE(box.isUp());
  EXPECT_TRUE(comesTrue([&box] { return box.frames() >= 1024; }));
}

TEST(FaultBox, IsNotUpWithoutAServer) {
  JackServer server;
  ASSERT_TRUE(server.isUp()) << server.output();
  server.terminate();
  const FaultBox box;
  EXPECT_FALSE(box.isUp());
}

TEST(FaultBox, FreewheelsThroughTwoMinutesInMoments) {
  const JackServer server;
  ASSERT_TRUE(server.isUp()) << server.output();
  FaultBox box;
  ASSERT_TRUE(box.isUp());
  ASSERT_TRUE(box.setFreewheel(true));
  EXPECT_TRUE(comesTrue([&box] { return box.frames() >= 5'760'000; }));
  EXPECT_TRUE(box.setFreewheel(false));
}

TEST(FaultBox, StallingMakesAnXrun) {
  const JackServer server({48'000, 256});
  ASSERT_TRUE(server.isUp()) << server.output();
  FaultBox box;
  ASSERT_TRUE(box.isUp());
  box.stall(8);
  EXPECT_TRUE(comesTrue([&box] { return box.xruns() > 0; }));
}

}  // namespace
}  // namespace linecheck::testing
