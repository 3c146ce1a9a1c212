#include "chain/listeners.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/shipped_desk.h"
#include "support/chain/shipped_profiles.h"
#include "support/chain/volume_fixtures.h"

namespace linecheck::chain {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using linecheck::testing::shippedDesk;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const DeviceId kInterface("interface");

/// "device by output", worn ones with a star, uncertain ones with a question mark.
std::vector<std::string> texts(const Listeners& listeners) {
  std::vector<std::string> some;
  for (const Listener& listener : listeners.all) {
    some.push_back(listener.device.text() + " by " + listener.output +
                   (listener.isWorn ? "*" : "") + (listener.isCertain ? "" : "?"));
  }
  return some;
}

Listeners heard(const GroundDesk& desk, std::string_view output = {}) {
  return listenersOf(desk.desk(), kInterface, output);
}

GroundDesk deskWithMonitors() {
  auto desk = headphoneDesk<GroundDesk>();
  desk.device("mon", kClassI, Kind::monitor);
  desk.xlr("speaker-line", "interface", "mon");
  return desk;
}

/// Gives the amplifier a switch between its RCA output and its XLR output.
void addModeSwitch(GroundDesk& desk) {
  profiles::Control control;
  control.id = "mode";
  control.action = profiles::ModeSwitch{
      profiles::Operation::flick,
      {{"HPA", true, {"rca-out"}}, {"PRE", true, {"xlr-out"}}, {"OFF", false, {}}}};
  desk.profiles.at("amp").controls.push_back(std::move(control));
}

TEST(Listeners, HeadphonesBehindAnAmplifierAreHeard) {
  const Listeners listeners = heard(headphoneDesk<GroundDesk>());
  EXPECT_THAT(texts(listeners), ElementsAre("cans by rca-out*"));
  EXPECT_TRUE(listeners.isAnyWorn());
  EXPECT_FALSE(listeners.isNone());
}

TEST(Listeners, MonitorsAreHeardButNotWorn) {
  EXPECT_THAT(texts(heard(deskWithMonitors())), ElementsAre("cans by rca-out*", "mon by xlr-out"));
  const Listeners monitors = heard(deskWithMonitors(), "xlr-out");
  EXPECT_THAT(texts(monitors), ElementsAre("mon by xlr-out"));
  EXPECT_FALSE(monitors.isAnyWorn());
}

TEST(Listeners, ALoopCableIsNoListener) {
  GroundDesk desk;
  desk.device("pc", kClassI, Kind::computer);
  desk.device("interface", kUsbPowered, Kind::audioInterface);
  desk.usb("usb", "pc", "interface");
  desk.xlr("loop", "interface", "interface");
  EXPECT_TRUE(heard(desk).isNone());
}

TEST(Listeners, WhatHangsOnTheComputerIsNotReached) {
  auto desk = headphoneDesk<GroundDesk>();
  desk.device("other", kUsbPowered, Kind::audioInterface);
  desk.usb("usb-2", "pc", "other");
  desk.device("more-cans", kPassive, Kind::headphones);
  desk.rca("phones-2", "other", "more-cans");
  EXPECT_THAT(texts(heard(desk)), ElementsAre("cans by rca-out*"));
}

TEST(Listeners, AModeSwitchLetsOnlyItsOutputsThrough) {
  GroundDesk desk = headphoneDesk<GroundDesk>();
  desk.device("mon", kClassI, Kind::monitor);
  desk.xlr("speaker-line", "amp", "mon");
  addModeSwitch(desk);
  EXPECT_THAT(texts(heard(desk)), ElementsAre("cans by rca-out*?", "mon by rca-out?"));
  deviceOf(desk, "amp").settings["mode"] = Position{"HPA"};
  EXPECT_THAT(texts(heard(desk)), ElementsAre("cans by rca-out*"));
  deviceOf(desk, "amp").settings["mode"] = Position{"PRE"};
  EXPECT_THAT(texts(heard(desk)), ElementsAre("mon by rca-out"));
  deviceOf(desk, "amp").settings["mode"] = Position{"OFF"};
  EXPECT_TRUE(heard(desk).isNone());
}

TEST(Listeners, ACertainWayCountsBeforeAnUncertainOne) {
  GroundDesk desk = headphoneDesk<GroundDesk>();
  addModeSwitch(desk);
  EXPECT_THAT(texts(heard(desk)), ElementsAre("cans by rca-out*?"));
  desk.cable("direct", "interface", "xlr-out", "cans", "xlr-in");
  EXPECT_THAT(texts(heard(desk)), ElementsAre("cans by xlr-out*"));
}

TEST(Listeners, ACircleEnds) {
  GroundDesk desk = headphoneDesk<GroundDesk>();
  desk.device("mixer", kClassII, Kind::preamplifier);
  desk.xlr("to", "interface", "mixer");
  desk.xlr("round", "mixer", "mixer");
  desk.rca("on", "mixer", "amp");
  EXPECT_THAT(texts(heard(desk)), ElementsAre("cans by rca-out*"));
}

TEST(Listeners, WhatNoProfileTellsOfIsSaidToBeUnknown) {
  GroundDesk desk = headphoneDesk<GroundDesk>();
  desk.profiles.erase("amp");
  const Listeners listeners = heard(desk);
  EXPECT_THAT(listeners.all, IsEmpty());
  EXPECT_THAT(listeners.unknownBehind, ElementsAre("rca-out"));
  EXPECT_FALSE(listeners.isNone());
}

TEST(Listeners, AnInterfaceWithoutAProfileIsFollowedByItsCables) {
  GroundDesk desk = headphoneDesk<GroundDesk>();
  desk.profiles.erase("interface");
  EXPECT_THAT(texts(heard(desk)), ElementsAre("cans by rca-out*?"));
}

TEST(Listeners, AStrangeDeviceHasNone) {
  EXPECT_TRUE(listenersOf(headphoneDesk<GroundDesk>().desk(), DeviceId("nowhere")).isNone());
}

TEST(Listeners, OfTheShippedDeskAreWhatItsAmplifierIsSwitchedTo) {
  const Desk desk(shippedDesk(), shippedProfile);
  const Listeners listeners = listenersOf(desk, DeviceId("zen-go"));
  // The amplifier's PRE output is off while it drives headphones.
  EXPECT_THAT(texts(listeners), ElementsAre("m1 by line-out*", "monitor-left by monitor-out"));
}

}  // namespace
}  // namespace linecheck::chain
