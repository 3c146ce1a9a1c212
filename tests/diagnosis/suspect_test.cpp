#include "diagnosis/suspect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "diagnosis/remainder.h"
#include "diagnosis/step.h"
#include "support/chain/ground_fixtures.h"
#include "support/chain/volume_fixtures.h"
#include "support/diagnosis/example_desk.h"

namespace linecheck::diagnosis {
namespace {

using chain::CableId;
using chain::DeviceId;
using chain::Place;
using chain::testing::GroundDesk;
using chain::testing::shippedProfile;

std::vector<CauseProbability> only(Cause cause) {
  return {{cause, 1.0, {}}};
}

/// "pc" by USB to "interface", by RCA to "amp"; the amplifier's "rca-out" feeds "monitor", whose
/// plug is earthed on another circuit than the computer's. Listened to at the amplifier's
/// "xlr-out".
class LoopDesk : public ::testing::Test {
 public:
  GroundDesk made;
  ListeningPoint at{DeviceId("amp"), "xlr-out"};

  LoopDesk() {
    made.device("pc", chain::testing::kClassI, profiles::Kind::computer);
    made.device("interface", chain::testing::kUsbPowered, profiles::Kind::audioInterface);
    made.device("amp", chain::testing::kClassII);
    made.device("monitor", chain::testing::kClassI, profiles::Kind::monitor);
    made.usb("usb", "pc", "interface");
    made.rca("line", "interface", "amp");
    made.rca("pre", "amp", "monitor");
    made.outlet("wall-1", "kitchen");
    made.outlet("wall-2", "hall");
    made.strip("strip", "wall-1");
    made.feed("strip", "pc");
    made.feed("strip", "amp");
    made.feed("wall-2", "monitor");
    chain::testing::addVolume(made, "amp", "knob", profiles::VolumeTechnology::potentiometer);
  }

  [[nodiscard]] chain::ProfileLookup lookup() const {
    return [this](std::string_view id) {
      const auto found = made.profiles.find(id);
      return found == made.profiles.end() ? nullptr : &found->second;
    };
  }
  [[nodiscard]] std::vector<Suspect> of(Cause cause) const {
    return suspects(made.desk(), at, only(cause));
  }
  [[nodiscard]] Suspect first(Cause cause) const { return of(cause).front(); }
  [[nodiscard]] chain::Situation start() const {
    chain::Situation situation;
    situation.chain = made.chain;
    return situation;
  }
  [[nodiscard]] Remainder after(const Suspect& suspect, StepAction action,
                                std::vector<Place> where = {}) const {
    const auto done = withStep(start(), makeStep(action, std::move(where)), lookup());
    EXPECT_TRUE(done) << (done ? "" : done.error().message());
    return done ? remainder(suspect, start(), *done, lookup(), at) : Remainder{};
  }
};

Place cable(const std::string& id) {
  return Place(CableId(id));
}
Place device(const std::string& id) {
  return Place(DeviceId(id));
}

TEST(UsualListeningPoint, IsTheOutputToTheHeadphones) {
  const chain::Desk desk(testing::exampleChain("zen-go-l30-ii"), shippedProfile);
  const auto at = usualListeningPoint(desk);
  ASSERT_TRUE(at);
  EXPECT_EQ(at->device, DeviceId("l30-ii"));
  EXPECT_EQ(at->port, "headphones");
}

TEST(UsualListeningPoint, IsNoneWithoutAnOutput) {
  GroundDesk desk;
  desk.device("pc", chain::testing::kClassI, profiles::Kind::computer);
  EXPECT_FALSE(usualListeningPoint(desk.desk()));
}

TEST_F(LoopDesk, NamesTheLineThatTheLoopIsHeardThroughFirst) {
  const Suspect loop = first(Cause::groundLoop);
  EXPECT_EQ(loop.where.front(), cable("line"));
  EXPECT_THAT(loop.where, ::testing::IsSupersetOf({cable("pre"), cable("usb"), device("monitor"),
                                                   device("pc"), device("strip")}));
  EXPECT_FALSE(loop.cures.empty());
  EXPECT_EQ(loop.cures.front().cost, chain::Cost::free);
}

TEST_F(LoopDesk, ASuspectOfEachKindThatTheDeskLetsBe) {
  EXPECT_EQ(first(Cause::magneticPickup).where.front(), cable("line"));
  EXPECT_EQ(first(Cause::supplyRipple).where.front(), device("amp"));
  EXPECT_EQ(first(Cause::earthLeakage).where.front(), device("amp"));
  EXPECT_EQ(first(Cause::computerHash).where.front(), cable("usb"));
  EXPECT_EQ(first(Cause::usbFrames).where.front(), cable("usb"));
  EXPECT_EQ(first(Cause::mobilePhone).where.front(), cable("line"));
  EXPECT_EQ(first(Cause::interfaceNoise).where.front(), device("interface"));
  EXPECT_EQ(first(Cause::dimmer).where.front(), Place(chain::PowerPointId("wall-1")));
  EXPECT_EQ(first(Cause::mainsHash).where.front(), Place(chain::PowerPointId("wall-1")));
  EXPECT_EQ(of(Cause::gainHiss).size(), 3U) << "interface, amplifier and unknown";
  // The monitor is not on the way to where it is listened.
  for (const Cause cause : {Cause::supplyRipple, Cause::magneticPickup, Cause::gainHiss}) {
    for (const Suspect& suspect : of(cause)) {
      EXPECT_THAT(suspect.where, ::testing::Not(::testing::Contains(device("monitor"))));
      EXPECT_THAT(suspect.where, ::testing::Not(::testing::Contains(cable("pre"))));
    }
  }
}

TEST_F(LoopDesk, TheySumToOneWithTheUnknownLast) {
  std::vector<CauseProbability> even;
  for (const Cause cause : causes()) even.push_back({cause, 1.0 / 13.0, {}});
  const auto all = suspects(made.desk(), at, even);
  const double sum = std::accumulate(all.begin(), all.end(), 0.0, [](double s, const Suspect& one) {
    return s + one.probability;
  });
  EXPECT_NEAR(sum, 1.0, 1e-12);
  EXPECT_EQ(all.back().cause, Cause::unknown);
  EXPECT_TRUE(all.back().where.empty());
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end() - 1, [](const auto& a, const auto& b) {
    return a.probability > b.probability;
  }));
}

