#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// An interface on top of an amplifier.
RuleDesk stack(bool needsAirflow, Kind below = Kind::headphoneAmplifier) {
  RuleDesk desk;
  desk.device("amp", kClassI, below);
  if (needsAirflow) desk.profiles.at("amp").needsAirflow.emplace();
  desk.device("interface", kUsbPowered, Kind::audioInterface).placement.onTopOf =
      chain::DeviceId("amp");
  return desk;
}

TEST(Airflow, NothingBelongsOnTopOfADeviceThatGetsWarm) {
  const RuleDesk desk = stack(true);
  const auto found = desk.found("covered-warm-device");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(found.front().where.front().part, "amp");
  EXPECT_THAT(cures(found.front()), ElementsAre("move-off-warm-device"));
  EXPECT_EQ(found.front().fixes.front().where.front().part, "interface");
}

TEST(Airflow, BesideItOrTheOtherWayRoundItIsWell) {
  RuleDesk desk = stack(true);
  desk.chain.devices[1].placement.onTopOf.reset();
  EXPECT_THAT(desk.found("covered-warm-device"), IsEmpty());
  desk.chain.devices[0].placement.onTopOf = chain::DeviceId("interface");
  EXPECT_THAT(desk.found("covered-warm-device"), IsEmpty());
  EXPECT_THAT(desk.found("perhaps-warm-device-covered"), IsEmpty());
}

TEST(Airflow, OfAnAmplifierThatNobodyTellsAboutOnlyAHintIsGiven) {
  const auto found = stack(false).found("perhaps-warm-device-covered");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(stack(false).found("covered-warm-device"), IsEmpty());
  EXPECT_THAT(stack(true).found("perhaps-warm-device-covered"), IsEmpty());
  EXPECT_THAT(stack(false, Kind::dac).found("perhaps-warm-device-covered"), IsEmpty());
}

TEST(Airflow, AWarmDeviceNeedsAirInItsNiche) {
  RuleDesk desk = stack(true);
  desk.chain.devices[0].placement.isEnclosed = true;
  desk.chain.devices[1].placement.isEnclosed = true;
  const auto found = desk.found("enclosed-warm-device");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found.front().where, ElementsAre(Place(chain::DeviceId("amp"))));
}

}  // namespace
}  // namespace linecheck::rules
