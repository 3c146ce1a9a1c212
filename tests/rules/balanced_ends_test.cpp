#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

RuleDesk twoDevices() {
  RuleDesk desk;
  desk.device("dac", kClassII, Kind::dac);
  desk.device("amp", kClassII);
  return desk;
}

TEST(BalancedEnds, OneBalancedEndIsToldAndNoMore) {
  RuleDesk desk = twoDevices();
  desk.cable("cable", "dac", "xlr-out", "amp", "rca-in");
  const auto found = desk.found("balanced-at-one-end");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_EQ(found.front().arguments.at("balanced"), "dac");
  EXPECT_THAT(found.front().where,
              ElementsAre(Place(chain::CableId("cable")), Place(chain::DeviceId("dac"), "xlr-out"),
                          Place(chain::DeviceId("amp"), "rca-in")));
}

TEST(BalancedEnds, NamesTheBalancedInputToo) {
  RuleDesk desk = twoDevices();
  desk.cable("cable", "dac", "rca-out", "amp", "xlr-in");
  const auto found = desk.found("balanced-at-one-end");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().arguments.at("balanced"), "amp");
}

TEST(BalancedEnds, TwoEndsAlikeAreFine) {
  RuleDesk desk = twoDevices();
  desk.rca("rca", "dac", "amp");
  desk.xlr("xlr", "dac", "amp");
  EXPECT_THAT(desk.found("balanced-at-one-end"), IsEmpty());
  EXPECT_THAT(desk.found("unbalanced-cable-between-balanced-ends"), IsEmpty());
}

TEST(BalancedEnds, TheFreeBalancedSocketsAreTheCure) {
  RuleDesk desk = twoDevices();
  desk.cable("cable", "dac", "xlr-out", "amp", "rca-in");
  const auto found = desk.found("balanced-at-one-end");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("keep-run-short", "use-balanced-line"));
}

TEST(BalancedEnds, AnUnbalancedCableWastesTwoBalancedEnds) {
  RuleDesk desk = twoDevices();
  desk.xlr("cable", "dac", "amp").isBalanced = false;
  const auto found = desk.found("unbalanced-cable-between-balanced-ends");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_THAT(cures(found.front()), ElementsAre("keep-run-short", "use-balanced-cable"));
}

TEST(BalancedEnds, SoDoesAPlugWithoutColdContact) {
  RuleDesk desk = twoDevices();
  desk.port("amp", "jack-in", Direction::in, Connector::jack635Trs, Signal::line).balanced = true;
  chain::Cable& cable = desk.cable("cable", "dac", "xlr-out", "amp", "jack-in");
  cable.to.plug = Connector::jack635Ts;
  EXPECT_THAT(desk.found("unbalanced-cable-between-balanced-ends"), SizeIs(1));
  cable.to.plug = Connector::jack635Trs;
  EXPECT_THAT(desk.found("unbalanced-cable-between-balanced-ends"), IsEmpty());
}

TEST(BalancedEnds, AnEndThatNobodyKnowsIsNotJudged) {
  RuleDesk desk = twoDevices();
  desk.port("amp", "in", Direction::in, Connector::comboXlrTrs, Signal::line);
  desk.cable("cable", "dac", "rca-out", "amp", "in");
  EXPECT_THAT(desk.found("balanced-at-one-end"), IsEmpty());
  desk.profiles.at("amp").ports.back().balanced = true;
  EXPECT_THAT(desk.found("balanced-at-one-end"), SizeIs(1));
}

}  // namespace
}  // namespace linecheck::rules
