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

/// "pc" by USB to "interface", by S/PDIF to "dac", by S/PDIF to "recorder".
RuleDesk digitalDesk() {
  RuleDesk desk;
  desk.device("pc", kClassI, Kind::computer);
  desk.device("interface", kUsbPowered, Kind::audioInterface);
  desk.device("dac", kClassI, Kind::dac);
  desk.device("recorder", kClassI, Kind::dac);
  desk.usb("usb", "pc", "interface");
  desk.cable("coax", "interface", "spdif-out", "dac", "spdif-in", chain::CableKind::coaxial75);
  desk.cable("coax-2", "dac", "spdif-out", "recorder", "spdif-in", chain::CableKind::optical);
  return desk;
}

void setRate(RuleDesk& desk, const std::string& device, Hertz rate) {
  deviceOf(desk, device).format.sampleRate = rate;
}

TEST(SampleRates, ADigitalLineCarriesOneRate) {
  RuleDesk desk = digitalDesk();
  setRate(desk, "interface", 44100_Hz);
  setRate(desk, "dac", 48000_Hz);
  const auto found = desk.found("sample-rates-differ");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_THAT(found.front().where,
              ElementsAre(Place(chain::DeviceId("dac")), Place(chain::DeviceId("interface")),
                          Place(chain::CableId("coax"))));
  EXPECT_EQ(found.front().arguments.at("rate"), "44.1\u2009kHz");
  EXPECT_EQ(found.front().arguments.at("other"), "48\u2009kHz");
  setRate(desk, "dac", 44100_Hz);
  EXPECT_THAT(desk.found("sample-rates-differ"), IsEmpty());
}

TEST(SampleRates, WhatNobodyToldPassesOnWhatComesIn) {
  RuleDesk desk = digitalDesk();
  setRate(desk, "interface", 44100_Hz);
  setRate(desk, "recorder", 96000_Hz);
  const auto found = desk.found("sample-rates-differ");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().where.back().part, "coax-2");
  EXPECT_EQ(found.front().arguments.at("from"), "interface");
}

TEST(SampleRates, OverUsbItIsConverted) {
  RuleDesk desk = digitalDesk();
  setRate(desk, "pc", 44100_Hz);
  setRate(desk, "interface", 48000_Hz);
  const auto found = desk.found("sample-rate-converted");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(found.front().arguments.at("from"), "pc");
  // However the cable is drawn.
  std::swap(desk.chain.cables[0].from, desk.chain.cables[0].to);
  ASSERT_THAT(desk.found("sample-rate-converted"), SizeIs(1));
  EXPECT_EQ(desk.found("sample-rate-converted").front().arguments.at("from"), "pc");
}

TEST(SampleRates, TwoDevicesAtOneComputerMayDiffer) {
  RuleDesk desk = digitalDesk();
  desk.chain.cables.resize(1);
  desk.usb("usb-2", "pc", "dac");
  setRate(desk, "interface", 44100_Hz);
  setRate(desk, "dac", 48000_Hz);
  EXPECT_THAT(desk.found("sample-rates-differ"), IsEmpty());
  EXPECT_THAT(desk.found("sample-rate-converted"), IsEmpty());
}

TEST(SampleRates, AnAnalogueLineHasNone) {
  RuleDesk desk = digitalDesk();
  desk.chain.cables.clear();
  desk.rca("line", "interface", "dac");
  setRate(desk, "interface", 44100_Hz);
  setRate(desk, "dac", 48000_Hz);
  EXPECT_THAT(desk.found("sample-rates-differ"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
