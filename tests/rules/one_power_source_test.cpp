#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// An interface and an amplifier, joined by RCA, each in an outlet of its own.
RuleDesk apart(const Fed& fed = kClassI) {
  RuleDesk desk;
  desk.device("interface", fed, Kind::audioInterface);
  desk.device("amp", fed);
  desk.rca("line", "interface", "amp");
  desk.outlet("wall-1");
  desk.outlet("wall-2");
  desk.feed("wall-1", "interface");
  desk.feed("wall-2", "amp");
  return desk;
}

TEST(OnePowerSource, TwoEarthedDevicesInTwoOutletsWantOneStrip) {
  const auto found = apart().found("several-power-sources");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_THAT(found.front().where, ElementsAre(Place(chain::PowerPointId("wall-1")),
                                               Place(chain::PowerPointId("wall-2"))));
  ASSERT_THAT(cures(found.front()), ElementsAre("use-one-strip"));
  EXPECT_EQ(found.front().fixes.front().cost, chain::Cost::free);
}

TEST(OnePowerSource, AtOneOutletByWhateverWayTheyAreWell) {
  RuleDesk desk = apart();
  desk.strip("strip", "wall-2");
  desk.chain.powerLeads.front().from = chain::PowerPointId("strip");
  EXPECT_THAT(desk.found("several-power-sources"), IsEmpty());
  EXPECT_THAT(desk.found("several-outlets"), IsEmpty());
}

TEST(OnePowerSource, WhatTheCureSaysHelps) {
  RuleDesk desk = apart();
  desk.strip("strip", "wall-1");
  desk.chain.powerLeads.front().from = chain::PowerPointId("strip");
  const auto found = desk.found("several-power-sources");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found.front().fixes.front().where,
              ElementsAre(Place(chain::DeviceId("amp")), Place(chain::PowerPointId("strip"))));
  desk.chain.powerLeads[1].from = chain::PowerPointId("strip");
  EXPECT_THAT(desk.found("several-power-sources"), IsEmpty());
}

TEST(OnePowerSource, WithoutEarthsToDifferItIsOnlyAHabit) {
  EXPECT_THAT(apart(kClassII).found("several-power-sources"), IsEmpty());
  const auto found = apart(kClassII).found("several-outlets");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
}

TEST(OnePowerSource, WhatNoShieldJoinsMayHangAnywhere) {
  RuleDesk desk = apart();
  desk.chain.cables.clear();
  EXPECT_THAT(desk.found("several-power-sources"), IsEmpty());
  desk.cable("light", "interface", "spdif-out", "amp", "spdif-in", chain::CableKind::optical);
  EXPECT_THAT(desk.found("several-power-sources"), IsEmpty());
  desk.chain.cables.back().kind = chain::CableKind::coaxial75;
  EXPECT_THAT(desk.found("several-power-sources"), SizeIs(1));
}

TEST(OnePowerSource, AnInterfaceOnUsbJoinsItsComputerToTheAmplifier) {
  RuleDesk desk = apart();
  desk.device("pc", kClassI, Kind::computer);
  desk.profiles.at("interface").power->supply = Supply::usbBus;
  desk.usb("usb", "pc", "interface");
  desk.chain.powerLeads.front().to = chain::DeviceId("pc");
  EXPECT_THAT(desk.found("several-power-sources"), SizeIs(1));
}

TEST(OnePowerSource, AStripWhosePlugIsNotDrawnMayBeAnywhere) {
  RuleDesk desk = apart();
  desk.strip("loose");
  desk.chain.powerLeads.front().from = chain::PowerPointId("loose");
  EXPECT_THAT(desk.found("several-power-sources"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
