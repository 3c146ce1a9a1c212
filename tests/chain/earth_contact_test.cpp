// What the profile says of a device's class, and what somebody says who looked at its plug.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chain/ground_graph.h"
#include "support/chain/ground_fixtures.h"

namespace linecheck::chain {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::array kUnseen{std::optional<bool>(), std::optional(true), std::optional(false)};

EarthContact contact(const GroundDesk& desk) {
  const Desk whole = desk.desk();
  return earthContact(whole, whole.chain().devices.front());
}

GroundDesk one(const Fed& fed, std::optional<bool> hasEarthContact) {
  GroundDesk desk;
  desk.device("amp", fed).hasEarthContact = hasEarthContact;
  return desk;
}

/// Class II by this confidence of the profile.
EarthContact ofClassTwo(profiles::Confidence confidence, std::optional<bool> hasEarthContact) {
  GroundDesk desk = one(kClassII, hasEarthContact);
  desk.profiles["amp"].power->protection->claim.provenance.confidence = confidence;
  return contact(desk);
}

TEST(EarthContact, IsUnknownWithoutAClassUntilSomebodyLooks) {
  EXPECT_EQ(contact(one(kUnknownClass, {})), EarthContact::unknown);
  EXPECT_EQ(contact(one(kUnknownClass, true)), EarthContact::joined);
  EXPECT_EQ(contact(one(kUnknownClass, false)), EarthContact::none);
}

TEST(EarthContact, OfADeviceWithoutAProfileIsWhatTheUserSays) {
  for (const auto& [said, expected] :
       {std::pair(kUnseen[0], EarthContact::unknown), std::pair(kUnseen[1], EarthContact::joined),
        std::pair(kUnseen[2], EarthContact::none)}) {
    GroundDesk desk;
    Device device;
    device.id = DeviceId("nameless");
    device.hasEarthContact = said;
    desk.chain.devices.push_back(device);
    EXPECT_EQ(contact(desk), expected);
  }
}

TEST(EarthContact, IsMissingWhereThePlugHasNoneWhateverTheClass) {
  EXPECT_EQ(contact(one(kClassI, {})), EarthContact::joined);
  EXPECT_EQ(contact(one(kClassI, false)), EarthContact::none);
}

TEST(EarthContact, OfAGuessedClassTwoGivesWayToThePlugButOneFromADocumentDoesNot) {
  using profiles::Confidence;
  EXPECT_EQ(ofClassTwo(Confidence::estimate, {}), EarthContact::none);
  EXPECT_EQ(ofClassTwo(Confidence::estimate, true), EarthContact::joined);
  EXPECT_EQ(ofClassTwo(Confidence::datasheet, true), EarthContact::none);
  EXPECT_EQ(ofClassTwo(Confidence::article, true), EarthContact::none);
}

TEST(EarthContact, MayBeKnownFromTheProfilesPlug) {
  GroundDesk desk = one(kUnknownClass, {});
  desk.profiles["amp"].power->earthedPlug.emplace();
  EXPECT_EQ(contact(desk), EarthContact::joined);
  desk.chain.devices[0].hasEarthContact = false;
  EXPECT_EQ(contact(desk), EarthContact::none);
}

TEST(EarthContact, NeedsAMainsPlug) {
  for (const Fed& fed : {kUsbPowered, kPassive, Fed{Supply::battery, {}}, Fed{Supply::host, {}}}) {
    EXPECT_EQ(contact(one(fed, true)), EarthContact::none);
  }
  GroundDesk laptop;
  Device& device = laptop.device("laptop", kClassI, Kind::computer);
  device.hasEarthContact = true;
  device.computer.emplace().isOnBattery = true;
  EXPECT_EQ(contact(laptop), EarthContact::none);
}

TEST(EarthContact, OnceTheUserHasLookedClosesTheLoopThatNobodyKnewOf) {
  GroundDesk desk;
  desk.device("dac", kClassI);
  desk.device("amp", kUnknownClass);
  desk.strip("strip");
  desk.feed("strip", "dac");
  desk.feed("strip", "amp");
  desk.rca("rca", "dac", "amp");
  GroundPlan plan = planGrounds(desk.desk());
  EXPECT_THAT(plan.loops, IsEmpty());
  EXPECT_THAT(plan.unknownClass, ElementsAre(DeviceId("amp")));
  desk.chain.devices[1].hasEarthContact = true;
  plan = planGrounds(desk.desk());
  EXPECT_EQ(plan.loops.size(), 1U);
  EXPECT_THAT(plan.unknownClass, IsEmpty());
}

}  // namespace
}  // namespace linecheck::chain