TEST_F(LoopDesk, WhatNothingHereCouldBringCountsAsUnknown) {
  made.chain.cables.erase(made.chain.cables.begin() + 2);  // The monitor's: no loop is left.
  const auto all = of(Cause::groundLoop);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front().cause, Cause::unknown);
  EXPECT_EQ(all.front().probability, 1.0);
}

TEST_F(LoopDesk, ALongRunIsMoreLikelyToPickUpThanAShortOne) {
  made.device("other", chain::testing::kClassII);
  made.rca("second", "interface", "other");
  made.rca("third", "other", "amp");
  chain::testing::deviceOf(made, "amp");
  for (auto& line : made.chain.cables) {
    if (line.id == CableId("line")) line.length = Metres::of(1.0);
    if (line.id == CableId("third")) line.length = Metres::of(4.0);
  }
  const auto all = of(Cause::magneticPickup);
  const auto probability = [&](const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Suspect& one) {
      return !one.where.empty() && one.where.front() == cable(id);
    });
    return found->probability;
  };
  // Twelve decibels more, and e for each eight.
  EXPECT_NEAR(probability("third") / probability("line"), std::exp(12.04 / 8.0), 0.01);
}

TEST_F(LoopDesk, TheLoopGoesWithEachOfItsPlugs) {
  const Suspect loop = first(Cause::groundLoop);
  EXPECT_TRUE(isGone(after(loop, StepAction::unplugCable, {cable("line")})));
  EXPECT_TRUE(isGone(after(loop, StepAction::unplugCable, {cable("pre")})));
  EXPECT_TRUE(isGone(after(loop, StepAction::borrowIsolator, {cable("pre")})));
  EXPECT_TRUE(isGone(after(loop, StepAction::borrowUsbIsolator, {cable("usb")})));
  EXPECT_TRUE(isGone(after(loop, StepAction::groundLift, {Place(DeviceId("monitor"), "lift")})));
  EXPECT_TRUE(isGone(after(loop, StepAction::runOnBattery, {device("pc")})));
}

TEST_F(LoopDesk, OneStripTakesSomeOfTheLoop) {
  const auto left = after(first(Cause::groundLoop), StepAction::oneStrip,
                          {device("monitor"), Place(chain::PowerPointId("strip"))});
  EXPECT_LT(left.change, -10_dB);
  EXPECT_FALSE(isGone({left.change + 10_dB, {}}));
  EXPECT_GT(left.spread, 0_dB);
}

TEST_F(LoopDesk, StepsElsewhereLeaveTheLoopAsItIs) {
  const Suspect loop = first(Cause::groundLoop);
  for (const StepAction action :
       {StepAction::phoneAway, StepAction::dimmersOff, StepAction::captureLonger}) {
    EXPECT_EQ(after(loop, action), Remainder{});
  }
  EXPECT_EQ(after(loop, StepAction::moveCable, {cable("line")}), Remainder{});
  EXPECT_EQ(after(loop, StepAction::otherUsbPort, {cable("usb")}), Remainder{});
  EXPECT_EQ(after(loop, StepAction::computerBusy, {device("pc")}), Remainder{});
  EXPECT_EQ(after(loop, StepAction::muteSource, {device("pc")}), Remainder{});
}

