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

/// An interface with a trim from 14 to 20 dBu into an amplifier that takes `limit`.
RuleDesk trimmed(std::optional<double> setting, std::optional<double> limit) {
  auto desk = headphoneDesk<RuleDesk>();
  profiles::Figure<DecibelsU> least;
  least.value.nominal = DecibelsU::of(14.0);
  profiles::Figure<DecibelsU> most;
  most.value.nominal = DecibelsU::of(20.0);
  profiles::Control trim;
  trim.id = "trim";
  trim.name = "Line Out Trim";
  trim.ports = {"rca-out"};
  trim.action = profiles::OutputTrim{least, most};
  desk.profiles.at("interface").controls.push_back(trim);
  if (setting) deviceOf(desk, "interface").settings["trim"] = DecibelsU::of(*setting);
  if (limit) {
    desk.profiles.at("amp").ports.front().maximumLevel.emplace().value.nominal =
        DecibelsU::of(*limit);
  }
  return desk;
}

TEST(OutputTrim, AboveWhatTheInputTakesItClips) {
  const auto found = trimmed(20.0, 17.0).found("trim-overdrives-input");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_EQ(found.front().where.front().text(), "interface:trim");
  ASSERT_THAT(cures(found.front()), ElementsAre("set-output-trim"));
  EXPECT_EQ(found.front().fixes.front().arguments.at("best"), "17.0\u2009dBu");
  EXPECT_THAT(trimmed(17.0, 17.0).found("trim-overdrives-input"), IsEmpty());
}

TEST(OutputTrim, FarBelowItGivesAwayDistanceFromNoise) {
  const auto found = trimmed(14.0, 17.0).found("trim-low");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_THAT(trimmed(16.5, 17.0).found("trim-low"), IsEmpty());
}

TEST(OutputTrim, MoreThanTheTrimHasIsNotAskedOfIt) {
  const auto found = trimmed(14.0, 26.0).found("trim-low");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().arguments.at("best"), "20.0\u2009dBu");
  EXPECT_THAT(trimmed(20.0, 26.0).found("trim-low"), IsEmpty());
}

TEST(OutputTrim, AnInputBelowItsLowestPositionNeedsAPad) {
  const auto found = trimmed(14.0, 10.0).found("trim-overdrives-input");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("insert-pad-before-input"));
}

TEST(OutputTrim, WhatNobodyKnowsIsNotJudged) {
  for (const RuleDesk& desk : {trimmed(20.0, {}), trimmed({}, 10.0)}) {
    EXPECT_THAT(desk.found("trim-overdrives-input"), IsEmpty());
    EXPECT_THAT(desk.found("trim-low"), IsEmpty());
  }
}

TEST(OutputTrim, TheInputsSwitchDecidesWhatItTakes) {
  RuleDesk desk = trimmed(20.0, {});
  profiles::InputSensitivity sensitivity;
  for (const auto& [name, limit] : {std::pair("low", 22.0), std::pair("high", 12.0)}) {
    profiles::Figure<DecibelsU> figure;
    figure.value.nominal = DecibelsU::of(limit);
    sensitivity.steps.push_back({name, figure});
  }
  profiles::Control control;
  control.id = "gain";
  control.action = sensitivity;
  desk.profiles.at("amp").controls.push_back(control);
  EXPECT_THAT(desk.found("trim-overdrives-input"), IsEmpty());
  deviceOf(desk, "amp").settings["gain"] = chain::Position{"high"};
  EXPECT_THAT(desk.found("trim-overdrives-input"), SizeIs(1));
  deviceOf(desk, "amp").settings["gain"] = chain::Position{"low"};
  EXPECT_THAT(desk.found("trim-overdrives-input"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
