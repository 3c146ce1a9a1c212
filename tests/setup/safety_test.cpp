#include "setup/safety.h"

#include <gtest/gtest.h>

#include "support/setup/setup_desk.h"

namespace linecheck::setup {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

/// The L30 II with its knob fully up at L: 20 dBu − 14 dB are 6 dBu, 1.545 V and 3.8 dBV; M1 give
/// 109 dB/V, so that full scale is 113 dB SPL, and as much as 117 by their sensitivity's range.
SetupDesk loudDesk() {
  SetupDesk desk = l30Desk();
  desk.set("l30-ii", "gain", chain::Position{"L"});
  desk.set("l30-ii", "volume", chain::Travel{1.0});
  return desk;
}

TEST(WornLevels, AreWorkedOutFromTheDesk) {
  const auto worn = wornLevels(loudDesk().desk(), DecibelsFs::of(-20.0));
  ASSERT_EQ(worn.size(), 1u);
  EXPECT_EQ(worn[0].headphones.text(), "m1");
  ASSERT_TRUE(worn[0].peak.nominal.has_value());
  EXPECT_NEAR(worn[0].peak.nominal->value(), 92.7, 0.5);
}

TEST(WornLevels, AboveAHundredDecibelsTheHeadphonesComeOff) {
  const SetupDesk desk = loudDesk();
  EXPECT_FALSE(mustHeadphonesComeOff(desk.desk(), DecibelsFs::of(-20.0)));
  EXPECT_TRUE(mustHeadphonesComeOff(desk.desk(), DecibelsFs::of(-10.0)));
  SetupDesk hotter = desk;
  hotter.set("l30-ii", "gain", chain::Position{"H"});
  EXPECT_TRUE(mustHeadphonesComeOff(hotter.desk(), DecibelsFs::of(-20.0)));
}

TEST(WornLevels, WhatNobodyKnowsCountsAsLoud) {
  SetupDesk desk = l70Desk();
  EXPECT_TRUE(mustHeadphonesComeOff(desk.desk(), DecibelsFs::of(-60.0)));
}

TEST(WornLevels, ASwitchThatStandsElsewhereLetsNothingThrough) {
  SetupDesk desk = loudDesk();
  desk.set("l30-ii", "mode", chain::Position{"PRE"});
  EXPECT_FALSE(mustHeadphonesComeOff(desk.desk(), DecibelsFs::of(0.0)));
  EXPECT_FALSE(wornLevels(desk.desk(), DecibelsFs::of(0.0)).at(0).isPlaying);
}

TEST(WornLevels, WithoutHeadphonesNobodyIsAskedAnything) {
  SetupDesk desk = l30Desk();
  std::erase_if(desk.chain.cables,
                [](const chain::Cable& cable) { return cable.to.socket.device.text() == "m1"; });
  EXPECT_TRUE(wornLevels(desk.desk(), DecibelsFs::of(0.0)).empty());
}

}  // namespace
}  // namespace linecheck::setup
