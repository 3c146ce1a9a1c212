#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using chain::Pin3;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// RCA from a converter into the XLR input of an amplifier.
RuleDesk withAdapter(Pin3 pin3) {
  RuleDesk desk;
  desk.device("dac", kClassII, Kind::dac);
  desk.device("amp", kClassII);
  desk.cable("cable", "dac", "rca-out", "amp", "xlr-in").to.adapters = {
      {Connector::rca, Connector::xlr3, pin3}};
  return desk;
}

TEST(FloatingPin3, MakesABadLine) {
  const auto found = withAdapter(Pin3::floating).found("pin-3-floats");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_THAT(found.front().where,
              ElementsAre(Place(chain::CableId("cable")), Place(chain::DeviceId("amp"), "xlr-in")));
}

TEST(FloatingPin3, JoinedToPin1ItIsFine) {
  EXPECT_THAT(withAdapter(Pin3::joinedToGround).found("pin-3-floats"), IsEmpty());
  EXPECT_THAT(withAdapter(Pin3::joinedToGround).found("pin-3-unknown"), IsEmpty());
}

TEST(FloatingPin3, WhenNobodyKnowsItIsToBeChecked) {
  const auto found = withAdapter(Pin3::unknown).found("pin-3-unknown");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_EQ(cures(found.front()).front(), "check-pin-3");
}

TEST(FloatingPin3, AFreeUnbalancedInputComesBeforeAnotherAdapter) {
  RuleDesk desk = withAdapter(Pin3::floating);
  auto found = desk.found("pin-3-floats");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-other-socket", "use-adapter-with-pin-3"));

  desk.device("other", kClassII);
  desk.rca("taken", "other", "amp");
  found = desk.found("pin-3-floats");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-adapter-with-pin-3"));
}

TEST(FloatingPin3, MayFloatAtAnOutput) {
  RuleDesk desk;
  desk.device("dac", kClassII, Kind::dac);
  desk.device("amp", kClassII);
  desk.cable("cable", "dac", "xlr-out", "amp", "rca-in").from.adapters = {
      {Connector::rca, Connector::xlr3, Pin3::floating}};
  EXPECT_THAT(desk.found("pin-3-floats"), IsEmpty());
}

TEST(FloatingPin3, IsNothingToADigitalLine) {
  RuleDesk desk;
  desk.device("dac", kClassII, Kind::dac);
  desk.device("amp", kClassII);
  desk.cable("cable", "dac", "spdif-out", "amp", "spdif-in").to.adapters = {
      {Connector::rca, Connector::xlr3, Pin3::floating}};
  EXPECT_THAT(desk.found("pin-3-floats"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
