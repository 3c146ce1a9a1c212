#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

RuleDesk twoDevices() {
  RuleDesk desk;
  desk.device("dac", kClassII, Kind::dac);
  desk.device("amp", kClassII);
  return desk;
}

/// What comes of a cable with this plug into a socket of that kind.
std::vector<Finding> plugged(Connector plug, Connector socket) {
  RuleDesk desk = twoDevices();
  desk.port("amp", "in", Direction::in, socket, Signal::line);
  desk.cable("cable", "dac", "rca-out", "amp", "in").to.plug = plug;
  return desk.found("plug-does-not-fit");
}

TEST(ConnectorsMate, ThePlugOfTheSocketsKindFits) {
  EXPECT_THAT(plugged(Connector::rca, Connector::rca), IsEmpty());
}

TEST(ConnectorsMate, APlugOfAnotherKindDoesNot) {
  const auto found = plugged(Connector::rca, Connector::xlr3);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_THAT(found.front().where,
              ElementsAre(Place(chain::CableId("cable")), Place(chain::DeviceId("amp"), "in")));
}

TEST(ConnectorsMate, AComboSocketTakesXlrAndLargeJacksOnly) {
  EXPECT_THAT(plugged(Connector::xlr3, Connector::comboXlrTrs), IsEmpty());
  EXPECT_THAT(plugged(Connector::jack635Trs, Connector::comboXlrTrs), IsEmpty());
  EXPECT_THAT(plugged(Connector::jack635Ts, Connector::comboXlrTrs), IsEmpty());
  EXPECT_THAT(plugged(Connector::jack35Trs, Connector::comboXlrTrs), SizeIs(1));
  EXPECT_THAT(plugged(Connector::xlr4, Connector::comboXlrTrs), SizeIs(1));
}

TEST(ConnectorsMate, JacksOfOneDiameterEnterEachOther) {
  EXPECT_THAT(plugged(Connector::jack635Ts, Connector::jack635Trs), IsEmpty());
  EXPECT_THAT(plugged(Connector::jack35Trrs, Connector::jack35Trs), IsEmpty());
  EXPECT_THAT(plugged(Connector::jack635Trs, Connector::jack35Trs), SizeIs(1));
}

TEST(ConnectorsMate, NobodyComplainsOfWhatNobodyKnows) {
  EXPECT_THAT(plugged(Connector::unknown, Connector::xlr3), IsEmpty());
  EXPECT_THAT(plugged(Connector::rca, Connector::unknown), IsEmpty());
}

TEST(ConnectorsMate, AnAdapterMakesItFit) {
  RuleDesk desk = twoDevices();
  chain::CableEnd& end = desk.cable("cable", "dac", "rca-out", "amp", "xlr-in").to;
  end.plug = Connector::rca;
  EXPECT_THAT(desk.found("plug-does-not-fit"), SizeIs(1));
  end.adapters = {{Connector::rca, Connector::xlr3}};
  EXPECT_THAT(desk.found("plug-does-not-fit"), IsEmpty());
  EXPECT_THAT(desk.found("adapter-does-not-fit"), IsEmpty());
}

TEST(ConnectorsMate, TheAdapterMustTakeThePlug) {
  RuleDesk desk = twoDevices();
  chain::CableEnd& end = desk.cable("cable", "dac", "rca-out", "amp", "xlr-in").to;
  end.plug = Connector::jack35Trs;
  end.adapters = {{Connector::rca, Connector::xlr3}};
  EXPECT_THAT(desk.found("adapter-does-not-fit"), SizeIs(1));
  end.adapters.insert(end.adapters.begin(), {Connector::jack35Trs, Connector::rca});
  EXPECT_THAT(desk.found("adapter-does-not-fit"), IsEmpty());
}

TEST(ConnectorsMate, AFreeSocketThatFitsIsTheFirstCure) {
  RuleDesk desk = twoDevices();
  desk.cable("cable", "dac", "rca-out", "amp", "xlr-in").to.plug = Connector::rca;
  const auto found = desk.found("plug-does-not-fit");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-other-socket", "use-fitting-cable"));
  EXPECT_THAT(found.front().fixes.front().where,
              ElementsAre(Place(chain::DeviceId("amp"), "rca-in")));

  desk.device("other", kClassII);
  desk.rca("taken", "other", "amp");
  const auto taken = desk.found("plug-does-not-fit");
  ASSERT_THAT(taken, SizeIs(1));
  EXPECT_THAT(cures(taken.front()), Not(Contains("use-other-socket")));
}

}  // namespace
}  // namespace linecheck::rules
