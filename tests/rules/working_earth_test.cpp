#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A device of this protective class in an outlet of which this is known.
RuleDesk plugged(const Fed& fed, std::optional<bool> isOutletEarthed,
                 std::optional<bool> isHouseEarthed = {}) {
  RuleDesk desk;
  desk.device("amp", fed);
  desk.outlet("wall").isEarthed = isOutletEarthed;
  desk.feed("wall", "amp");
  desk.chain.mains.hasWorkingEarth = isHouseEarthed;
  return desk;
}

TEST(WorkingEarth, AClassIDeviceWithoutOneIsADangerForAnElectrician) {
  const auto found = plugged(kClassI, false).found("no-working-earth");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::danger);
  EXPECT_EQ(found.front().where.front().part, "wall");
  EXPECT_THAT(cures(found.front()), ElementsAre("call-electrician"));
  EXPECT_EQ(found.front().fixes.front().cost, chain::Cost::craftsman);
}

TEST(WorkingEarth, AnEarthedOutletIsWellWhateverTheHouseIs) {
  EXPECT_THAT(plugged(kClassI, true).found("no-working-earth"), IsEmpty());
  EXPECT_THAT(plugged(kClassI, true, false).found("no-working-earth-in-house"), IsEmpty());
}

TEST(WorkingEarth, AClassIIDeviceNeedsNone) {
  const RuleDesk desk = plugged(kClassII, false, false);
  EXPECT_THAT(desk.found("no-working-earth"), IsEmpty());
  EXPECT_THAT(desk.found("perhaps-no-working-earth"), IsEmpty());
}

TEST(WorkingEarth, WhereTheClassIsUnknownItAsksToLookAtThePlug) {
  RuleDesk desk = plugged(kUnknownClass, false);
  EXPECT_THAT(desk.found("no-working-earth"), IsEmpty());
  const auto found = desk.found("perhaps-no-working-earth");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  desk.profiles.at("amp").power->earthedPlug.emplace();
  EXPECT_THAT(desk.found("no-working-earth"), SizeIs(1));
  EXPECT_THAT(desk.found("perhaps-no-working-earth"), IsEmpty());
}

TEST(WorkingEarth, AHouseWithoutOneIsFoundOnceForAllDevices) {
  RuleDesk desk = plugged(kClassI, {}, false);
  desk.device("mon", kClassI, Kind::monitor);
  desk.feed("wall", "mon");
  const auto found = desk.found("no-working-earth-in-house");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found.front().where,
              ElementsAre(Place(chain::DeviceId("amp")), Place(chain::DeviceId("mon"))));
  desk.chain.mains.hasWorkingEarth = true;
  EXPECT_THAT(desk.found("no-working-earth-in-house"), IsEmpty());
}

TEST(WorkingEarth, AnotherOutletThatIsEarthedIsTheFirstCure) {
  RuleDesk desk = plugged(kClassI, false);
  desk.outlet("good").isEarthed = true;
  const auto found = desk.found("no-working-earth");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-earthed-outlet", "call-electrician"));
}

TEST(WorkingEarth, AStripWithoutContactsIsReplaced) {
  RuleDesk desk = plugged(kClassI, true);
  desk.strip("strip", "wall");
  desk.device("mon", kClassI, Kind::monitor);
  desk.feed("strip", "mon");
  EXPECT_THAT(desk.found("strip-without-earth"), IsEmpty());
  desk.chain.powerPoints.back().isEarthed = false;
  const auto found = desk.found("strip-without-earth");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found.front().where,
              ElementsAre(Place(chain::PowerPointId("strip")), Place(chain::DeviceId("mon"))));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-earthed-outlet", "use-earthed-strip"));
}

TEST(WorkingEarth, AnEarthThatNobodyToldAboutIsAQuestion) {
  const auto found = plugged(kClassI, {}).found("unknown-earth");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(plugged(kClassI, {}, true).found("unknown-earth"), IsEmpty());
  EXPECT_THAT(plugged(kClassII, {}).found("unknown-earth"), IsEmpty());
}

TEST(WorkingEarth, NoCureIsAnAdapter) {
  for (const bool ofHouse : {true, false}) {
    const RuleDesk desk = ofHouse ? plugged(kClassI, {}, false) : plugged(kClassI, false);
    for (const Finding& finding : desk.findings()) {
      for (const chain::Fix& fix : finding.fixes) {
        EXPECT_NE(fix.cost, chain::Cost::cable) << fix.action;
      }
    }
  }
}

}  // namespace
}  // namespace linecheck::rules
