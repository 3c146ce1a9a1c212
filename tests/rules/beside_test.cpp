#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using chain::Neighbour;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

RuleDesk beside(Neighbour neighbour, const std::string& from, const std::string& to) {
  RuleDesk desk;
  desk.device("interface", kClassII, Kind::audioInterface);
  desk.device("amp", kClassII);
  desk.cable("cable", "interface", from, "amp", to).beside = {neighbour};
  return desk;
}

struct Case {
  Neighbour neighbour;
  std::string finding;
  std::string moveAway;
};

class BesideSomething : public ::testing::TestWithParam<Case> {};

TEST_P(BesideSomething, AnUnbalancedLinePicksItUp) {
  const RuleDesk desk = beside(GetParam().neighbour, "rca-out", "rca-in");
  const auto found = desk.found(GetParam().finding);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_THAT(found.front().where, ElementsAre(Place(chain::CableId("cable"))));
  EXPECT_THAT(cures(found.front()), ElementsAre(GetParam().moveAway, "use-balanced-line"));
}

TEST_P(BesideSomething, ABalancedLineDoesNot) {
  EXPECT_THAT(beside(GetParam().neighbour, "xlr-out", "xlr-in").found(GetParam().finding),
              IsEmpty());
}

TEST_P(BesideSomething, AnUnbalancedLineElsewhereDoesNot) {
  for (const Neighbour other :
       {Neighbour::graphicsCard, Neighbour::powerCable, Neighbour::plugInSupply}) {
    if (other == GetParam().neighbour) continue;
    EXPECT_THAT(beside(other, "rca-out", "rca-in").found(GetParam().finding), IsEmpty());
  }
}

TEST_P(BesideSomething, ADigitalLineDoesNot) {
  EXPECT_THAT(beside(GetParam().neighbour, "spdif-out", "spdif-in").found(GetParam().finding),
              IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Neighbours, BesideSomething,
                         ::testing::Values(Case{Neighbour::graphicsCard,
                                                "unbalanced-beside-graphics-card",
                                                "move-away-from-graphics-card"},
                                           Case{Neighbour::powerCable, "signal-beside-power-cable",
                                                "move-away-from-power-cable"},
                                           Case{Neighbour::plugInSupply, "signal-beside-supply",
                                                "move-away-from-supply"}));

TEST(BesidePowerCable, AMicrophonesBalancedLineWantsStarQuad) {
  RuleDesk desk = beside(Neighbour::powerCable, "xlr-out", "mic");
  desk.port("amp", "mic", Direction::in, Connector::xlr3, Signal::mic).balanced = true;
  const auto found = desk.found("signal-beside-power-cable");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(cures(found.front()), ElementsAre("move-away-from-power-cable", "use-star-quad"));
  desk.chain.cables.back().isStarQuad = true;
  EXPECT_THAT(desk.found("signal-beside-power-cable"), IsEmpty());
}

TEST(BesideGraphicsCard, AMicrophonesBalancedLineIsLeftAlone) {
  RuleDesk desk = beside(Neighbour::graphicsCard, "xlr-out", "mic");
  desk.port("amp", "mic", Direction::in, Connector::xlr3, Signal::mic).balanced = true;
  EXPECT_THAT(desk.found("unbalanced-beside-graphics-card"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