TEST_F(LoopDesk, TheVolumeTakesWhatComesInBeforeIt) {
  const auto down = [&](Cause cause) {
    return after(first(cause), StepAction::volumeDown, {device("amp")});
  };
  EXPECT_TRUE(isGone(down(Cause::groundLoop)));
  EXPECT_TRUE(isGone(down(Cause::magneticPickup)));
  EXPECT_TRUE(isGone(down(Cause::computerHash)));
  EXPECT_FALSE(isGone(down(Cause::supplyRipple)));
}

TEST_F(LoopDesk, AMovedCablePicksUpTenToTwentyFiveDecibelsLess) {
  const auto left = after(first(Cause::magneticPickup), StepAction::moveCable, {cable("line")});
  EXPECT_LE(left.change, -10_dB);
  EXPECT_GE(left.change, -25_dB);
  EXPECT_GT(left.spread, 3_dB);
}

TEST_F(LoopDesk, RoomAndComputerHaveStepsOfTheirOwn) {
  EXPECT_TRUE(isGone(after(first(Cause::mobilePhone), StepAction::phoneAway)));
  EXPECT_TRUE(isGone(after(first(Cause::dimmer), StepAction::dimmersOff)));
  EXPECT_LT(after(first(Cause::mainsHash), StepAction::dimmersOff).change, -10_dB);
  EXPECT_GT(after(first(Cause::computerHash), StepAction::computerBusy, {device("pc")}).change,
            3_dB);
  EXPECT_EQ(after(first(Cause::usbFrames), StepAction::computerBusy, {device("pc")}), Remainder{});
  EXPECT_LT(after(first(Cause::usbFrames), StepAction::otherUsbPort, {cable("usb")}).change, -3_dB);
  EXPECT_TRUE(
      isGone(after(first(Cause::computerHash), StepAction::borrowUsbIsolator, {cable("usb")})));
}

TEST_F(LoopDesk, ABalancedLineDoesNotHearItsShield) {
  const Suspect loop = first(Cause::groundLoop);
  for (auto& line : made.chain.cables) {
    if (line.id != CableId("line")) continue;
    line.from.socket.port = "xlr-out";
    line.to.socket.port = "xlr-in";
  }
  const auto balanced = of(Cause::groundLoop);
  EXPECT_EQ(balanced.front().where.front(), cable("line"));
  EXPECT_EQ(loop.where.size(), balanced.front().where.size());
}

// Whitlock's four steps, on the line from A (the interface) to B (the amplifier).

TEST_F(LoopDesk, ADummyInBLeavesOnlyWhatComesInAtB) {
  EXPECT_TRUE(
      isGone(after(first(Cause::groundLoop), StepAction::dummyInReceiver, {cable("line")})));
  EXPECT_TRUE(
      isGone(after(first(Cause::magneticPickup), StepAction::dummyInReceiver, {cable("line")})));
  EXPECT_EQ(after(first(Cause::supplyRipple), StepAction::dummyInReceiver, {cable("line")}),
            Remainder{});
}

TEST_F(LoopDesk, ADummyBetweenCableAndBShowsAPinOneProblem) {
  const auto loops = of(Cause::groundLoop);
  const auto pinOne = std::find_if(loops.begin(), loops.end(), [](const Suspect& one) {
    return !one.where.empty() && one.where.front() == device("amp");
  });
  ASSERT_NE(pinOne, loops.end());
  EXPECT_TRUE(isGone(after(loops.front(), StepAction::dummyAndCable, {cable("line")})));
  EXPECT_EQ(after(*pinOne, StepAction::dummyAndCable, {cable("line")}), Remainder{});
  EXPECT_TRUE(isGone(after(*pinOne, StepAction::dummyInReceiver, {cable("line")})));
}

TEST_F(LoopDesk, ADummyOnTheLooseEndLeavesOnlyTheFieldInTheCable) {
  EXPECT_EQ(after(first(Cause::magneticPickup), StepAction::dummyOnLooseEnd, {cable("line")}),
            Remainder{});
  EXPECT_TRUE(
      isGone(after(first(Cause::groundLoop), StepAction::dummyOnLooseEnd, {cable("line")})));
  EXPECT_TRUE(
      isGone(after(first(Cause::computerHash), StepAction::dummyOnLooseEnd, {cable("line")})));
}

TEST_F(LoopDesk, ADummyInALetsTheShieldsCurrentFlow) {
  EXPECT_EQ(after(first(Cause::groundLoop), StepAction::dummyInSender, {cable("line")}),
            Remainder{});
  EXPECT_TRUE(
      isGone(after(first(Cause::computerHash), StepAction::dummyInSender, {cable("line")})));
}

}  // namespace
}  // namespace linecheck::diagnosis
