// What balanced receivers leave of a loop, and inputs that only look balanced.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chain/grounds.h"
#include "support/chain/ground_fixtures.h"

namespace linecheck::chain {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::Contains;
using ::testing::Field;
using ::testing::Not;
using ::testing::SizeIs;

using Rejection = Interval<Decibels>;

Rejection exactly(double value) {
  return {Decibels::of(value), {}, {}};
}

Rejection within(double low, double nominal, double high) {
  return {Decibels::of(nominal), Decibels::of(low), Decibels::of(high)};
}

/// The balanced input of a device.
profiles::Port& input(GroundDesk& desk, const std::string& device) {
  for (profiles::Port& port : desk.profiles[device].ports) {
    if (port.id == "xlr-in") return port;
  }
  ADD_FAILURE() << device;
  return desk.profiles[device].ports.front();
}

void setRejection(GroundDesk& desk, const std::string& device, const Rejection& rejection) {
  input(desk, device).commonModeRejection.emplace().value = rejection;
}

/// Two class I devices on one strip, and between them a third on XLR cables: one loop.
GroundDesk row() {
  GroundDesk desk;
  desk.device("dac", kClassI);
  desk.device("pre", kClassII);
  desk.device("amp", kClassI);
  desk.strip("strip");
  desk.feed("strip", "dac");
  desk.feed("strip", "amp");
  desk.xlr("xlr-1", "dac", "pre");
  desk.xlr("xlr-2", "pre", "amp");
  return desk;
}

GroundLoop loopOf(const GroundDesk& desk) {
  GroundPlan plan = planGrounds(desk.desk());
  EXPECT_THAT(plan.loops, SizeIs(1));
  return plan.loops.empty() ? GroundLoop{} : plan.loops.front();
}

std::optional<Rejection> attenuation(const Rejection& ofPre, const Rejection& ofAmp) {
  GroundDesk desk = row();
  setRejection(desk, "pre", ofPre);
  setRejection(desk, "amp", ofAmp);
  return loopOf(desk).attenuation;
}

TEST(LoopAttenuation, IsThatOfTheReceiverWhichRejectsLeast) {
  EXPECT_EQ(attenuation(exactly(40), exactly(60)), exactly(40));
  EXPECT_EQ(attenuation(exactly(60), exactly(40)), exactly(40));
  EXPECT_EQ(attenuation(within(40, 50, 60), within(70, 80, 90)), within(40, 50, 60));
  EXPECT_EQ(attenuation(within(30, 60, 70), within(50, 55, 90)), within(30, 55, 70));
  EXPECT_EQ(attenuation(within(30, 60, 70), exactly(50)), within(30, 50, 50));
}

TEST(LoopAttenuation, HasABoundOnlyWhereTheReceiversGiveOne) {
  const Rejection atLeast60{Decibels::of(60), Decibels::of(60), {}};
  const Rejection atMost70{Decibels::of(65), {}, Decibels::of(70)};
  EXPECT_EQ(attenuation(atLeast60, atLeast60), atLeast60);
  EXPECT_EQ(attenuation(atLeast60, atMost70), (Rejection{Decibels::of(60), {}, Decibels::of(70)}));
}

TEST(LoopAttenuation, IsUnknownIfThatOfOneReceiverIs) {
  GroundDesk desk = row();
  EXPECT_EQ(loopOf(desk).attenuation, std::nullopt);
  setRejection(desk, "pre", exactly(60));
  EXPECT_EQ(loopOf(desk).attenuation, std::nullopt);
}

TEST(LoopAttenuation, ThereIsNoneWhereAnUnbalancedCableIsPartOfTheLoop) {
  GroundDesk desk = row();
  setRejection(desk, "pre", exactly(60));
  setRejection(desk, "amp", exactly(60));
  desk.chain.cables.pop_back();
  desk.rca("rca", "pre", "amp");
  const GroundLoop loop = loopOf(desk);
  EXPECT_TRUE(loop.isAudible);
  EXPECT_EQ(loop.attenuation, std::nullopt);
}

TEST(SingleEndedReceiver, HearsTheLoopAsAnUnbalancedInputDoes) {
  GroundDesk desk = row();
  input(desk, "amp").receiver = profiles::Receiver::differential;
  EXPECT_FALSE(loopOf(desk).isAudible);
  input(desk, "amp").receiver = profiles::Receiver::singleEnded;
  const GroundLoop loop = loopOf(desk);
  EXPECT_TRUE(loop.isAudible);
  EXPECT_THAT(loop.fixes, Not(Contains(Field(&Fix::action, "use-balanced-cable"))));
  EXPECT_THAT(loop.fixes, Not(Contains(Field(&Fix::action, "use-balanced-line"))));
}

TEST(SingleEndedReceiver, IsNoneToMoveAnUnbalancedCableTo) {
  GroundDesk desk = row();
  desk.chain.cables.pop_back();
  desk.rca("rca", "pre", "amp");
  const auto offersBalancedLine = Contains(Field(&Fix::action, "use-balanced-line"));
  EXPECT_THAT(loopOf(desk).fixes, offersBalancedLine);
  input(desk, "amp").receiver = profiles::Receiver::singleEnded;
  EXPECT_THAT(loopOf(desk).fixes, Not(offersBalancedLine));
}

}  // namespace
}  // namespace linecheck::chain
