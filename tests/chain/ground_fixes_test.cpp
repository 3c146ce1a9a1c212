#include "chain/ground_fixes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "support/chain/ground_fixtures.h"

namespace linecheck::chain {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;

/// The only loop of a desk.
GroundLoop loopOf(const GroundDesk& desk) {
  GroundPlan plan = planGrounds(desk.desk());
  EXPECT_THAT(plan.loops, SizeIs(1));
  return plan.loops.empty() ? GroundLoop{} : plan.loops.front();
}

std::vector<std::string> actions(const GroundLoop& loop) {
  std::vector<std::string> names;
  for (const Fix& fix : loop.fixes) names.push_back(fix.action);
  return names;
}

Fix fix(const GroundLoop& loop, const std::string& action) {
  for (const Fix& one : loop.fixes) {
    if (one.action == action) return one;
  }
  ADD_FAILURE() << "no " << action;
  return {};
}

/// A desk with everything in its one loop: computer, USB, interface, RCA, amplifier with a lift,
/// two outlets.
GroundDesk everything() {
  GroundDesk desk;
  desk.device("pc", kClassI, Kind::computer).computer.emplace().isOnBattery = false;
  desk.device("interface", kUsbPowered, Kind::audioInterface);
  desk.device("amp", kClassI);
  desk.profiles["pc"].controls.clear();
  desk.profiles["interface"].controls.clear();
  desk.usb("usb", "pc", "interface");
  desk.rca("rca", "interface", "amp");
  desk.outlet("wall-1", "kitchen");
  desk.outlet("wall-2", "hall");
  desk.strip("strip", "wall-1");
  desk.feed("strip", "pc");
  desk.feed("wall-2", "amp");
  return desk;
}

TEST(GroundFixes, AreListedFromFreeToBought) {
  const GroundLoop loop = loopOf(everything());
  EXPECT_THAT(actions(loop),
              ElementsAre("set-ground-lift", "use-one-strip", "run-on-battery", "use-balanced-line",
                          "insert-transformer-isolator", "insert-usb-isolator"));
  EXPECT_EQ(fix(loop, "set-ground-lift").cost, Cost::free);
  EXPECT_EQ(fix(loop, "use-balanced-line").cost, Cost::cable);
  EXPECT_EQ(fix(loop, "insert-usb-isolator").cost, Cost::purchase);
}

TEST(GroundFixes, OfTheLiftNamesTheControlAndItsPosition) {
  const Fix lift = fix(loopOf(everything()), "set-ground-lift");
  EXPECT_THAT(lift.where, ElementsAre(Place(DeviceId("amp"), "lift")));
  EXPECT_THAT(lift.arguments, Contains(Pair("position", "LIFT")));
}

TEST(GroundFixes, OneStripSaysWhatToMoveWhere) {
  const Fix strip = fix(loopOf(everything()), "use-one-strip");
  EXPECT_THAT(strip.where, ElementsAre(Place(DeviceId("amp")), Place(PowerPointId("strip"))));
}

// What each fix asks for is done to the desk, and the whole plan made anew.

TEST(GroundFixes, TheLiftOpensTheLoop) {
  GroundDesk desk = everything();
  desk.chain.devices[2].settings["lift"] = Position{"LIFT"};
  EXPECT_THAT(planGrounds(desk.desk()).loops, SizeIs(0));
}

TEST(GroundFixes, OneStripDrivesLess) {
  GroundDesk desk = everything();
  EXPECT_EQ(loopOf(desk).drive, LoopDrive::differentCircuits);
  desk.chain.powerLeads.back().from = PowerPointId("strip");
  const GroundLoop loop = loopOf(desk);
  EXPECT_EQ(loop.drive, LoopDrive::sameStrip);
  EXPECT_THAT(actions(loop), Not(Contains("use-one-strip")));
}

TEST(GroundFixes, TheBatteryOpensTheLoop) {
  GroundDesk desk = everything();
  desk.chain.devices[0].computer.emplace().isOnBattery = true;
  EXPECT_THAT(planGrounds(desk.desk()).loops, SizeIs(0));
}

TEST(GroundFixes, OnlyWhatMayHaveABatteryIsToRunOnIt) {
  GroundDesk desk = everything();
  desk.chain.devices.front().computer.reset();
  EXPECT_THAT(actions(loopOf(desk)), ::testing::Not(::testing::Contains("run-on-battery")));
  desk.profiles["pc"].power->supply = profiles::Supply::externalAdapter;
  EXPECT_THAT(actions(loopOf(desk)), ::testing::Contains("run-on-battery"));
}

TEST(GroundFixes, ABalancedLineIsNotAudible) {
  GroundDesk desk = everything();
  desk.chain.cables.pop_back();
  desk.xlr("xlr", "interface", "amp");
  const GroundLoop loop = loopOf(desk);
  EXPECT_FALSE(loop.isAudible);
  EXPECT_THAT(actions(loop), Not(Contains("use-balanced-line")));
}

TEST(GroundFixes, ABalancedCableIsEnoughBetweenBalancedSockets) {
  GroundDesk desk = everything();
  desk.chain.cables.pop_back();
  desk.xlr("ts", "interface", "amp").isBalanced = false;
  const GroundLoop loop = loopOf(desk);
  EXPECT_TRUE(loop.isAudible);
  EXPECT_THAT(fix(loop, "use-balanced-cable").where, ElementsAre(Place(CableId("ts"))));
  EXPECT_THAT(actions(loop), Not(Contains("use-balanced-line")));
}

TEST(GroundFixes, ABalancedLineNeedsAFreeSocketAtBothEnds) {
  GroundDesk desk = everything();
  desk.device("other", kClassII);
  desk.xlr("taken", "interface", "other");
  EXPECT_THAT(actions(loopOf(desk)), Not(Contains("use-balanced-line")));
}

TEST(GroundFixes, ABalancedLineMustReplaceEveryUnbalancedCableOfTheLoop) {
  GroundDesk desk = everything();
  desk.device("between", kClassII);
  desk.chain.cables.pop_back();
  desk.rca("rca-1", "interface", "between");
  desk.rca("rca-2", "between", "amp");
  EXPECT_THAT(fix(loopOf(desk), "use-balanced-line").where,
              ElementsAre(Place(CableId("rca-1")), Place(CableId("rca-2"))));
  desk.profiles["between"].ports.resize(3);  // Without its XLR output.
  EXPECT_THAT(actions(loopOf(desk)), Not(Contains("use-balanced-line")));
}

TEST(GroundFixes, OneStripDoesNotHelpAgainstAnAntenna) {
  GroundDesk desk;
  desk.device("tuner", kClassII);
  desk.device("amp", kClassI);
  desk.outlet("wall");
  desk.feed("wall", "amp");
  desk.rca("rca", "tuner", "amp");
  desk.antenna("antenna", "tuner");
  EXPECT_THAT(actions(loopOf(desk)), Not(Contains("use-one-strip")));
}

/// The places of a loop's links, to know it again on a changed desk.
std::set<Place> places(const GroundPlan& plan, const GroundLoop& loop) {
  std::set<Place> found;
  for (const std::size_t link : loop.links) found.insert(plan.links[link].place);
  return found;
}

void carryOut(const Fix& fix, GroundDesk& desk) {
  const auto device = [&](const Place& place) {
    return std::find_if(desk.chain.devices.begin(), desk.chain.devices.end(),
                        [&](const Device& one) { return one.id.text() == place.part; });
  };
  if (fix.action == "set-ground-lift") {
    device(fix.where[0])->settings[fix.where[0].detail] = Position{"LIFT"};
  } else if (fix.action == "run-on-battery") {
    device(fix.where[0])->computer.emplace().isOnBattery = true;
  } else if (fix.action == "use-one-strip") {
    for (PowerLead& lead : desk.chain.powerLeads) {
      for (const Place& place : fix.where) {
        if (lead.to == std::variant<DeviceId, PowerPointId>(DeviceId(place.part))) {
          lead.from = PowerPointId(fix.where.back().part);
        }
      }
    }
  }
}

TEST(GroundFixes, OfRandomDesksHelpWhenTheyAreCarriedOut) {
  std::mt19937 random(7);
  std::map<std::string, int> tried;
  for (int round = 0; round < 400; ++round) {
    SCOPED_TRACE(round);
    const GroundDesk desk = randomGroundDesk(random);
    const GroundPlan before = planGrounds(desk.desk());
    for (const GroundLoop& loop : before.loops) {
      for (const Fix& one : loop.fixes) {
        if (one.cost != Cost::free) continue;
        SCOPED_TRACE(one.action);
        ++tried[one.action];
        GroundDesk cured = desk;
        carryOut(one, cured);
        const GroundPlan after = planGrounds(cured.desk());
        for (const GroundLoop& left : after.loops) {
          if (left.shields != loop.shields || left.path.size() > loop.path.size()) continue;
          if (one.action == "use-one-strip") {
            if (left.path.front() == loop.path.front() && left.drive != LoopDrive::noEarth) {
              EXPECT_LT(left.drive, loop.drive);
            }
          } else {
            EXPECT_NE(places(after, left), places(before, loop));
          }
        }
      }
    }
  }
  for (const char* action : {"set-ground-lift", "run-on-battery", "use-one-strip"}) {
    EXPECT_GT(tried[action], 50) << action;
  }
}

TEST(GroundFixes, NeverTouchAnEarth) {
  const GroundDesk desk = everything();
  for (const Fix& one : loopOf(desk).fixes) {
    for (const PowerLead& lead : desk.chain.powerLeads) {
      EXPECT_THAT(one.where, Not(Contains(Place(lead.id)))) << one.action;
    }
  }
}

}  // namespace
}  // namespace linecheck::chain
