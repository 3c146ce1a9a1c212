#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A UPS with this rating that feeds devices of these powers.
RuleDesk on(std::optional<double> voltAmperes, std::optional<double> watts,
            const std::vector<double>& loads) {
  RuleDesk desk;
  auto& ups = desk.point("ups", chain::PowerPoint::Kind::ups).ups;
  if (voltAmperes) ups.apparentPower = VoltAmperes::of(*voltAmperes);
  if (watts) ups.power = Watts::of(*watts);
  for (std::size_t i = 0; i < loads.size(); ++i) {
    const std::string id = "device-" + std::to_string(i);
    desk.device(id, kClassI, Kind::powerAmplifier);
    desk.profiles.at(id).power->consumption.emplace().value.nominal = Watts::of(loads[i]);
    desk.feed("ups", id);
  }
  return desk;
}

TEST(UpsRating, MoreThanItGivesIsTooMuch) {
  const auto found = on(1000.0, 600.0, {400.0, 250.0}).found("ups-overloaded");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_EQ(found.front().arguments.at("load"), "650\u2009W");
  EXPECT_THAT(cures(found.front()), ElementsAre("relieve-ups", "get-larger-ups"));
  EXPECT_THAT(on(1000.0, 700.0, {400.0, 250.0}).found("ups-overloaded"), IsEmpty());
}

TEST(UpsRating, AtItsLimitItHasNoHeadroom) {
  // Half as much again as 400 W is 600 W.
  EXPECT_THAT(on(1000.0, 590.0, {400.0}).found("ups-without-headroom"), SizeIs(1));
  EXPECT_THAT(on(1000.0, 600.0, {400.0}).findings().size(),
              on(2000.0, 1200.0, {400.0}).findings().size());
  EXPECT_THAT(on(1000.0, 600.0, {400.0}).found("ups-without-headroom"), IsEmpty());
}

TEST(UpsRating, VoltAmperesAloneLeaveOpenHowManyWattsThereAre) {
  // 500 VA are 300 to 500 W.
  EXPECT_THAT(on(500.0, {}, {510.0}).found("ups-overloaded"), SizeIs(1));
  EXPECT_THAT(on(500.0, {}, {350.0}).found("ups-without-headroom"), SizeIs(1));
  const auto open = on(500.0, {}, {250.0}).found("ups-perhaps-without-headroom");
  ASSERT_THAT(open, SizeIs(1));
  EXPECT_EQ(open.front().severity, Severity::info);
  EXPECT_THAT(on(500.0, {}, {190.0}).found("ups-perhaps-without-headroom"), IsEmpty());
}

/// Computer, interface, amplifier and a pair of monitors, none of which tells what it takes.
RuleDesk studio() {
  RuleDesk desk;
  desk.point("ups", chain::PowerPoint::Kind::ups);
  desk.device("pc", kClassI, Kind::computer);
  desk.device("interface", kUsbPowered, Kind::audioInterface);
  desk.device("amp", kClassII);
  desk.device("mon", kClassI, Kind::monitor);
  desk.xlr("line", "amp", "mon");
  for (const char* id : {"pc", "amp", "mon"}) desk.feed("ups", id);
  return desk;
}

TEST(UpsRating, WithoutFiguresTheUsualOnesMakeTheUsualAdvice) {
  const auto found = studio().found("ups-rating-unknown");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  // 300…400 W for the computer and what is small, 30…200 W for the pair: 1.5 times that at 0.6.
  EXPECT_EQ(found.front().arguments.at("load"), "330–600\u2009W");
  EXPECT_EQ(found.front().arguments.at("rating"), "850–1500\u2009VA");
}

TEST(UpsRating, MonitorsThatAreTwoDevicesCountAsOnePair) {
  RuleDesk desk = studio();
  desk.device("mon-2", kClassI, Kind::monitor);
  desk.feed("ups", "mon-2");
  desk.chain.cables.front().from.socket.index = 0;
  desk.xlr("line-2", "amp", "mon-2").from.socket.index = 1;
  EXPECT_EQ(desk.found("ups-rating-unknown").at(0).arguments.at("load"), "330–600\u2009W");
}

TEST(UpsRating, AMonitorsFigureIsOfTheBoxesThatItsChannelsAreFor) {
  RuleDesk desk = studio();
  const auto load = [&] { return desk.found("ups-rating-unknown").at(0).arguments.at("load"); };
  profiles::Profile& profile = desk.profiles.at("mon");
  profile.power->consumption.emplace().value = {Watts::of(50.0), Watts::of(40.0), Watts::of(60.0)};
  EXPECT_EQ(load(), "340–460\u2009W");  // The pair's.
  for (profiles::Port& port : profile.ports) port.channels = 1;
  EXPECT_EQ(load(), "380–520\u2009W");  // One box, and there are two.
  desk.chain.cables.front().from.socket.index = 0;
  EXPECT_EQ(load(), "340–460\u2009W");  // One box of the pair.
}

TEST(UpsRating, WhatNobodyKnowsLeavesTheMostOpen) {
  RuleDesk desk = studio();
  desk.device("power-amp", kClassI, Kind::powerAmplifier);
  desk.feed("ups", "power-amp");
  EXPECT_EQ(desk.found("ups-rating-unknown").at(0).arguments.at("load"), "at least 330\u2009W");
  desk.chain.powerPoints.front().ups.power = Watts::of(5000.0);
  EXPECT_THAT(desk.found("ups-perhaps-without-headroom"), SizeIs(1));
}

TEST(UpsRating, WithNothingOnItNothingIsAsked) {
  RuleDesk desk = studio();
  desk.chain.powerLeads.clear();
  EXPECT_THAT(desk.found("ups-rating-unknown"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
