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

using chain::AudioPath;
using chain::OperatingSystem;

RuleDesk playing(OperatingSystem system, std::optional<AudioPath> path,
                 std::optional<double> volume) {
  auto desk = headphoneDesk<RuleDesk>();
  play(desk, system, path, volume);
  return desk;
}

/// The ids of what is found about the system volume, gravest first.
std::vector<std::string> idsOn(const RuleDesk& desk) {
  std::vector<std::string> ids;
  for (const Finding& finding : desk.findings()) {
    if (finding.where.front().text() == "pc:system" && finding.id != "several-live-controls") {
      ids.push_back(finding.id);
      EXPECT_THAT(desk.found(finding.id), SizeIs(1));
    }
  }
  return ids;
}

TEST(SystemVolume, OnWindowsFullScaleMeetsTheLimiterAnd97PercentDoesNot) {
  const RuleDesk full = playing(OperatingSystem::windows, AudioPath::sharedMixer, 1.0);
  const auto found = full.found("system-volume-at-limiter");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(found.front().where.front().text(), "pc:system");
  ASSERT_THAT(cures(found.front()), ElementsAre("set-system-volume"));
  EXPECT_EQ(found.front().fixes.front().arguments.at("target"), "97\u2009%");
  EXPECT_THAT(idsOn(playing(OperatingSystem::windows, AudioPath::sharedMixer, 0.97)), IsEmpty());
}

TEST(SystemVolume, ElsewhereItBelongsAt100Percent) {
  for (const auto system : {OperatingSystem::macos, OperatingSystem::linux}) {
    EXPECT_THAT(idsOn(playing(system, AudioPath::sharedMixer, 1.0)), IsEmpty());
    const auto low = playing(system, AudioPath::sharedMixer, 0.8).found("system-volume-low");
    ASSERT_THAT(low, SizeIs(1));
    ASSERT_THAT(cures(low.front()), ElementsAre("raise-system-volume"));
    EXPECT_EQ(low.front().fixes.front().arguments.at("target"), "100\u2009%");
  }
}

TEST(SystemVolume, PastTheMixerItDoesNotMatter) {
  for (const auto path : {AudioPath::asio, AudioPath::exclusive}) {
    EXPECT_THAT(idsOn(playing(OperatingSystem::windows, path, 1.0)), IsEmpty());
    EXPECT_THAT(idsOn(playing(OperatingSystem::windows, path, 0.3)), IsEmpty());
    EXPECT_THAT(idsOn(playing(OperatingSystem::windows, path, {})), IsEmpty());
  }
}

TEST(SystemVolume, TurnedDownItIsGraverWhereTheFormatIsCoarse) {
  RuleDesk desk = playing(OperatingSystem::windows, AudioPath::sharedMixer, 0.5);
  deviceOf(desk, "interface").format.bits = 24;
  ASSERT_THAT(desk.found("system-volume-low"), SizeIs(1));
  EXPECT_EQ(desk.found("system-volume-low").front().severity, Severity::info);
  deviceOf(desk, "interface").format.bits = 16;
  EXPECT_EQ(desk.found("system-volume-low").at(0).severity, Severity::attention);
}

TEST(SystemVolume, WithoutAKnobBehindItItIsTheOneToTurn) {
  RuleDesk desk = playing(OperatingSystem::macos, AudioPath::sharedMixer, 0.5);
  EXPECT_THAT(desk.found("system-volume-low"), SizeIs(1));
  deviceOf(desk, "amp").settings["knob"] = chain::Travel{1.0};
  EXPECT_THAT(desk.found("system-volume-low"), IsEmpty());
}

TEST(SystemVolume, WhatNobodyToldIsAskedForOneThingAtATime) {
  EXPECT_THAT(idsOn(headphoneDesk<RuleDesk>()), ElementsAre("system-volume-unknown"));
  RuleDesk desk = headphoneDesk<RuleDesk>();
  deviceOf(desk, "pc").computer.emplace().systemVolume = 1.0;
  EXPECT_THAT(idsOn(desk), ElementsAre("operating-system-unknown"));
  EXPECT_THAT(idsOn(playing(OperatingSystem::windows, {}, 1.0)), ElementsAre("audio-path-unknown"));
  EXPECT_THAT(idsOn(playing(OperatingSystem::windows, {}, 0.97)), IsEmpty());
  for (const Finding& finding : desk.found("operating-system-unknown")) {
    EXPECT_EQ(finding.severity, Severity::info);
  }
}

TEST(SystemVolume, AComputerThatNothingIsHeardOfIsNotAsked) {
  RuleDesk desk = headphoneDesk<RuleDesk>();
  desk.chain.cables.erase(desk.chain.cables.begin());  // USB
  EXPECT_THAT(idsOn(desk), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
