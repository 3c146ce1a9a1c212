#include "matching/output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/matching/pairs.h"

namespace linecheck::matching {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;

std::vector<std::string> portsOf(std::string_view id) {
  std::vector<std::string> ports;
  for (const Output& output : outputsOf(shipped(id))) ports.push_back(output.port);
  return ports;
}

TEST(Outputs, AreTheSocketsForHeadphonesInTheirOrder) {
  EXPECT_THAT(portsOf("topping-l70"),
              ElementsAre("headphones-xlr", "headphones-4-4", "headphones-6-35"));
  EXPECT_THAT(portsOf("antelope-zen-go"), ElementsAre("headphones-1", "headphones-2"));
  EXPECT_THAT(portsOf("realtek-onboard"), ElementsAre("out"));
}

TEST(Outputs, AreNoneOfHeadphonesOrOfBoxesWithoutASocketForThem) {
  EXPECT_TRUE(outputsOf(shipped("neuropunk-m1")).empty());
  EXPECT_TRUE(outputsOf(shipped("adam-t7v")).empty());
}

TEST(Outputs, OfAmplifiersAreFedAndOfConvertersAreNot) {
  EXPECT_TRUE(shippedOutput("topping-l30-ii").isFed);
  EXPECT_FALSE(shippedOutput("antelope-zen-go").isFed);
  EXPECT_FALSE(shippedOutput("realtek-onboard").isFed);
}

TEST(Outputs, OfAnAmplifierWithAConverterAreNotFed) {
  profiles::Profile profile = shipped("topping-l30-ii");
  profiles::Port usb;
  usb.id = "usb";
  usb.direction = profiles::Direction::in;
  usb.signals = {profiles::Signal::digitalUsb};
  profile.ports.push_back(usb);
  EXPECT_FALSE(outputsOf(profile).at(0).isFed);
}

TEST(Outputs, TakeGainStepsFromTheLowestUpAndTheKnob) {
  profiles::Profile profile = shipped("topping-l30-ii");
  for (auto& control : profile.controls) {
    if (auto* gain = std::get_if<profiles::GainSwitch>(&control.action)) {
      std::swap(gain->steps.front(), gain->steps.back());
    }
  }
  const Output output = outputsOf(profile).at(0);
  ASSERT_EQ(output.steps.size(), 3u);
  EXPECT_EQ(output.steps[0].name, "L");
  EXPECT_EQ(output.steps[2].name, "H");
  EXPECT_EQ(output.steps[2].gain.nominal(), Decibels::of(16.5));
  ASSERT_TRUE(output.knob);
  EXPECT_EQ(output.knob->technology, profiles::VolumeTechnology::potentiometer);
  EXPECT_FALSE(output.knob->taper);
}

TEST(Outputs, TurnRatingsIntoVoltagesFromTheLowestLoadUpWithoutConditions) {
  profiles::Profile profile = shipped("topping-e2x2-otg");
  auto& port = *std::find_if(profile.ports.begin(), profile.ports.end(),
                             [](const auto& p) { return !p.powerInto.empty(); });
  port.powerInto.push_back(port.powerInto.front());
  port.powerInto.back().condition = "bridged";
  const Output output = outputsOf(profile).at(0);
  ASSERT_EQ(output.ratings.size(), 2u);
  EXPECT_EQ(output.ratings[0].load, Ohms::of(16.0));
  EXPECT_NEAR(output.ratings[0].voltage.nominal()->value(), std::sqrt(0.29 * 16.0), 1e-9);
  EXPECT_NEAR(output.ratings[0].voltage.high()->value(), std::sqrt(1.09 * 16.0), 1e-9);
  EXPECT_EQ(output.ratings[1].load, Ohms::of(32.0));
}

TEST(Loads, KeepWhatTheProfileKnows) {
  const Load load = *loadOf(shipped("neuropunk-m1"));
  EXPECT_EQ(load.impedance.nominal(), Ohms::of(16.0));
  EXPECT_EQ(load.driver, profiles::Driver::planar);
  EXPECT_NEAR(atOneVolt(load).low()->value(), 87.0 + 17.9588, 1e-4);
  EXPECT_NEAR(atOneVolt(load).high()->value(), 95.0 + 17.9588, 1e-4);
  EXPECT_FALSE(loadOf(shipped("topping-l70")));
}

TEST(Loads, AnUncertainImpedanceLeavesThePowerPerMilliwattCertain) {
  Load load = perMilliwatt(32.0, 100.0);
  load.impedance = {Ohms::of(32.0), Ohms::of(25.0), Ohms::of(40.0)};
  const Demand demand = demandAt(load, DecibelsSpl::of(110.0));
  EXPECT_TRUE(demand.power.isExact());
  EXPECT_NEAR(demand.power.nominal()->value(), 0.01, 1e-12);
  EXPECT_NEAR(demand.voltage.low()->value(), 0.5, 1e-12);
  EXPECT_NEAR(demand.current.high()->value(), 0.02, 1e-12);
}

TEST(Loads, WithoutASensitivityAskForNothingThatIsKnown) {
  Load load;
  load.impedance = Bounded<Ohms>::exactly(Ohms::of(32.0));
  const Demand demand = demandAt(load, DecibelsSpl::of(110.0));
  EXPECT_TRUE(demand.power.isUnknown());
  EXPECT_TRUE(demand.voltage.isUnknown());
  EXPECT_TRUE(atOneVolt(load).isUnknown());
}

}  // namespace
}  // namespace linecheck::matching
