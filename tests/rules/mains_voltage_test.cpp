#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

RuleDesk on(double mains, const Interval<Volts>& needed) {
  RuleDesk desk;
  desk.device("amp", kClassI);
  desk.profiles.at("amp").power->mainsVoltage.emplace().value = needed;
  desk.chain.mains.voltage = Volts::of(mains);
  return desk;
}

TEST(MainsVoltage, ADeviceForOtherMainsIsInDanger) {
  const auto found = on(230.0, {120_V, {}, {}}).found("wrong-mains-voltage");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::danger);
  EXPECT_THAT(cures(found.front()), ElementsAre("set-voltage-selector", "use-mains-transformer"));
}

TEST(MainsVoltage, ItsOwnMainsSuits) {
  EXPECT_THAT(on(120.0, {120_V, {}, {}}).found("wrong-mains-voltage"), IsEmpty());
  EXPECT_THAT(on(240.0, {230_V, {}, {}}).found("wrong-mains-voltage"), IsEmpty());
}

TEST(MainsVoltage, AWideRangeSuitsEverywhere) {
  const Interval<Volts> wide{230_V, 88_V, 264_V};
  EXPECT_THAT(on(100.0, wide).found("wrong-mains-voltage"), IsEmpty());
  EXPECT_THAT(on(240.0, wide).found("wrong-mains-voltage"), IsEmpty());
  EXPECT_THAT(on(277.0, wide).found("wrong-mains-voltage"), SizeIs(1));
}

}  // namespace
}  // namespace linecheck::rules
