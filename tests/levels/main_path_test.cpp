#include "levels/main_path.h"

#include <gtest/gtest.h>

#include "support/levels/level_desk.h"

namespace linecheck::levels {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

/// Where the main path of a desk ends; empty if it has none.
std::string endOf(const LevelDesk& desk) {
  const LevelPlan plan = desk.plan();
  const auto main = mainPath(desk.desk(), plan);
  return main ? plan.paths.at(*main).points.back().at.device.text() : "";
}

Profile monitor() {
  Profile made;
  made.kind = Kind::monitor;
  made.ports = {port("in", Direction::in)};
  return made;
}

TEST(MainPath, ADeskWithoutCablesHasNone) {
  LevelDesk desk;
  desk.device("pc", computer());
  EXPECT_EQ(endOf(desk), "");
}

/// A converter with "out-2", which is like "out".
Profile twoWayConverter() {
  Profile made = converter();
  made.ports.push_back(made.ports[1]);
  made.ports.back().id = "out-2";
  return made;
}

/// Two amplifiers with headphones at a converter: "first" comes first in the plan.
LevelDesk twoHeadphones() {
  LevelDesk desk;
  desk.device("pc", computer());
  desk.device("dac", twoWayConverter());
  desk.device("amp-1", amplifier());
  desk.device("amp-2", amplifier());
  desk.device("first", headphones());
  desk.device("second", headphones());
  desk.cable("pc:usb", "dac:usb");
  desk.cable("dac:out", "amp-1:in");
  desk.cable("dac:out-2", "amp-2:in");
  desk.cable("amp-1:phones", "first:plug");
  desk.cable("amp-2:phones", "second:plug");
  return desk;
}

void turnUp(LevelDesk& desk, const std::string& amplifier) {
  desk.flick(amplifier, "gain", "low");
  desk.set(amplifier, "volume", chain::Travel{1.0});
}

TEST(MainPath, HeadphonesComeBeforeMonitors) {
  LevelDesk desk;
  desk.device("pc", computer());
  desk.device("dac", twoWayConverter());
  desk.device("monitor", monitor());
  desk.device("amp", amplifier());
  desk.device("cans", headphones());
  desk.cable("pc:usb", "dac:usb");
  desk.cable("dac:out", "monitor:in");
  EXPECT_EQ(endOf(desk), "monitor");
  desk.cable("dac:out-2", "amp:in");
  desk.cable("amp:phones", "cans:plug");
  EXPECT_EQ(endOf(desk), "cans");
}

TEST(MainPath, TheFirstIsTakenWhereNoneIsBetter) {
  LevelDesk desk = twoHeadphones();
  EXPECT_EQ(endOf(desk), "first");
  turnUp(desk, "amp-1");
  turnUp(desk, "amp-2");
  EXPECT_EQ(endOf(desk), "first");
}

TEST(MainPath, OfTwoHeadphonesThoseWithKnownFiguresAreTaken) {
  LevelDesk desk = twoHeadphones();
  turnUp(desk, "amp-2");
  EXPECT_EQ(endOf(desk), "second");
}

TEST(MainPath, WhatIsSwitchedOffIsNotTakenHoweverWellItIsKnown) {
  LevelDesk desk = twoHeadphones();
  profiles::ModeSwitch mode;
  mode.positions = {{"off", false, {}}, {"on", true, {"phones"}}};
  Profile switched = amplifier();
  switched.controls.push_back(control("mode", {}, mode));
  desk.device("amp-3", switched);
  desk.device("third", headphones());
  desk.device("dac-2", converter());
  desk.cable("dac-2:out", "amp-3:in");
  desk.cable("amp-3:phones", "third:plug");
  turnUp(desk, "amp-3");
  desk.flick("amp-3", "mode", "on");
  EXPECT_EQ(endOf(desk), "third");
  desk.flick("amp-3", "mode", "off");
  EXPECT_EQ(endOf(desk), "first");
}

}  // namespace
}  // namespace linecheck::levels
