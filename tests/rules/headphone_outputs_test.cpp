#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The 16 Ω headphones on an output, with everything as its profile has it.
RuleDesk phonesOn(const std::string& profile, const std::string& port) {
  RuleDesk desk;
  desk.shipped("source", profile);
  desk.shipped("phones", "neuropunk-m1");
  chain::Cable& cable =
      desk.cable("cable", "source", port, "phones", "plug", chain::CableKind::headphone);
  cable.from.plug = desk.profiles.at("source").port(port)->connector;
  return desk;
}

// 20·log10((16 + 20) / 16) = 7.04 dB and 20·log10((16 + 27) / 16) = 8.59 dB.
TEST(HeadphoneOutputImpedance, OfAnInterfaceLosesSevenDecibelsAndMoreInPlanars) {
  const auto found = phonesOn("antelope-zen-go", "headphones-1").found("output-impedance-too-high");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(found.front().arguments.at("source"), "20–27\u2009Ω");
  EXPECT_EQ(found.front().arguments.at("load"), "16\u2009Ω");
  EXPECT_EQ(found.front().arguments.at("loss"), "7.0–8.6\u2009dB");
  EXPECT_THAT(found.front().where, ElementsAre(Place(chain::CableId("cable")),
                                               Place(chain::DeviceId("source"), "headphones-1")));
}

TEST(HeadphoneOutputImpedance, OfAnAmplifierOrAnAmplifiersTopologyIsLowEnough) {
  EXPECT_THAT(phonesOn("topping-l70", "headphones-6-35").found("output-impedance-too-high"),
              IsEmpty());
  EXPECT_THAT(phonesOn("topping-e2x2-otg", "headphones").found("output-impedance-too-high"),
              IsEmpty());
}

TEST(HeadphoneOutputImpedance, IsNoMatterToHeadphonesOfHighImpedance) {
  RuleDesk desk = phonesOn("antelope-zen-go", "headphones-1");
  desk.profiles.at("phones").headphones->impedance->value = {Ohms::of(300.0)};
  EXPECT_THAT(desk.found("output-impedance-too-high"), IsEmpty());
}

TEST(HeadphoneOutputImpedance, MayBeAnEighthOfTheHeadphones) {
  RuleDesk desk = phonesOn("antelope-zen-go", "headphones-1");
  auto& impedance = *desk.port("source", "headphones-1").impedance;
  impedance.value = {Ohms::of(2.0)};
  EXPECT_THAT(desk.found("output-impedance-too-high"), IsEmpty());
  impedance.value = {Ohms::of(2.1)};
  EXPECT_THAT(desk.found("output-impedance-too-high"), SizeIs(1));
}

TEST(HeadphoneOutputImpedance, ThatLeavesTooLittleForPeaksIsBad) {
  RuleDesk desk = phonesOn("antelope-zen-go", "headphones-1");
  // 1 V open, 16 Ω of 39.5 Ω: 0.405 V. 91 dB/mW is 109.0 dB at 1 V into 16 Ω, so 101.1 dB.
  desk.port("source", "headphones-1").maximumLevel->value = {dbuFromVolts(Volts::of(1.0))};
  const auto found = desk.found("output-too-weak");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_EQ(found.front().arguments.at("loudest"), "101\u2009dB SPL");
  EXPECT_THAT(desk.found("output-impedance-too-high"), IsEmpty());
}

TEST(HeadphoneOutputImpedance, IsCuredByAnAmplifierThatIsThereAlready) {
  RuleDesk desk = phonesOn("antelope-zen-go", "headphones-1");
  auto found = desk.found("output-impedance-too-high");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("add-headphone-amplifier"));
  EXPECT_EQ(found.front().fixes.front().arguments.at("limit"), "2.0\u2009Ω");

  desk.shipped("amp", "topping-l70");
  desk.cable("line", "source", "line-out", "amp", "rca-in");
  found = desk.found("output-impedance-too-high");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-stiffer-output", "add-headphone-amplifier"));
  EXPECT_THAT(found.front().fixes.front().where,
              ElementsAre(Place(chain::DeviceId("amp"), "headphones-6-35")));
}

// 20·log10((16 + 75) / 16) = 15.10 dB. 1.55 V open (the middle of 1 to 2.1 V) are 0.273 V at the
// headphones, so 97.7 dB.
TEST(ComputerOutput, IsTooWeakForPlanars) {
  const RuleDesk desk = phonesOn("realtek-onboard", "out");
  const auto found = desk.found("computer-too-weak-for-headphones");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_EQ(found.front().arguments.at("loss"), "15.1\u2009dB");
  EXPECT_EQ(found.front().arguments.at("source"), "75\u2009Ω");
  EXPECT_EQ(found.front().arguments.at("loudest"), "98\u2009dB SPL");
  EXPECT_THAT(desk.found("output-impedance-too-high"), IsEmpty());
  EXPECT_THAT(desk.found("output-too-weak"), IsEmpty());
}

TEST(ComputerOutput, LosesAsMuchInSensitiveHeadphonesButIsLoudEnough) {
  RuleDesk desk = phonesOn("realtek-onboard", "out");
  desk.profiles.at("phones").headphones->sensitivity->value = {
      profiles::Sensitivity::perMilliwatt(DecibelsSpl::of(110.0))};
  const auto found = desk.found("computer-drives-headphones");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(found.front().arguments.at("loss"), "15.1\u2009dB");
}

TEST(ComputerOutput, IntoAnAmplifierBringsNoise) {
  RuleDesk desk;
  desk.shipped("codec", "realtek-onboard");
  desk.shipped("amp", "topping-l30-ii");
  desk.cable("cable", "codec", "out", "amp", "line-in");
  const auto found = desk.found("computer-output-used");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_THAT(cures(found.front()), ElementsAre("use-audio-interface"));
}

TEST(ComputerOutput, AnInterfaceOnTheDeskTakesItsPlace) {
  RuleDesk desk;
  desk.shipped("codec", "realtek-onboard");
  desk.shipped("amp", "topping-l30-ii");
  desk.shipped("interface", "antelope-zen-go");
  desk.cable("cable", "codec", "out", "amp", "line-in");
  const auto found = desk.found("computer-output-used");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-interface-output", "use-audio-interface"));
  EXPECT_THAT(found.front().fixes.front().where,
              ElementsAre(Place(chain::DeviceId("interface"), "line-out")));

  desk.chain.cables.back().from.socket = {chain::DeviceId("interface"), "line-out", {}};
  EXPECT_THAT(desk.found("computer-output-used"), IsEmpty());
}

TEST(ComputerOutput, UsbIsNone) {
  RuleDesk desk;
  desk.shipped("pc", "generic-computer");
  desk.shipped("interface", "antelope-zen-go");
  desk.cable("usb", "pc", "usb-c", "interface", "usb", chain::CableKind::usb);
  EXPECT_THAT(desk.found("computer-output-used"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
