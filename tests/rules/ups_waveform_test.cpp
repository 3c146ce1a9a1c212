#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using chain::UpsTopology;
using chain::UpsWaveform;

/// A device of this kind on a strip at a UPS.
RuleDesk on(std::optional<UpsWaveform> waveform, bool hasActivePfc, Kind kind = Kind::computer) {
  RuleDesk desk;
  desk.device("device", kClassI, kind);
  if (hasActivePfc) desk.profiles.at("device").power->activePfc.emplace();
  desk.point("ups", chain::PowerPoint::Kind::ups).ups.waveform = waveform;
  desk.strip("strip", "ups");
  desk.feed("strip", "device");
  return desk;
}

TEST(UpsWaveform, ASteppedWaveOnActivePowerFactorCorrectionDoesNotWork) {
  const auto found = on(UpsWaveform::stepped, true).found("stepped-ups-on-active-pfc");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_THAT(found.front().where,
              ElementsAre(Place(chain::PowerPointId("ups")), Place(chain::DeviceId("device"))));
  EXPECT_THAT(cures(found.front()), ElementsAre("take-off-stepped-ups", "get-sine-ups"));
}

TEST(UpsWaveform, ASineIsWell) {
  const RuleDesk desk = on(UpsWaveform::sine, true);
  EXPECT_THAT(desk.found("stepped-ups-on-active-pfc"), IsEmpty());
  EXPECT_THAT(desk.found("stepped-ups"), IsEmpty());
  EXPECT_THAT(desk.found("ups-waveform-unknown"), IsEmpty());
}

TEST(UpsWaveform, WithoutItTheSteppedWaveIsOnlyWorthAttention) {
  const RuleDesk desk = on(UpsWaveform::stepped, false);
  EXPECT_THAT(desk.found("stepped-ups-on-active-pfc"), IsEmpty());
  const auto found = desk.found("stepped-ups");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_THAT(cures(found.front()), ElementsAre("get-sine-ups"));
}

TEST(UpsWaveform, IsAskedForWhereItMatters) {
  const auto found = on({}, false).found("ups-waveform-unknown");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(on({}, false, Kind::monitor).found("ups-waveform-unknown"), IsEmpty());
  EXPECT_THAT(on({}, true, Kind::monitor).found("ups-waveform-unknown"), SizeIs(1));
  RuleDesk online = on({}, true);
  online.chain.powerPoints.front().ups.topology = UpsTopology::online;
  EXPECT_THAT(online.found("ups-waveform-unknown"), IsEmpty());
}

TEST(UpsWaveform, WhatHangsElsewhereDoesNotMind) {
  RuleDesk desk = on(UpsWaveform::stepped, true);
  desk.outlet("wall");
  desk.chain.powerLeads.back().from = chain::PowerPointId("wall");
  EXPECT_THAT(desk.found("stepped-ups-on-active-pfc"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
