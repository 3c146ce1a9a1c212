// The article's two desks: what they ask for, in what order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/setup/setup_desk.h"

namespace linecheck::setup {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> idsOf(const SetupDesk& desk, ItemKind kind) {
  std::vector<std::string> ids;
  for (const Item& item : desk.items()) {
    if (item.kind == kind) ids.push_back(item.id);
  }
  return ids;
}

TEST(SeedDesks, CablesAreJoinedFromTheSourceOn) {
  EXPECT_THAT(
      idsOf(l30Desk(), ItemKind::cable),
      ElementsAre("cable:computer-to-zen-go", "cable:zen-go-to-l30-ii", "cable:l30-ii-to-m1",
                  "cable:l30-ii-to-t7v-left", "cable:l30-ii-to-t7v-right"));
}

TEST(SeedDesks, EachCableSaysWhatPlugsItHas) {
  EXPECT_THAT(l30Desk().item("cable:zen-go-to-l30-ii").item.text.english(),
              HasSubstr("RCA to RCA"));
  EXPECT_THAT(l70Desk().item("cable:zen-go-to-l70").item.text.english(),
              HasSubstr("balanced cable, 6.35 mm TRS to XLR"));
}

TEST(SeedDesks, PowerGoesOnFromTheComputerToTheMonitorsWithTheAmplifierAfterItsSource) {
  EXPECT_THAT(idsOf(l70Desk(), ItemKind::switchOn),
              ElementsAre("switch_on:computer", "switch_on:zen-go", "switch_on:l70",
                          "switch_on:t7v-left", "switch_on:t7v-right"));
  EXPECT_THAT(idsOf(l70Desk(), ItemKind::volumeDown), ElementsAre("volume_down:l70"));
}

TEST(SeedDesks, TheL30NeedsItsOwnAcAdapterAndTheL70None) {
  EXPECT_EQ(plain(l30Desk().item("supply:l30-ii").item.large), "15 V AC");
  EXPECT_TRUE(idsOf(l70Desk(), ItemKind::supply).empty());
}

TEST(SeedDesks, WindowsGets97PercentAndMacOsAndLinuxAll) {
  SetupDesk desk = l30Desk();
  EXPECT_EQ(plain(desk.item("system_volume").item.large), "97 %");
  desk.device("computer").computer->system = chain::OperatingSystem::macos;
  EXPECT_EQ(plain(desk.item("system_volume").item.large), "100 %");
  desk.device("computer").computer->system = chain::OperatingSystem::linux;
  EXPECT_EQ(plain(desk.item("system_volume").item.large), "100 %");
}

TEST(SeedDesks, TheL30IsSwitchedWithOneClickAndTheL70ThroughItsCycle) {
  EXPECT_THAT(l30Desk().item("switching").item.text.english(), HasSubstr("One click"));
  // Its cycle: pre-out, both, headphones.
  const std::string words = l70Desk().item("switching").item.text.english();
  EXPECT_THAT(words, HasSubstr("1 × to the monitors"));
  EXPECT_THAT(words, HasSubstr("2 × back to the headphones"));
}

TEST(SeedDesks, OneKnobIsMatchedInFiveSteps) {
  const SetupDesk desk = l30Desk();
  std::vector<ItemKind> kinds;
  for (const ItemState& item : desk.step(StepId::oneKnob).items) kinds.push_back(item.item.kind);
  EXPECT_THAT(kinds, ElementsAre(ItemKind::monitorsDown, ItemKind::headphoneMode,
                                 ItemKind::comfortableKnob, ItemKind::monitorMode,
                                 ItemKind::monitorsUp, ItemKind::matched, ItemKind::switching));
  EXPECT_EQ(desk.item("headphone_mode").item.target->setting,
            chain::Setting(chain::Position{"HPA"}));
  EXPECT_EQ(desk.item("monitor_mode").item.target->setting, chain::Setting(chain::Position{"PRE"}));
}

TEST(SeedDesks, WithoutMonitorsOneKnobIsNotNeeded) {
  SetupDesk desk = l30Desk();
  std::erase_if(desk.chain.cables, [](const chain::Cable& cable) {
    return cable.to.socket.device.text().starts_with("t7v");
  });
  EXPECT_EQ(desk.step(StepId::oneKnob).state, State::notNeeded);
  EXPECT_TRUE(desk.step(StepId::oneKnob).items.empty());
  EXPECT_FALSE(desk.has("checklist_line:matched"));
}

TEST(SeedDesks, OnlyTheFirstL30HasASerialToCheck) {
  SetupDesk desk = l30Desk();
  EXPECT_TRUE(idsOf(desk, ItemKind::serial).empty());
  desk.device("l30-ii").profile = "topping-l30";
  EXPECT_EQ(desk.item("serial:l30-ii").state, State::unknown);
  desk.device("l30-ii").serial = "2008123";
  EXPECT_EQ(desk.item("serial:l30-ii").state, State::wrong);
  desk.device("l30-ii").serial = "2106123";
  EXPECT_EQ(desk.item("serial:l30-ii").state, State::done);
}

TEST(SeedDesks, AMismatchIsExplainedWithTheCableThatFits) {
  SetupDesk desk = l30Desk();
  for (chain::Cable& cable : desk.chain.cables) {
    if (cable.id.text() == "zen-go-to-l30-ii") cable.to.plug = profiles::Connector::xlr3;
  }
  const ItemState state = desk.item("cable:zen-go-to-l30-ii");
  EXPECT_EQ(state.state, State::wrong);
  ASSERT_FALSE(state.findings.empty());
  EXPECT_EQ(state.findings.front().fixes.back().action, "use-fitting-cable");
  EXPECT_EQ(desk.step(StepId::cables).state, State::wrong);
}

TEST(SeedDesks, AUpsIsAdvisedByTheLoadAndAskedForByNobody) {
  const ItemState advice = l30Desk().item("ups");
  EXPECT_EQ(advice.state, State::notNeeded);
  // 300…400 W and two monitors of 30…200 W the pair; half as much again, at 0.6 W per VA.
  EXPECT_THAT(advice.item.text.english(), HasSubstr("VA"));
}

TEST(SeedDesks, ADeskAsInTheArticleIsDoneButForWhatHandsAndMeasurementsMustDo) {
  const SetupDesk desk = l70Desk();
  for (const StepState& step : desk.steps()) {
    EXPECT_NE(step.state, State::wrong) << stepName(step.id);
  }
  EXPECT_EQ(desk.step(StepId::desk).state, State::done);
  EXPECT_EQ(desk.step(StepId::power).state, State::done);
  EXPECT_EQ(desk.step(StepId::power).knownBy, KnownBy::chain);
  EXPECT_EQ(desk.step(StepId::powerUp).state, State::unknown);
  EXPECT_EQ(desk.step(StepId::noise).state, State::unknown);
}

}  // namespace
}  // namespace linecheck::setup
