#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "rules/rules.h"
#include "setup/checklist.h"
#include "setup/finding_items.h"
#include "support/setup/setup_desk.h"

namespace linecheck::setup {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

constexpr int kKinds = static_cast<int>(ItemKind::checklistLine) + 1;

TEST(Steps, HaveNamesThatFindThem) {
  std::set<std::string_view> names;
  for (const StepId step : stepIds()) {
    EXPECT_EQ(findStep(stepName(step)), step);
    names.insert(stepName(step));
  }
  EXPECT_EQ(names.size(), 10u);
  EXPECT_EQ(findStep("nothing"), std::nullopt);
}

TEST(Items, OfEachKindHaveANameOfTheirOwnAndComeInTheOrderOfTheSteps) {
  std::set<std::string_view> names;
  StepId last = StepId::desk;
  for (int i = 0; i < kKinds; ++i) {
    const auto kind = static_cast<ItemKind>(i);
    names.insert(itemKindName(kind));
    EXPECT_GE(stepOf(kind), last) << itemKindName(kind);
    last = stepOf(kind);
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(kKinds));
  EXPECT_EQ(stepOf(ItemKind::hum), StepId::noise);
  EXPECT_EQ(itemKindName(ItemKind::systemVolume), "system_volume");
}

TEST(Items, EveryFindingOfEveryRuleBelongsToAKind) {
  for (const rules::Rule& rule : rules::allRules()) {
    for (const rules::Text& text : rule.findings) {
      EXPECT_TRUE(itemKindOf(text.id).has_value()) << text.id;
    }
  }
}

TEST(Items, OfAllExamplesHaveDifferentIdsAndSomethingToTell) {
  for (const char* name : {"zen-go-l30-ii", "zen-go-l70-balanced", "zen-go-l30-ii-faults",
                           "zen-go-l70-balanced-faults", "dac3-ahb2", "dac3-ahb2-faults",
                           "laptop-onboard", "laptop-onboard-faults"}) {
    const SetupDesk desk(name);
    std::set<std::string> ids;
    for (const Item& item : desk.items()) {
      EXPECT_TRUE(ids.insert(item.id).second) << name << ": " << item.id;
      EXPECT_FALSE(item.text.english().empty()) << item.id;
      EXPECT_EQ(item.text.english().find('%' + std::string("1")), std::string::npos) << item.id;
      EXPECT_FALSE(item.canBeKnownBy.empty()) << item.id;
      EXPECT_TRUE(item.kind == ItemKind::checklistLine || item.why) << item.id;
    }
  }
}

TEST(Items, NoneEverTellsToTakeAwayAProtectiveEarth) {
  for (const char* name : {"zen-go-l30-ii-faults", "zen-go-l70-balanced-faults"}) {
    for (const StepState& step : SetupDesk(name).steps()) {
      for (const ItemState& state : step.items) {
        const std::string text = state.item.text.english();
        EXPECT_EQ(text.find("earth contact"), std::string::npos) << text;
        if (!state.cure) continue;
        EXPECT_EQ(state.cure->english().find("earth"), std::string::npos);
      }
    }
  }
}

TEST(Items, AnEmptyDeskAsksForItsDevicesAndNothingOfItIsWrongOrSettled) {
  SetupDesk desk = l30Desk();
  desk.chain = {};
  EXPECT_EQ(desk.item("sound_order").item.text.english(),
            "Join the devices: computer, interface, amplifier, headphones.");
  for (const StepId step : stepIds()) EXPECT_EQ(desk.step(step).state, State::unknown);
}

TEST(Items, ADeskThatEndsNowhereIsWrong) {
  SetupDesk desk = l30Desk();
  desk.chain.cables.clear();
  EXPECT_EQ(desk.item("sound_order").state, State::wrong);
}

TEST(Items, ADeviceWithoutAProfileIsAskedFor) {
  SetupDesk desk = l30Desk();
  desk.device("zen-go").profile = "nobody-knows";
  EXPECT_EQ(desk.item("device_known:zen-go").state, State::wrong);
}

TEST(Checklist, EachLineSumsUpItsItemsAndSaysHowItIsKnown) {
  SetupDesk desk = l70Desk();
  desk.tickAll();
  ItemState line = desk.item("checklist_line:format");
  EXPECT_EQ(line.state, State::unknown) << "The path is only known by measuring it.";
  desk.take(cleanPath());
  line = desk.item("checklist_line:format");
  EXPECT_EQ(line.state, State::done);
  EXPECT_EQ(line.knownBy, KnownBy::measured);
  EXPECT_EQ(line.restsOn, (std::vector<std::string>{"bit_depth", "sample_rate", "whole_path"}));
  EXPECT_EQ(desk.item("checklist_line:switching").knownBy, KnownBy::user);
  EXPECT_EQ(desk.item("checklist_line:earth").knownBy, KnownBy::chain);
  desk.take(pathWith(measure::PathFault::resampled));
  line = desk.item("checklist_line:format");
  EXPECT_EQ(line.state, State::wrong);
  EXPECT_TRUE(line.found.has_value());
}

TEST(Checklist, CoversAllThatTheStepsAskForButOneKnobsMoves) {
  std::set<ItemKind> covered;
  for (const ChecklistLine& line : checklistLines()) {
    EXPECT_FALSE(line.kinds.empty()) << line.id;
    covered.insert(line.kinds.begin(), line.kinds.end());
  }
  for (const ItemKind kind : {ItemKind::supply, ItemKind::earth, ItemKind::systemVolume,
                              ItemKind::bitDepth, ItemKind::outputTrim, ItemKind::gain,
                              ItemKind::matched, ItemKind::hum, ItemKind::liveControl}) {
    EXPECT_TRUE(covered.contains(kind)) << itemKindName(kind);
  }
}

}  // namespace
}  // namespace linecheck::setup
