#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using chain::AdapterInUse;
using profiles::CurrentKind;

/// An amplifier for this supply on this adapter.
RuleDesk fed(CurrentKind current, double volts, const std::optional<AdapterInUse>& adapter) {
  RuleDesk desk;
  desk.device("amp", {Supply::externalAdapter, ProtectiveClass::classII});
  auto& needed = desk.profiles.at("amp").power->adapter.emplace();
  needed.current = current;
  needed.voltage.value.nominal = Volts::of(volts);
  desk.outlet("wall");
  desk.feed("wall", "amp");
  desk.chain.powerLeads.back().adapter = adapter;
  return desk;
}

std::vector<Finding> onAc15(const std::optional<AdapterInUse>& adapter) {
  return fed(CurrentKind::ac, 15.0, adapter).found("wrong-supply");
}

TEST(RightSupply, DirectCurrentInADeviceForAlternatingCurrentIsADanger) {
  const auto found = onAc15(AdapterInUse{{}, CurrentKind::dc, 15_V});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::danger);
  EXPECT_EQ(found.front().where.front().part, "amp");
  EXPECT_THAT(cures(found.front()), ElementsAre("use-original-adapter", "buy-right-adapter"));
  EXPECT_EQ(found.front().arguments.at("needed"), "15\u2009V AC");
  EXPECT_EQ(found.front().arguments.at("given"), "15\u2009V DC");
}

TEST(RightSupply, TheRightOneIsNone) {
  EXPECT_THAT(onAc15(AdapterInUse{{}, CurrentKind::ac, 15_V}), IsEmpty());
  EXPECT_THAT(onAc15(AdapterInUse{true, {}, {}}), IsEmpty());
}

TEST(RightSupply, OneWrongFigureIsEnoughEvenOnTheOriginal) {
  EXPECT_THAT(onAc15(AdapterInUse{{}, CurrentKind::dc, {}}), SizeIs(1));
  EXPECT_THAT(onAc15(AdapterInUse{{}, {}, 12_V}), SizeIs(1));
  EXPECT_THAT(onAc15(AdapterInUse{{}, {}, 16_V}), SizeIs(1));
  EXPECT_THAT(onAc15(AdapterInUse{true, CurrentKind::dc, {}}), SizeIs(1));
  EXPECT_THAT(onAc15(AdapterInUse{{}, {}, 15.2_V}), IsEmpty());
}

TEST(RightSupply, AVoltageWithinTheProfilesRangeIsRight) {
  RuleDesk desk = fed(CurrentKind::dc, 12.0, AdapterInUse{{}, CurrentKind::dc, 9_V});
  EXPECT_THAT(desk.found("wrong-supply"), SizeIs(1));
  auto& voltage = desk.profiles.at("amp").power->adapter->voltage.value;
  voltage.low = 9_V;
  voltage.high = 18_V;
  EXPECT_THAT(desk.found("wrong-supply"), IsEmpty());
}

TEST(RightSupply, AForeignAdapterIsNoDangerUntilItsLabelIsRead) {
  const auto found =
      fed(CurrentKind::ac, 15.0, AdapterInUse{false, {}, {}}).found("foreign-supply");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(cures(found.front()).front(), "check-adapter-label");
  EXPECT_THAT(fed(CurrentKind::ac, 15.0, AdapterInUse{false, CurrentKind::ac, 15_V})
                  .found("foreign-supply"),
              IsEmpty());
}

TEST(RightSupply, AnAdapterThatNobodyToldAboutIsAQuestionForAlternatingCurrentOnly) {
  const auto found = fed(CurrentKind::ac, 15.0, {}).found("unchecked-supply");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(fed(CurrentKind::dc, 12.0, {}).found("unchecked-supply"), IsEmpty());
  EXPECT_THAT(fed(CurrentKind::ac, 15.0, AdapterInUse{true, {}, {}}).found("unchecked-supply"),
              IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
