// What becomes of whole desks: which grounds are joined, which loops that gives, what drives them.
#include "chain/grounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "profiles/library.h"
#include "support/chain/ground_fixtures.h"

namespace linecheck::chain {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

const profiles::Profile& shipped(std::string_view id) {
  static const profiles::Library kLibrary = profiles::Library::load(
      {std::filesystem::path(LINECHECK_SOURCE_DIR) / "device-profiles", {}});
  return kLibrary.find(id)->profile;
}

profiles::Profile earthed(profiles::Profile profile) {
  profile.power->protection = {ProtectiveClass::classI, {}};
  return profile;
}

std::vector<std::string> pathOf(const GroundLoop& loop) {
  std::vector<std::string> path;
  for (const Place& place : loop.path) path.push_back(place.text());
  return path;
}

std::vector<std::string> shieldsOf(const GroundLoop& loop) {
  std::vector<std::string> shields;
  for (const CableId& shield : loop.shields) shields.push_back(shield.text());
  return shields;
}

GroundPlan plan(const GroundDesk& desk) {
  return planGrounds(desk.desk());
}

/// Two class I devices on one strip, without a cable between them.
GroundDesk pair() {
  GroundDesk desk;
  desk.device("dac", kClassI);
  desk.device("amp", kClassI);
  desk.outlet("wall", "living room");
  desk.strip("strip", "wall");
  desk.feed("strip", "dac");
  desk.feed("strip", "amp");
  return desk;
}

/// An interface on an earthed computer, a headphone amplifier on its adapter, headphones.
GroundDesk headphoneDesk() {
  GroundDesk desk;
  desk.device("pc", earthed(shipped("generic-computer")));
  desk.device("zen-go", shipped("antelope-zen-go"));
  desk.device("l30", shipped("topping-l30-ii"));
  desk.device("m1", shipped("neuropunk-m1"));
  desk.cable("usb", "pc", "usb-c", "zen-go", "usb", CableKind::usb);
  desk.cable("rca-1", "zen-go", "line-out", "l30", "line-in");
  desk.cable("phones", "l30", "headphones", "m1", "plug", CableKind::headphone);
  desk.outlet("wall");
  desk.strip("strip", "wall");
  desk.feed("strip", "pc");
  desk.feed("strip", "l30");
  return desk;
}

/// The same with earthed monitors behind the amplifier.
GroundDesk monitorDesk() {
  GroundDesk desk = headphoneDesk();
  desk.device("t7v", earthed(shipped("adam-t7v")));
  desk.cable("rca-2", "l30", "pre-out", "t7v", "rca-in");
  desk.feed("strip", "t7v");
  return desk;
}

TEST(Grounds, AnAmplifierOnItsAdapterClosesNoLoop) {
  EXPECT_THAT(plan(headphoneDesk()).loops, IsEmpty());
}

TEST(Grounds, EarthedMonitorsCloseALoopThroughTheComputersEarthTheUsbAndTheRcaShields) {
  const GroundPlan found = plan(monitorDesk());
  ASSERT_THAT(found.loops, SizeIs(1));
  const GroundLoop& loop = found.loops.front();
  EXPECT_THAT(pathOf(loop), ElementsAre("zen-go", "l30", "t7v", "strip", "pc"));
  EXPECT_THAT(shieldsOf(loop), ElementsAre("rca-1", "rca-2"));
  EXPECT_EQ(loop.drive, LoopDrive::sameStrip);
  EXPECT_TRUE(loop.isAudible);
  EXPECT_TRUE(found.isComplete);
  std::vector<GroundLink::Kind> kinds;
  for (const std::size_t link : loop.links) kinds.push_back(found.links[link].kind);
  using K = GroundLink::Kind;
  EXPECT_THAT(kinds,
              ElementsAre(K::unbalancedShield, K::unbalancedShield, K::internal, K::protectiveEarth,
                          K::protectiveEarth, K::internal, K::usbShield));
}

TEST(Grounds, AComputerOnBatteryHasNoWayToTheEarth) {
  GroundDesk desk = monitorDesk();
  desk.chain.devices.front().computer.emplace().isOnBattery = true;
  EXPECT_THAT(plan(desk).loops, IsEmpty());
}

TEST(Grounds, AUsbIsolatorPartsTheComputerFromTheInterface) {
  GroundDesk desk = monitorDesk();
  desk.device("isolator", kUsbPowered, Kind::usbIsolator);
  desk.chain.cables.erase(desk.chain.cables.begin());
  desk.usb("usb-1", "pc", "isolator");
  desk.cable("usb-2", "isolator", "usb", "zen-go", "usb", CableKind::usb);
  EXPECT_THAT(plan(desk).loops, IsEmpty());
}

TEST(Grounds, AMidiControllerOnItsUsbCableAloneClosesNoLoop) {
  GroundDesk desk = headphoneDesk();
  desk.device("pads", shipped("generic-midi-controller"));
  desk.cable("midi", "pc", "usb-a", "pads", "usb", CableKind::usb);
  const GroundPlan found = plan(desk);
  EXPECT_THAT(found.loops, IsEmpty());
  EXPECT_THAT(found.links, Contains(AllOf(Field(&GroundLink::kind, GroundLink::Kind::usbShield),
                                          Field(&GroundLink::place, Place(CableId("midi"))))));
}

TEST(Grounds, AMidiKeyboardOnUsbAndAnAudioCableIsALoopUntilOneOfThemGoes) {
  GroundDesk desk = headphoneDesk();
  desk.device("keys", shipped("generic-midi-keyboard"));
  desk.cable("sound", "keys", "line-out", "zen-go", "in-1");
  EXPECT_THAT(plan(desk).loops, IsEmpty());
  desk.cable("midi", "pc", "usb-a", "keys", "usb", CableKind::usb);
  const GroundPlan found = plan(desk);
  ASSERT_THAT(found.loops, SizeIs(1));
  EXPECT_THAT(pathOf(found.loops.front()), UnorderedElementsAre("keys", "zen-go", "pc"));
  EXPECT_EQ(found.loops.front().drive, LoopDrive::noEarth);
  EXPECT_TRUE(found.loops.front().isAudible);
}

TEST(Grounds, AnEarthedMidiKeyboardIsTheEarthOfALaptopOnItsBattery) {
  GroundDesk desk = monitorDesk();
  desk.chain.devices.front().computer.emplace().isOnBattery = true;
  desk.device("keys", earthed(shipped("generic-midi-keyboard")));
  desk.feed("strip", "keys");
  EXPECT_THAT(plan(desk).loops, IsEmpty());
  desk.cable("midi", "pc", "usb-a", "keys", "usb", CableKind::usb);
  const GroundPlan found = plan(desk);
  ASSERT_THAT(found.loops, SizeIs(1));
  EXPECT_THAT(pathOf(found.loops.front()),
              UnorderedElementsAre("zen-go", "l30", "t7v", "strip", "keys", "pc"));
}

TEST(Grounds, ATransformerPartsTheTwoSidesOfItsCable) {
  GroundDesk desk = pair();
  desk.device("isolator", kPassive, Kind::transformerIsolator);
  desk.rca("rca-1", "dac", "isolator");
  desk.rca("rca-2", "isolator", "amp");
  EXPECT_THAT(plan(desk).loops, IsEmpty());
}

TEST(Grounds, AnIsolatorOfEitherShippedKindOpensTheLoopOfTheMonitors) {
  GroundDesk usb = monitorDesk();
  usb.profiles["pc"] = shipped("generic-desktop-computer");
  EXPECT_THAT(plan(usb).loops, SizeIs(1));
  usb.device("isolator", shipped("generic-usb-isolator"));
  usb.chain.cables[0].to.socket = {DeviceId("isolator"), "host", {}};
  usb.cable("usb-2", "isolator", "device", "zen-go", "usb", CableKind::usb);
  EXPECT_THAT(plan(usb).loops, IsEmpty());

  GroundDesk line = monitorDesk();
  line.device("isolator", shipped("generic-line-isolator-rca"));
  line.chain.cables[3].to.socket = {DeviceId("isolator"), "in", {}};
  line.cable("rca-3", "isolator", "out", "t7v", "rca-in");
  EXPECT_THAT(plan(line).loops, IsEmpty());
}

TEST(Grounds, APadPassesTheGroundOnAndADiBoxUntilItIsLifted) {
  const auto between = [](const std::string& profile, const std::string& lift) {
    GroundDesk desk = pair();
    desk.device("box", shipped(profile)).settings["ground"] = Position{lift};
    desk.cable("in", "dac", "xlr-out", "box", "in");
    desk.cable("out", "box", "out", "amp", "xlr-in");
    return plan(desk).loops.size();
  };
  EXPECT_EQ(between("generic-pad-10-db", "GND"), 1U);
  EXPECT_EQ(between("generic-di-box", "GND"), 1U);
  EXPECT_EQ(between("generic-di-box", "LIFT"), 0U);
}

TEST(Grounds, TwoEarthedDevicesOnOneCableMakeALoop) {
  GroundDesk desk = pair();
  desk.rca("rca", "dac", "amp");
  const GroundPlan found = plan(desk);
  ASSERT_THAT(found.loops, SizeIs(1));
  EXPECT_THAT(pathOf(found.loops.front()), ElementsAre("dac", "amp", "strip"));
}

TEST(Grounds, TheLiftOfAnL70OpensItsLoop) {
  GroundDesk desk = pair();
  desk.profiles["amp"] = earthed(shipped("topping-l70"));
  desk.cable("rca", "dac", "rca-out", "amp", "rca-in");
  Device& amp = desk.chain.devices[1];
  amp.settings["ground"] = Position{"GND"};
  EXPECT_THAT(plan(desk).loops, SizeIs(1));
  amp.settings["ground"] = Position{"LIFT"};
  EXPECT_THAT(plan(desk).loops, IsEmpty());
}

TEST(Grounds, ALiftDoesNotOpenALoopOfBalancedShields) {
  GroundDesk desk = pair();
  desk.xlr("xlr", "dac", "amp");
  desk.chain.devices[1].settings["lift"] = Position{"LIFT"};
  EXPECT_THAT(plan(desk).loops, SizeIs(1));
}

TEST(Grounds, ABalancedShieldMakesALoopThatIsNotAudible) {
  GroundDesk desk = pair();
  desk.xlr("xlr", "dac", "amp");
  const GroundPlan found = plan(desk);
  ASSERT_THAT(found.loops, SizeIs(1));
  EXPECT_FALSE(found.loops.front().isAudible);
}

TEST(Grounds, ABalancedShieldLeftOpenAtOneEndJoinsNothing) {
  GroundDesk desk = pair();
  desk.xlr("xlr", "dac", "amp").to.isShieldJoined = false;
  EXPECT_THAT(plan(desk).loops, IsEmpty());
}

TEST(Grounds, ACableWithOneUnbalancedEndCarriesItsReturnOnTheShield) {
  const auto isAudible = [](const auto& change) {
    GroundDesk desk = pair();
    change(desk.xlr("cable", "dac", "amp"));
    const GroundPlan found = plan(desk);
    EXPECT_THAT(found.loops, SizeIs(1));
    return found.loops.front().isAudible;
  };
  EXPECT_TRUE(isAudible([](Cable& cable) { cable.from.socket.port = "rca-out"; }));
  EXPECT_TRUE(isAudible([](Cable& cable) { cable.to.socket.port = "rca-in"; }));
  EXPECT_TRUE(isAudible([](Cable& cable) { cable.isBalanced = false; }));
  EXPECT_TRUE(isAudible([](Cable& cable) { cable.to.plug = Connector::jack635Ts; }));
  EXPECT_TRUE(isAudible([](Cable& cable) {
    cable.from.adapters = {{Connector::rca, Connector::xlr3, Pin3::joinedToGround}};
  }));
  EXPECT_FALSE(isAudible([](Cable& cable) { cable.to.plug = Connector::xlr3; }));
}

TEST(Grounds, AnOpticalCableJoinsNothingButACoaxialOneDoes) {
  for (const auto& [kind, loops] :
       {std::pair(CableKind::optical, 0U), std::pair(CableKind::coaxial75, 1U)}) {
    GroundDesk desk = pair();
    desk.device("transport", kUsbPowered);
    desk.usb("usb", "dac", "transport");
    desk.cable("digital", "transport", "spdif-out", "amp", "spdif-in", kind);
    EXPECT_THAT(plan(desk).loops, IsEmpty()) << "no audio shield on the way";
    desk.rca("rca", "transport", "dac");
    desk.chain.cables.erase(desk.chain.cables.begin());
    EXPECT_THAT(plan(desk).loops, SizeIs(loops));
  }
}

TEST(Grounds, TwoCablesBetweenTwoDevicesAreALoopAndAPairInOneCableIsNot) {
  GroundDesk desk;
  desk.device("dac", kClassII);
  desk.device("amp", kClassII);
  desk.rca("left", "dac", "amp");
  EXPECT_THAT(plan(desk).loops, IsEmpty());
  desk.rca("right", "dac", "amp");
  const GroundPlan found = plan(desk);
  ASSERT_THAT(found.loops, SizeIs(1));
  EXPECT_THAT(shieldsOf(found.loops.front()), ElementsAre("left", "right"));
  EXPECT_THAT(pathOf(found.loops.front()), ElementsAre("dac", "amp"));
  EXPECT_EQ(found.loops.front().drive, LoopDrive::noEarth);
}

TEST(Grounds, ADeviceOfClassTwoAPassiveOneAndOneFromTheUsbAreNotOnTheEarth) {
  for (const Fed& fed : {kClassII, kPassive, kUsbPowered, Fed{Supply::battery, {}},
                         Fed{Supply::externalAdapter, ProtectiveClass::classII}}) {
    GroundDesk desk = pair();
    desk.device("other", fed);
    desk.feed("strip", "other");
    desk.rca("rca", "dac", "other");
    const GroundPlan found = plan(desk);
    EXPECT_THAT(found.loops, IsEmpty());
    EXPECT_THAT(found.unknownClass, IsEmpty());
  }
}

TEST(Grounds, AnAdapterOfClassOneEarthsItsDevice) {
  GroundDesk desk = pair();
  desk.device("other", Fed{Supply::externalAdapter, ProtectiveClass::classI});
  desk.feed("strip", "other");
  desk.rca("rca", "dac", "other");
  EXPECT_THAT(plan(desk).loops, SizeIs(1));
}

TEST(Grounds, ADeviceOfUnknownClassIsToldAndCountsAsNotEarthed) {
  GroundDesk desk = pair();
  desk.device("other", kUnknownClass);
  desk.feed("strip", "other");
  desk.rca("rca", "dac", "other");
  Device nameless;
  nameless.id = DeviceId("nameless");
  nameless.profile = "not-in-the-library";
  desk.chain.devices.push_back(nameless);
  const GroundPlan found = plan(desk);
  EXPECT_THAT(found.loops, IsEmpty());
  EXPECT_THAT(found.unknownClass, ElementsAre(DeviceId("other"), DeviceId("nameless")));
}

TEST(Grounds, HeadphonesAndLoudspeakerCablesCloseNoLoop) {
  GroundDesk desk = pair();
  desk.device("phones", kPassive, Kind::headphones);
  desk.rca("one", "dac", "phones");
  desk.rca("two", "amp", "phones");
  desk.cable("speaker", "dac", "rca-out", "amp", "rca-in", CableKind::loudspeaker);
  EXPECT_THAT(plan(desk).loops, IsEmpty());
}

TEST(Grounds, WhatIsBuiltIntoTheComputerStandsOnItsGround) {
  GroundDesk desk;
  desk.device("pc", kClassI, Kind::computer);
  desk.device("onboard", Fed{Supply::host, {}}, Kind::onboardAudio);
  desk.device("amp", kClassI);
  desk.strip("strip");
  desk.feed("strip", "pc");
  desk.feed("strip", "amp");
  desk.rca("rca", "onboard", "amp");
  const GroundPlan found = plan(desk);
  ASSERT_THAT(found.loops, SizeIs(1));
  EXPECT_THAT(pathOf(found.loops.front()), ElementsAre("onboard", "amp", "strip", "pc"));
}

/// A loop over two points in the wall, or on the strips behind them.
struct Feeding {
  std::string circuitOfDac;
  std::string circuitOfAmp;
};

GroundDesk apart(const Feeding& feeding) {
  GroundDesk desk;
  desk.device("dac", kClassI);
  desk.device("amp", kClassI);
  desk.outlet("wall-1", feeding.circuitOfDac);
  desk.outlet("wall-2", feeding.circuitOfAmp);
  desk.strip("strip-1", "wall-1");
  desk.feed("strip-1", "dac");
  desk.feed("wall-2", "amp");
  desk.rca("rca", "dac", "amp");
  return desk;
}

LoopDrive driveOf(const GroundDesk& desk) {
  const GroundPlan found = plan(desk);
  EXPECT_THAT(found.loops, SizeIs(1));
  return found.loops.empty() ? LoopDrive::noEarth : found.loops.front().drive;
}

TEST(Grounds, TheFartherApartTheEarthPointsTheMoreDrivesTheLoop) {
  GroundDesk oneStrip = pair();
  oneStrip.rca("rca", "dac", "amp");
  EXPECT_EQ(driveOf(oneStrip), LoopDrive::sameStrip);
  EXPECT_EQ(driveOf(apart({"kitchen", "kitchen"})), LoopDrive::sameCircuit);
  EXPECT_EQ(driveOf(apart({"kitchen", "hall"})), LoopDrive::differentCircuits);
  EXPECT_EQ(driveOf(apart({"", ""})), LoopDrive::differentCircuits) << "nobody knows";
  EXPECT_LT(LoopDrive::sameStrip, LoopDrive::sameCircuit);
  EXPECT_LT(LoopDrive::sameCircuit, LoopDrive::differentCircuits);
  EXPECT_LT(LoopDrive::differentCircuits, LoopDrive::outside);
}

TEST(Grounds, StripsOnOneStripCountAsOneAndStripsOnOneOutletDoNot) {
  for (const auto& [kind, drive] : {std::pair(PowerPoint::Kind::strip, LoopDrive::sameStrip),
                                    std::pair(PowerPoint::Kind::outlet, LoopDrive::sameCircuit)}) {
    GroundDesk desk;
    desk.device("dac", kClassI);
    desk.device("amp", kClassI);
    desk.point("first", kind);
    desk.strip("strip-1", "first");
    desk.strip("strip-2", "first");
    desk.feed("strip-1", "dac");
    desk.feed("strip-2", "amp");
    desk.rca("rca", "dac", "amp");
    EXPECT_EQ(driveOf(desk), drive);
  }
}

TEST(Grounds, AnAntennaLeadClosesALoopFromOutsideUnlessItIsIsolated) {
  GroundDesk desk;
  desk.device("tuner", kClassII);
  desk.device("amp", kClassI);
  desk.outlet("wall");
  desk.feed("wall", "amp");
  desk.rca("rca", "tuner", "amp");
  GroundLead& antenna = desk.antenna("antenna", "tuner");
  const GroundPlan found = plan(desk);
  ASSERT_THAT(found.loops, SizeIs(1));
  EXPECT_EQ(found.loops.front().drive, LoopDrive::outside);
  EXPECT_THAT(pathOf(found.loops.front()), ElementsAre("tuner", "amp", "wall", "antenna"));
  antenna.isIsolated = true;
  EXPECT_THAT(plan(desk).loops, IsEmpty());
}

TEST(Grounds, WithoutAWorkingEarthTwoOutletsAreNotJoinedButOneStripStillIs) {
  GroundDesk far = apart({"kitchen", "hall"});
  far.chain.mains.hasWorkingEarth = false;
  EXPECT_THAT(plan(far).loops, IsEmpty());
  far.chain.mains.hasWorkingEarth = {};
  far.chain.powerPoints.front().isEarthed = false;
  EXPECT_THAT(plan(far).loops, IsEmpty());

  GroundDesk near = pair();
  near.rca("rca", "dac", "amp");
  near.chain.mains.hasWorkingEarth = false;
  EXPECT_THAT(plan(near).loops, SizeIs(1));
  near.chain.powerPoints[1].isEarthed = false;
  EXPECT_THAT(plan(near).loops, IsEmpty()) << "a strip without earth contacts";
}

TEST(Grounds, ARowOfDevicesOnOneStripHasOneLoopPerCable) {
  GroundDesk desk;
  desk.strip("strip");
  for (int i = 0; i < 500; ++i) {
    desk.device("d" + std::to_string(i), kClassI);
    desk.feed("strip", "d" + std::to_string(i));
    if (i == 0) continue;
    desk.rca("c" + std::to_string(i), "d" + std::to_string(i - 1), "d" + std::to_string(i));
  }
  const GroundPlan found = plan(desk);
  EXPECT_TRUE(found.isComplete);
  EXPECT_THAT(found.loops, SizeIs(499));
  EXPECT_THAT(found.loops, Each(Field(&GroundLoop::path, SizeIs(3))));
}

}  // namespace
}  // namespace linecheck::chain
