#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The L70 with headphones on one of its sockets.
RuleDesk phonesOn(const std::string& port) {
  RuleDesk desk;
  desk.shipped("amp", "topping-l70");
  desk.shipped("phones", "neuropunk-m1");
  desk.cable("cable", "amp", port, "phones", "plug", chain::CableKind::headphone);
  return desk;
}

TEST(BalancedHeadphoneAdapter, ToAnUnbalancedPlugIsADangerToTheOutput) {
  for (const auto& [port, socket] : {std::pair("headphones-xlr", Connector::xlr4),
                                     std::pair("headphones-4-4", Connector::pentaconn44)}) {
    RuleDesk desk = phonesOn(port);
    desk.chain.cables.back().from.adapters = {{Connector::jack635Trs, socket}};
    const auto found = desk.found("adapter-shorts-balanced-output");
    ASSERT_THAT(found, SizeIs(1)) << port;
    EXPECT_EQ(found.front().severity, Severity::danger);
    EXPECT_THAT(found.front().where,
                ElementsAre(Place(chain::CableId("cable")), Place(chain::DeviceId("amp"), port)));
  }
}

TEST(BalancedHeadphoneAdapter, BetweenTwoBalancedPlugsIsFine) {
  RuleDesk desk = phonesOn("headphones-xlr");
  desk.chain.cables.back().from.plug = Connector::pentaconn44;
  desk.chain.cables.back().from.adapters = {{Connector::pentaconn44, Connector::xlr4}};
  EXPECT_THAT(desk.found("adapter-shorts-balanced-output"), IsEmpty());
}

TEST(BalancedHeadphoneAdapter, OnAnUnbalancedSocketIsFine) {
  RuleDesk desk = phonesOn("headphones-6-35");
  desk.chain.cables.back().from.plug = Connector::xlr4;
  desk.chain.cables.back().from.adapters = {{Connector::xlr4, Connector::jack635Trs}};
  EXPECT_THAT(desk.found("adapter-shorts-balanced-output"), IsEmpty());
}

TEST(BalancedHeadphoneAdapter, IsCuredFirstByUnplugging) {
  RuleDesk desk = phonesOn("headphones-xlr");
  desk.chain.cables.back().from.adapters = {{Connector::jack635Trs, Connector::xlr4}};
  const auto found = desk.found("adapter-shorts-balanced-output");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()),
              ElementsAre("unplug-shorting-adapter", "use-unbalanced-headphone-output",
                          "use-balanced-headphone-cable"));
}

TEST(BalancedHeadphoneAdapter, AnUnbalancedInputBehindTheOutputShortsItToo) {
  RuleDesk desk;
  desk.shipped("amp", "topping-l70");
  desk.device("other", kClassII);
  desk.cable("cable", "amp", "headphones-xlr", "other", "rca-in");
  EXPECT_THAT(desk.found("adapter-shorts-balanced-output"), SizeIs(1));
  desk.chain.cables.back().to.socket.port = "xlr-in";
  EXPECT_THAT(desk.found("adapter-shorts-balanced-output"), IsEmpty());
}

TEST(BalancedHeadphoneCable, WithOneReturnIsADangerToTheOutput) {
  RuleDesk desk = phonesOn("headphones-xlr");
  desk.chain.cables.back().from.plug = Connector::xlr4;
  desk.chain.cables.back().isBalanced = false;
  const auto found = desk.found("unbalanced-cable-on-balanced-output");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::danger);
  EXPECT_THAT(cures(found.front()),
              ElementsAre("use-unbalanced-headphone-output", "use-balanced-headphone-cable"));
}

TEST(BalancedHeadphoneCable, WithTwoReturnsIsFine) {
  RuleDesk desk = phonesOn("headphones-xlr");
  desk.chain.cables.back().from.plug = Connector::xlr4;
  desk.chain.cables.back().isBalanced = true;
  EXPECT_THAT(desk.found("unbalanced-cable-on-balanced-output"), IsEmpty());
}

TEST(BalancedHeadphoneCable, WithOneReturnIsFineOnAnUnbalancedOutput) {
  RuleDesk desk = phonesOn("headphones-6-35");
  desk.chain.cables.back().isBalanced = false;
  EXPECT_THAT(desk.found("unbalanced-cable-on-balanced-output"), IsEmpty());
}

TEST(HeadphonesNeedNoBalance, IsToldWhereABalancedSocketStaysEmpty) {
  const auto found = phonesOn("headphones-6-35").found("headphones-need-no-balance");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(found.front().where, ElementsAre(Place(chain::CableId("cable"))));
}

TEST(HeadphonesNeedNoBalance, IsNotToldWhereTheyAreOnIt) {
  EXPECT_THAT(phonesOn("headphones-xlr").found("headphones-need-no-balance"), IsEmpty());
}

TEST(HeadphonesNeedNoBalance, IsNotToldWhereThereIsNone) {
  RuleDesk desk;
  desk.shipped("amp", "topping-l30-ii");
  desk.shipped("phones", "neuropunk-m1");
  desk.cable("cable", "amp", "headphones", "phones", "plug", chain::CableKind::headphone);
  EXPECT_THAT(desk.found("headphones-need-no-balance"), IsEmpty());
}

TEST(ConnectorsMate, TheHeadphonesOwnPlugCounts) {
  const auto found = phonesOn("headphones-xlr").found("plug-does-not-fit");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-other-socket", "use-fitting-cable"));
  EXPECT_THAT(phonesOn("headphones-6-35").found("plug-does-not-fit"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
