#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/volume_fixtures.h"
#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

RuleDesk turned(std::optional<chain::Setting> setting) {
  auto desk = headphoneDesk<RuleDesk>();
  if (setting) deviceOf(desk, "interface").settings["output"] = *setting;
  return desk;
}

TEST(DigitalVolume, TurningDownBeforeAKnobCostsResolution) {
  const auto found = turned(-12_dB).found("digital-attenuation");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(found.front().where.front().text(), "interface:output");
  EXPECT_THAT(cures(found.front()), ElementsAre("set-digital-volume-full"));
}

TEST(DigitalVolume, AtFullItIsWell) {
  EXPECT_THAT(turned(0_dB).found("digital-attenuation"), IsEmpty());
  EXPECT_THAT(turned(chain::Travel{1.0}).found("digital-attenuation"), IsEmpty());
  EXPECT_THAT(turned(chain::Travel{0.9}).found("digital-attenuation"), SizeIs(1));
}

TEST(DigitalVolume, WhereNoKnobFollowsItIsTheOneToTurn) {
  RuleDesk desk = turned(-12_dB);
  deviceOf(desk, "amp").settings["knob"] = chain::Travel{1.0};
  EXPECT_THAT(desk.found("digital-attenuation"), IsEmpty());
}

TEST(DigitalVolume, AnAnalogueKnobIsNoneOfIt) {
  RuleDesk desk = turned(-12_dB);
  std::get<profiles::Volume>(desk.profiles.at("interface").controls.back().action).technology =
      VolumeTechnology::relayLadder;
  EXPECT_THAT(desk.found("digital-attenuation"), IsEmpty());
}

TEST(DigitalVolume, OneThatNobodyToldAboutIsAQuestion) {
  const auto found = turned({}).found("digital-volume-unknown");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(turned(0_dB).found("digital-volume-unknown"), IsEmpty());
}

TEST(DigitalVolume, IsFoundOnceHoweverManyEarsItHas) {
  RuleDesk desk = turned(-12_dB);
  desk.device("mon", kClassI, Kind::monitor);
  desk.xlr("line-2", "amp", "mon");
  EXPECT_THAT(desk.found("digital-attenuation"), SizeIs(1));
}

}  // namespace
}  // namespace linecheck::rules
