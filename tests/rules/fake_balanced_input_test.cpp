#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using profiles::Receiver;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A converter on the XLR input of an amplifier.
RuleDesk xlrLine() {
  RuleDesk desk;
  desk.device("dac", kClassII, Kind::dac);
  desk.device("amp", kClassII);
  desk.xlr("cable", "dac", "amp");
  return desk;
}

profiles::Figure<Decibels> rejection(double decibels) {
  profiles::Figure<Decibels> figure;
  figure.value = {Decibels::of(decibels)};
  return figure;
}

TEST(FakeBalancedInput, ThatHearsOneContactIsNoBetterThanRca) {
  RuleDesk desk = xlrLine();
  desk.port("amp", "xlr-in").receiver = Receiver::singleEnded;
  const auto found = desk.found("fake-balanced-input");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_THAT(found.front().where,
              ElementsAre(Place(chain::DeviceId("amp"), "xlr-in"), Place(chain::CableId("cable"))));
  EXPECT_THAT(cures(found.front()), ElementsAre("keep-run-short", "insert-transformer-isolator"));
  EXPECT_THAT(desk.found("rejection-unknown"), IsEmpty());
}

TEST(FakeBalancedInput, ThatSubtractsIsGenuine) {
  RuleDesk desk = xlrLine();
  desk.port("amp", "xlr-in").receiver = Receiver::differential;
  EXPECT_THAT(desk.found("fake-balanced-input"), IsEmpty());
  EXPECT_THAT(desk.found("rejection-unknown"), IsEmpty());
}

TEST(FakeBalancedInput, AFigureOfRejectionTellsEnough) {
  RuleDesk desk = xlrLine();
  desk.port("amp", "xlr-in").commonModeRejection = rejection(60.0);
  EXPECT_THAT(desk.found("fake-balanced-input"), IsEmpty());
  EXPECT_THAT(desk.found("rejection-unknown"), IsEmpty());
  desk.port("amp", "xlr-in").commonModeRejection = rejection(0.0);
  EXPECT_THAT(desk.found("fake-balanced-input"), SizeIs(1));
}

TEST(FakeBalancedInput, ThatNobodySpeaksOfIsWorthALook) {
  RuleDesk desk = xlrLine();
  const auto found = desk.found("rejection-unknown");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(cures(found.front()), ElementsAre("look-up-rejection"));
}

TEST(FakeBalancedInput, AnUnbalancedLineHasNothingToReject) {
  RuleDesk desk = xlrLine();
  desk.chain.cables.back().from.socket.port = "rca-out";
  EXPECT_THAT(desk.found("rejection-unknown"), IsEmpty());
}

TEST(FakeBalancedInput, IsNotBlamedOnTheCable) {
  RuleDesk desk = xlrLine();
  desk.port("amp", "xlr-in").receiver = Receiver::singleEnded;
  EXPECT_THAT(desk.found("unbalanced-cable-between-balanced-ends"), IsEmpty());
  EXPECT_THAT(desk.found("balanced-at-one-end"), IsEmpty());
}

TEST(FakeBalancedInput, MakesALongRunUnbalanced) {
  RuleDesk desk = xlrLine();
  desk.chain.cables.back().length = Metres::of(8.0);
  EXPECT_THAT(desk.found("unbalanced-run-too-long"), IsEmpty());
  desk.port("amp", "xlr-in").receiver = Receiver::singleEnded;
  EXPECT_THAT(desk.found("unbalanced-run-too-long"), SizeIs(1));
}

}  // namespace
}  // namespace linecheck::rules
