#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/volume_fixtures.h"
#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using chain::AudioPath;
using chain::OperatingSystem;

/// Only the amplifier's knob is left to turn.
RuleDesk wellSet() {
  auto desk = headphoneDesk<RuleDesk>();
  play(desk, OperatingSystem::windows, AudioPath::sharedMixer, 0.97);
  deviceOf(desk, "interface").settings["output"] = 0_dB;
  return desk;
}

TEST(OneLiveControl, OneIsWell) {
  for (const char* id : {"several-live-controls", "no-live-control", "volume-for-each-end"}) {
    EXPECT_THAT(wellSet().found(id), IsEmpty()) << id;
  }
}

TEST(OneLiveControl, TwoAreOneTooManyAndTheKnobStays) {
  RuleDesk desk = wellSet();
  deviceOf(desk, "interface").settings["output"] = -10_dB;
  const auto found = desk.found("several-live-controls");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(found.front().where.front().text(), "interface:output");
  ASSERT_THAT(cures(found.front()), ElementsAre("set-volumes-once"));
  EXPECT_EQ(found.front().fixes.front().arguments.at("keep"), "amp: Volume of amp");
}

TEST(OneLiveControl, EarsThatShareThemShareTheFinding) {
  RuleDesk desk = wellSet();
  deviceOf(desk, "interface").settings["output"] = -10_dB;
  desk.device("mon", kClassI, Kind::monitor);
  desk.xlr("line-2", "amp", "mon");
  const auto found = desk.found("several-live-controls");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().arguments.at("ends"), "cans, mon");
}

/// Monitors straight at the interface's line output, all set to full.
RuleDesk withoutKnob() {
  RuleDesk desk = wellSet();
  desk.chain.cables.resize(1);
  desk.device("mon", kClassI, Kind::monitor);
  desk.rca("line-2", "interface", "mon");
  return desk;
}

TEST(OneLiveControl, NoneMeansFullLevel) {
  const auto found = withoutKnob().found("no-live-control");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().where.front().part, "mon");
  EXPECT_THAT(cures(found.front()), ElementsAre("use-as-live-control", "insert-volume-knob"));
  EXPECT_EQ(found.front().fixes.front().where.front().text(), "interface:output");
}

TEST(OneLiveControl, TheMonitorsOwnKnobIsThereToBeginWith) {
  RuleDesk desk = withoutKnob();
  addVolume(desk, "mon", "rear", VolumeTechnology::unknown);
  const auto found = desk.found("no-live-control");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()),
              ElementsAre("turn-down-the-end", "use-as-live-control", "insert-volume-knob"));
}

TEST(OneLiveControl, TheInterfacesVolumeIsOneIfItIsTurnedOrNobodyKnows) {
  RuleDesk desk = withoutKnob();
  deviceOf(desk, "interface").settings["output"] = -20_dB;
  EXPECT_THAT(desk.found("no-live-control"), IsEmpty());
  deviceOf(desk, "interface").settings.clear();
  EXPECT_THAT(desk.found("no-live-control"), IsEmpty());
}

TEST(OneLiveControl, ADeviceOfWhichNoProfileTellsMayHaveOne) {
  RuleDesk desk = withoutKnob();
  desk.profiles.at("interface").controls.clear();
  EXPECT_THAT(desk.found("no-live-control"), IsEmpty());
}

TEST(OneLiveControl, OneKnobForHeadphonesAndOneForMonitorsIsWorthKnowing) {
  RuleDesk desk = wellSet();
  desk.device("mon", kClassI, Kind::monitor);
  desk.xlr("line-2", "interface", "mon");
  addVolume(desk, "interface", "knob", VolumeTechnology::potentiometer, {"xlr-out"});
  desk.profiles.at("amp").controls.back().ports = {"rca-out", "xlr-out"};
  const auto found = desk.found("volume-for-each-end");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  ASSERT_THAT(cures(found.front()), ElementsAre("feed-from-one-knob"));
  EXPECT_EQ(found.front().fixes.front().where.front().text(), "amp:xlr-out");

  desk.chain.cables.back().from.socket.device = chain::DeviceId("amp");
  EXPECT_THAT(desk.found("volume-for-each-end"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
