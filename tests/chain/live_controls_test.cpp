#include "chain/live_controls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/volume_fixtures.h"

namespace linecheck::chain {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> texts(const std::vector<Place>& places) {
  std::vector<std::string> some;
  some.reserve(places.size());
  for (const Place& place : places) some.push_back(place.text());
  return some;
}

std::vector<std::string> liveOf(const GroundDesk& desk) {
  return texts(liveControls(listeningEnds(desk.desk())));
}

/// The controls on the busiest way to the only end.
std::vector<std::string> controlsOf(const GroundDesk& desk) {
  const auto ends = listeningEnds(desk.desk());
  if (ends.size() != 1) return {"not one end"};
  std::vector<Place> places;
  for (const VolumeControl& control : ends.front().busiest.controls) {
    places.push_back(control.place);
  }
  return texts(places);
}

/// All but the amplifier's knob set once.
GroundDesk wellSetDesk() {
  auto desk = headphoneDesk<GroundDesk>();
  play(desk, OperatingSystem::windows, AudioPath::sharedMixer, 0.97);
  deviceOf(desk, "interface").settings["output"] = 0_dB;
  return desk;
}

TEST(LiveControls, TheWayGoesFromTheComputerToTheEar) {
  EXPECT_THAT(controlsOf(headphoneDesk<GroundDesk>()),
              ElementsAre("pc:system", "interface:output", "amp:knob"));
}

TEST(LiveControls, OnAWellSetDeskOnlyTheKnobIsLeft) {
  const GroundDesk desk = wellSetDesk();
  EXPECT_THAT(liveOf(desk), ElementsAre("amp:knob"));
  const auto ends = listeningEnds(desk.desk());
  ASSERT_THAT(ends, SizeIs(1));
  EXPECT_TRUE(ends.front().barest.isWhole);
}

TEST(LiveControls, WhatIsTurnedDownBeforeItIsLiveToo) {
  GroundDesk desk = wellSetDesk();
  deviceOf(desk, "interface").settings["output"] = -6_dB;
  EXPECT_THAT(liveOf(desk), ElementsAre("interface:output", "amp:knob"));
  play(desk, OperatingSystem::windows, AudioPath::sharedMixer, 0.5);
  EXPECT_THAT(liveOf(desk), ElementsAre("pc:system", "interface:output", "amp:knob"));
}

TEST(LiveControls, AKnobThatStandsFullyUpIsNoneAndAnotherOneBecomesIt) {
  GroundDesk desk = wellSetDesk();
  deviceOf(desk, "amp").settings["knob"] = Travel{1.0};
  EXPECT_THAT(liveOf(desk), IsEmpty());
  deviceOf(desk, "interface").settings["output"] = -20_dB;
  EXPECT_THAT(liveOf(desk), ElementsAre("interface:output"));
}

TEST(LiveControls, OfTwoKnobsThatNobodyHasToldAboutTheLastCounts) {
  GroundDesk desk = wellSetDesk();
  addVolume(desk, "interface", "monitor", VolumeTechnology::potentiometer);
  EXPECT_THAT(liveOf(desk), ElementsAre("amp:knob"));
  deviceOf(desk, "interface").settings["monitor"] = Travel{0.5};
  EXPECT_THAT(liveOf(desk), ElementsAre("interface:monitor", "amp:knob"));
}

TEST(LiveControls, AsioAndExclusiveModePassTheSystemVolumeBy) {
  for (const AudioPath path : {AudioPath::asio, AudioPath::exclusive}) {
    GroundDesk desk = wellSetDesk();
    play(desk, OperatingSystem::windows, path, 0.3);
    EXPECT_THAT(controlsOf(desk), ElementsAre("interface:output", "amp:knob"));
  }
}

TEST(LiveControls, ASystemVolumeThatMayBePassedByIsNotCalledLive) {
  GroundDesk desk = wellSetDesk();
  play(desk, OperatingSystem::windows, {}, 0.3);
  EXPECT_THAT(liveOf(desk), ElementsAre("amp:knob"));
}

TEST(LiveControls, TheSystemVolumeMayAlsoStandAmongTheSettings) {
  GroundDesk desk = wellSetDesk();
  play(desk, OperatingSystem::macos, AudioPath::sharedMixer, {});
  deviceOf(desk, "pc").settings["system"] = Travel{0.4};
  EXPECT_THAT(liveOf(desk), ElementsAre("pc:system", "amp:knob"));
}

TEST(LiveControls, AMonitorsOwnKnobIsSetOnce) {
  GroundDesk desk = wellSetDesk();
  desk.device("mon", kClassI, Kind::monitor);
  addVolume(desk, "mon", "rear", VolumeTechnology::potentiometer);
  deviceOf(desk, "mon").settings["rear"] = Travel{0.3};
  desk.xlr("speaker-line", "amp", "mon");
  EXPECT_THAT(liveOf(desk), ElementsAre("amp:knob"));
  const auto ends = listeningEnds(desk.desk());
  ASSERT_THAT(ends, SizeIs(2));
  EXPECT_EQ(ends[1].busiest.controls.back().place.text(), "mon:rear");
}

TEST(LiveControls, AVolumeActsOnItsOwnPortsOnly) {
  GroundDesk desk = wellSetDesk();
  addVolume(desk, "interface", "other", VolumeTechnology::potentiometer, {"xlr-out"});
  EXPECT_THAT(controlsOf(desk), ElementsAre("pc:system", "interface:output", "amp:knob"));
  addVolume(desk, "interface", "this", VolumeTechnology::potentiometer, {"rca-out"});
  EXPECT_THAT(controlsOf(desk),
              ElementsAre("pc:system", "interface:output", "interface:this", "amp:knob"));
}

TEST(LiveControls, WhatIsBuiltInHasItsComputersVolume) {
  GroundDesk desk;
  desk.device("pc", kClassI, Kind::computer);
  desk.device("chip", {Supply::host, {}}, Kind::onboardAudio);
  desk.device("cans", kPassive, Kind::headphones);
  desk.rca("phones", "chip", "cans");
  addVolume(desk, "pc", "system", VolumeTechnology::digital);
  EXPECT_THAT(controlsOf(desk), ElementsAre("pc:system"));
  // With two computers nobody knows which it is in.
  desk.device("laptop", kClassII, Kind::computer);
  EXPECT_THAT(controlsOf(desk), IsEmpty());
}

TEST(LiveControls, OfSeveralWaysTheBusiestAndTheBarestAreTold) {
  GroundDesk desk = wellSetDesk();
  deviceOf(desk, "interface").settings["output"] = -10_dB;
  desk.device("player", kClassII, Kind::dac);
  desk.usb("usb-2", "pc", "player");
  desk.xlr("line-2", "player", "amp");
  const auto ends = listeningEnds(desk.desk());
  ASSERT_THAT(ends, SizeIs(1));
  EXPECT_THAT(ends.front().busiest.live(), SizeIs(2));
  EXPECT_THAT(ends.front().barest.live(), SizeIs(1));
}

TEST(LiveControls, AWayThatBeginsInNoComputerIsNotWhole) {
  GroundDesk desk = wellSetDesk();
  desk.chain.cables.erase(desk.chain.cables.begin());  // The USB cable.
  const auto ends = listeningEnds(desk.desk());
  ASSERT_THAT(ends, SizeIs(1));
  EXPECT_FALSE(ends.front().barest.isWhole);
  EXPECT_THAT(liveOf(desk), ElementsAre("amp:knob"));
}

TEST(LiveControls, AHeadphoneSocketWithoutAKnownVolumeLeavesTheWayUnknown) {
  GroundDesk desk = wellSetDesk();
  for (const bool tells : {false, true}) {
    profiles::Profile& profile = desk.profiles.at("interface");
    profiles::Port port = profile.ports.front();
    port.id = "hp";
    port.direction = Direction::out;
    port.signals = {Signal::headphone};
    if (!profile.port("hp")) profile.ports.push_back(port);
    profile.controls.back().ports = {tells ? "hp" : "rca-out"};
    desk.chain.cables.resize(2);
    desk.cable("direct", "interface", "hp", "cans", "rca-in", CableKind::headphone);
    const auto ends = listeningEnds(desk.desk());
    ASSERT_THAT(ends, SizeIs(1));
    EXPECT_EQ(ends.front().barest.isWhole, tells);
  }
}

TEST(LiveControls, ACircleOfCablesComesToAnEnd) {
  GroundDesk desk = wellSetDesk();
  desk.device("effect", kClassII, Kind::dac);
  desk.rca("send", "amp", "effect");
  desk.rca("return", "effect", "amp");
  desk.chain.cables.back().to.socket.port = "xlr-in";
  addVolume(desk, "effect", "mix", VolumeTechnology::digital);
  deviceOf(desk, "effect").settings["mix"] = -6_dB;
  EXPECT_THAT(liveOf(desk), ElementsAre("amp:knob"));
}

TEST(LiveControls, WhatNothingIsPluggedIntoIsNoEnd) {
  GroundDesk desk;
  desk.device("cans", kPassive, Kind::headphones);
  EXPECT_THAT(listeningEnds(desk.desk()), IsEmpty());
}

}  // namespace
}  // namespace linecheck::chain
