// Levels along made-up chains, each worked out by hand.
#include "levels/level_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/levels/level_desk.h"

namespace linecheck::levels {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::Contains;
using ::testing::Not;

template <class T>
double best(const Estimate<T>& estimate) {
  return estimate.nominal.value().value();
}
template <class T>
double least(const Estimate<T>& estimate) {
  return estimate.low.value().value();
}
template <class T>
double most(const Estimate<T>& estimate) {
  return estimate.high.value().value();
}

/// 100 Ω into 10 kΩ.
constexpr double kLineLoss = -0.086427;
/// 1 Ω into 32 Ω.
constexpr double kPhonesLoss = -0.267279;

Missing lacks(Gap gap, const std::string& device, const std::string& detail = {}) {
  return {gap, chain::Place(chain::DeviceId(device), detail)};
}

TEST(LevelPlan, FollowsTheSignalFromFullScaleToTheEar) {
  const Path path = headphoneDesk().path();
  EXPECT_TRUE(pointAt(path, "pc:usb").isDigital);
  EXPECT_TRUE(pointAt(path, "dac:usb").peak.isUnknown());
  EXPECT_NEAR(best(pointAt(path, "dac:out").peak), 20.0, 1e-9);
  EXPECT_NEAR(best(pointAt(path, "amp:in").peak), 20.0 + kLineLoss, 1e-5);
  EXPECT_NEAR(best(pointAt(path, "amp:phones").peak), 20.0 + kLineLoss, 1e-5);
  const Point& plug = pointAt(path, "cans:plug");
  EXPECT_NEAR(best(plug.peak), 20.0 + kLineLoss + kPhonesLoss, 1e-5);
  EXPECT_NEAR(best(volts(plug.peak)), 7.4370, 1e-3);
  // 100 dB at 1 V, 7.437 V are 17.428 dB more.
  EXPECT_NEAR(best(*path.peakLoudness), 117.428, 1e-3);
  EXPECT_NEAR(best(*path.loudness), 99.428, 1e-3);
}

TEST(LevelPlan, HeadroomLiesAboveTheWorkingLevelAndMarginAboveFullScale) {
  const Path path = headphoneDesk().path();
  const Point& input = pointAt(path, "amp:in");
  EXPECT_NEAR(best(input.ceiling), 22.0, 1e-9);
  EXPECT_NEAR(best(input.margin), 2.0 - kLineLoss, 1e-5);
  EXPECT_NEAR(best(input.working), 2.0 + kLineLoss, 1e-5);
  EXPECT_NEAR(best(input.headroom), 20.0 - kLineLoss, 1e-5);
  EXPECT_NEAR(best(pointAt(path, "dac:out").margin), 0.0, 1e-12);
  // 8 V are 20.2803 dBu.
  EXPECT_NEAR(best(pointAt(path, "amp:phones").margin), 20.2803 - 20.0 - kLineLoss, 1e-4);
}

TEST(LevelPlan, TheWorkingLevelIsWhatTheProgrammeSays) {
  const LevelDesk desk = headphoneDesk();
  const chain::Desk made = desk.desk();
  const Path path = planLevels(made, {DecibelsFs::of(-23.0)}).paths.at(0);
  EXPECT_NEAR(best(pointAt(path, "dac:out").working), -3.0, 1e-9);
  EXPECT_NEAR(best(pointAt(path, "dac:out").headroom), 23.0, 1e-9);
}

TEST(LevelPlan, NoiseAddsUpInPower) {
  const Path path = headphoneDesk().path();
  EXPECT_NEAR(best(pointAt(path, "dac:out").noise), -100.0, 1e-9);
  EXPECT_NEAR(best(pointAt(path, "amp:in").noise), -100.0 + kLineLoss, 1e-5);
  EXPECT_NEAR(best(pointAt(path, "amp:in").snr), 120.0, 1e-9);
  // −100.0864 and −117.7815 dBu (1 µV).
  EXPECT_NEAR(best(pointAt(path, "amp:phones").noise), -100.0132, 1e-4);
  EXPECT_NEAR(best(path.snr), 119.9268, 1e-4);
  ASSERT_EQ(path.stages.size(), 2u);
  EXPECT_FALSE(path.stages[0].noiseFigure);
  EXPECT_NEAR(best(*path.stages[1].noiseFigure), 0.0732, 1e-4);
  EXPECT_NEAR(best(path.stages[1].snr), 137.6951, 1e-4);
}

TEST(LevelPlan, SignalLessNoiseIsTheSnrAtEachPoint) {
  LevelDesk desk = headphoneDesk();
  desk.set("amp", "volume", dB(-23.4));
  const Path path = desk.path();
  for (const Point& point : path.points) {
    if (point.isDigital) continue;
    EXPECT_NEAR(best(point.peak - point.noise), best(point.snr), 1e-9) << point.at.place().text();
  }
}

TEST(LevelPlan, AnInterfaceHasItsThermalNoiseAndWhatItMayPickUp) {
  const Path path = headphoneDesk().path();
  ASSERT_EQ(path.interfaces.size(), 2u);
  const Interface& line = path.interfaces[0];
  EXPECT_NEAR(best(line.gain), kLineLoss, 1e-5);
  // 100 Ω beside 10 kΩ: 99.01 Ω; √(4·1.380649e-23·298.15·99.01·20000) = 1.80577e-7 V.
  EXPECT_NEAR(best(line.thermalNoise), -132.649, 1e-3);
  EXPECT_NEAR(best(line.snr), 20.0 + kLineLoss + 132.649, 1e-3);
  EXPECT_NEAR(best(line.noiseFigure), 10.0 * std::log10(1.0 + std::pow(10.0, -3.26361)), 1e-5);
  EXPECT_NEAR(best(path.interfaceSnrForOneDecibel), 119.9268 + 5.8682, 2e-4);
  EXPECT_NEAR(best(line.noiseForOneDecibel), 20.0 + kLineLoss - 125.7950, 2e-4);
}

TEST(LevelPlan, WhatClipsUpstreamTakesFromTheDynamicRange) {
  LevelDesk desk = headphoneDesk();
  desk.flick("amp", "gain", "high");
  const Path path = desk.path();
  const Point& output = pointAt(path, "amp:phones");
  EXPECT_NEAR(best(output.margin), 20.2803 - 34.0 - kLineLoss, 1e-4);
  EXPECT_NEAR(best(output.dynamicRange), best(output.snr) + best(output.margin), 1e-9);
  EXPECT_NEAR(best(pointAt(path, "cans:plug").dynamicRange), best(output.dynamicRange), 1e-9);
  EXPECT_NEAR(best(pointAt(path, "amp:in").dynamicRange), 120.0, 1e-9);
  ASSERT_TRUE(path.firstLimit);
  EXPECT_EQ(path.points[path.firstLimit->point].at.place().text(), "amp:phones");
  EXPECT_TRUE(path.firstLimit->isCertain);
}

TEST(LevelPlan, WhereAllIsWellTheConverterIsTheFirstLimit) {
  const Path path = headphoneDesk().path();
  ASSERT_TRUE(path.firstLimit);
  EXPECT_EQ(path.points[path.firstLimit->point].at.place().text(), "dac:out");
  EXPECT_TRUE(path.firstLimit->isCertain);
}

TEST(LevelPlan, AnUnknownCeilingMakesTheFirstLimitUncertain) {
  LevelDesk desk = headphoneDesk();
  Profile deaf = amplifier();
  deaf.ports[0].maximumLevel.reset();
  desk.device("amp", deaf);
  LevelDesk again;
  again.device("dac", converter());
  again.device("amp", deaf);
  again.cable("dac:out", "amp:in");
  const Path path = again.path();
  const Point& input = pointAt(path, "amp:in");
  EXPECT_TRUE(input.margin.isUnknown());
  EXPECT_THAT(input.margin.missing.items(), Contains(lacks(Gap::maximumLevel, "amp", "in")));
  EXPECT_FALSE(input.dynamicRange.nominal);
  EXPECT_NEAR(most(input.dynamicRange), 120.0, 1e-9);
  EXPECT_FALSE(path.firstLimit.value().isCertain);
}

TEST(LevelPlan, HeadphonesHaveNoCeilingAndLackNone) {
  const Path path = headphoneDesk().path();
  const Point& plug = pointAt(path, "cans:plug");
  EXPECT_TRUE(plug.margin.isUnknown());
  EXPECT_THAT(plug.margin.missing.items(), ::testing::IsEmpty());
}

/// A converter on an amplifier, with changes to the converter.
template <class Change>
Path withConverter(const Change& change, const std::string& control = {},
                   const std::optional<chain::Setting>& setting = {}) {
  LevelDesk desk;
  Profile changed = converter();
  change(changed);
  desk.device("dac", changed);
  desk.device("amp", amplifier());
  desk.cable("dac:out", "amp:in");
  if (setting) desk.set("dac", control, *setting);
  return desk.path();
}

TEST(LevelPlan, TheRatioOfAConverterIsKnownWithoutItsLevel) {
  const Path path = withConverter([](Profile& p) { p.ports[1].maximumLevel.reset(); });
  const Point& output = pointAt(path, "dac:out");
  EXPECT_TRUE(output.peak.isUnknown());
  EXPECT_THAT(output.peak.missing.items(), Contains(lacks(Gap::maximumLevel, "dac", "out")));
  EXPECT_NEAR(best(output.snr), 120.0, 1e-9);
  EXPECT_THAT(pointAt(path, "amp:in").margin.missing.items(),
              Contains(lacks(Gap::maximumLevel, "dac", "out")));
}

TEST(LevelPlan, AnUnknownNoiseIsNoLessThanThermal) {
  const Path path = withConverter([](Profile& p) { p.ports[1].figures.dynamicRange.reset(); });
  const Point& output = pointAt(path, "dac:out");
  EXPECT_FALSE(output.noise.nominal);
  EXPECT_FALSE(output.noise.high);
  EXPECT_NEAR(least(output.noise), -132.606, 1e-3);  // of 100 Ω
  EXPECT_NEAR(most(output.snr), 152.606, 1e-3);
  EXPECT_FALSE(path.snr.nominal);
  EXPECT_THAT(path.snr.missing.items(), Contains(lacks(Gap::noise, "dac", "out")));
}

void addTrim(Profile& profile) {
  profiles::OutputTrim trim;
  trim.minimum = figure(dBu(14.0));
  trim.maximum = figure(dBu(20.0));
  profile.controls.push_back(control("trim", {"out"}, trim));
}

TEST(LevelPlan, ATrimThatNobodyToldLeavesItsRange) {
  const Path path = withConverter(addTrim);
  const Point& output = pointAt(path, "dac:out");
  EXPECT_FALSE(output.peak.nominal);
  EXPECT_NEAR(least(output.peak), 14.0, 1e-9);
  EXPECT_NEAR(most(output.peak), 20.0, 1e-9);
  EXPECT_THAT(output.peak.missing.items(), Contains(lacks(Gap::setting, "dac", "trim")));
  EXPECT_NEAR(best(output.margin), 0.0, 1e-12);
  EXPECT_NEAR(least(output.snr), 114.0, 1e-9);
  EXPECT_NEAR(most(output.snr), 120.0, 1e-9);
}

TEST(LevelPlan, ATrimmedOutputMayKeepItsNoise) {
  const Path path = withConverter(addTrim, "trim", dBu(17.0));
  const Point& output = pointAt(path, "dac:out");
  EXPECT_NEAR(best(output.peak), 17.0, 1e-9);
  EXPECT_NEAR(best(output.ceiling), 17.0, 1e-9);
  EXPECT_NEAR(least(output.noise), -103.0, 1e-9);
  EXPECT_NEAR(most(output.noise), -100.0, 1e-9);
  EXPECT_NEAR(least(output.snr), 117.0, 1e-9);
  EXPECT_NEAR(most(output.snr), 120.0, 1e-9);
}

TEST(LevelPlan, AtFullTrimTheRatingHolds) {
  const Path path = withConverter(addTrim, "trim", dBu(20.0));
  EXPECT_NEAR(best(pointAt(path, "dac:out").noise), -100.0, 1e-9);
  EXPECT_NEAR(best(pointAt(path, "dac:out").snr), 120.0, 1e-9);
}

TEST(LevelPlan, APadTakesNoiseAndSignalAlike) {
  const auto padded = [](Profile& p) {
    p.controls.push_back(control("pad", {"out"}, gainSteps({{"0", 0.0}, {"10", -10.0}})));
  };
  const Path path = withConverter(padded, "pad", chain::Position{"10"});
  const Point& output = pointAt(path, "dac:out");
  EXPECT_NEAR(best(output.peak), 10.0, 1e-9);
  EXPECT_NEAR(best(output.ceiling), 10.0, 1e-9);
  EXPECT_NEAR(best(output.noise), -110.0, 1e-9);
  EXPECT_NEAR(best(output.snr), 120.0, 1e-9);
}

TEST(LevelPlan, ADigitalVolumeTakesTheSignalAndLeavesTheNoise) {
  const auto turnedDown = [](Profile& p) {
    profiles::Volume volume;
    volume.technology = profiles::VolumeTechnology::digital;
    p.controls.push_back(control("fader", {"out"}, volume));
  };
  const Path path = withConverter(turnedDown, "fader", dB(-6.0));
  const Point& output = pointAt(path, "dac:out");
  EXPECT_NEAR(best(output.peak), 14.0, 1e-9);
  EXPECT_NEAR(best(output.ceiling), 20.0, 1e-9);
  EXPECT_NEAR(best(output.margin), 6.0, 1e-9);
  EXPECT_NEAR(best(output.noise), -100.0, 1e-9);
  EXPECT_NEAR(best(output.snr), 114.0, 1e-9);
}

TEST(LevelPlan, ADevicesRatioIsThatOfItsStrongestOutput) {
  const auto twoOutputs = [](Profile& p) {
    p.ports[1].figures.dynamicRange.reset();
    p.figures.dynamicRange = figure(dB(120.0));
    p.ports.push_back(port("xlr", Direction::out));
    p.ports.back().maximumLevel = figure(dBu(26.0));
  };
  const Path path = withConverter(twoOutputs);
  const Point& weaker = pointAt(path, "dac:out");
  EXPECT_FALSE(weaker.snr.nominal);
  EXPECT_NEAR(least(weaker.snr), 114.0, 1e-9);
  EXPECT_NEAR(most(weaker.snr), 120.0, 1e-9);
}

TEST(LevelPlan, WithoutLineImpedancesTheLossIsAtBestNone) {
  const Path path = withConverter([](Profile& p) { p.ports[1].impedance.reset(); });
  const Estimate<Decibels>& loss = path.interfaces.at(0).gain;
  EXPECT_NEAR(best(loss), 0.0, 1e-12);
  EXPECT_NEAR(most(loss), 0.0, 1e-12);
  EXPECT_FALSE(loss.low);
  EXPECT_THAT(loss.missing.items(), Contains(lacks(Gap::impedance, "dac", "out")));
  const Point& input = pointAt(path, "amp:in");
  EXPECT_NEAR(least(input.margin), 2.0, 1e-9);
  EXPECT_FALSE(input.margin.high);
}

TEST(LevelPlan, ABalancedOutputIntoAnUnbalancedInputMayLoseHalf) {
  const Path path = withConverter([](Profile& p) {
    p.ports[1].balanced = true;
    p.ports[1].connector = Connector::jack635Trs;
  });
  const Estimate<Decibels>& loss = path.interfaces.at(0).gain;
  EXPECT_FALSE(loss.nominal);
  EXPECT_NEAR(least(loss), kLineLoss - 6.0206, 1e-4);
  EXPECT_NEAR(most(loss), kLineLoss, 1e-5);
  EXPECT_THAT(loss.missing.items(), Contains(lacks(Gap::balancedDrive, "dac", "out")));
}

/// The headphone desk with changes to the amplifier and its settings.
template <class Change>
LevelDesk withAmplifier(const Change& change, double load = 32.0) {
  LevelDesk desk;
  Profile changed = amplifier();
  change(changed);
  desk.device("dac", converter());
  desk.device("amp", changed);
  desk.device("cans", headphones()).headphones->impedance = figure(Ohms::of(load));
  desk.cable("dac:out", "amp:in");
  desk.cable("amp:phones", "cans:plug");
  desk.flick("amp", "gain", "low");
  desk.set("amp", "volume", chain::Travel{1.0});
  return desk;
}

TEST(LevelPlan, AKnobThatNobodyToldLeavesOnlyABoundAbove) {
  LevelDesk desk = withAmplifier([](Profile&) {});
  desk.set("amp", "volume", chain::Position{"no such thing"});
  const Path path = desk.path();
  const Point& output = pointAt(path, "amp:phones");
  EXPECT_FALSE(output.peak.nominal);
  EXPECT_FALSE(output.peak.low);
  EXPECT_NEAR(most(output.peak), 20.0 + kLineLoss, 1e-5);
  EXPECT_THAT(output.peak.missing.items(), Contains(lacks(Gap::setting, "amp", "volume")));
  EXPECT_NEAR(least(output.margin), 20.2803 - 20.0 - kLineLoss, 1e-4);
  EXPECT_NEAR(least(output.noise), -117.7815, 1e-4);
}

TEST(LevelPlan, HalfTravelSaysNothingWithoutATaper) {
  LevelDesk desk = withAmplifier([](Profile&) {});
  desk.set("amp", "volume", chain::Travel{0.5});
  const Path path = desk.path();
  EXPECT_FALSE(pointAt(path, "amp:phones").peak.nominal);
  EXPECT_THAT(pointAt(path, "amp:phones").peak.missing.items(),
              Contains(lacks(Gap::taper, "amp", "volume")));
}

TEST(LevelPlan, HalfTravelIsSixDecibelsDownOnALinearKnob) {
  LevelDesk desk = withAmplifier([](Profile& p) {
    std::get<profiles::Volume>(p.controls[1].action).taper = profiles::Taper::linear;
  });
  desk.set("amp", "volume", chain::Travel{0.5});
  EXPECT_NEAR(best(pointAt(desk.path(), "amp:phones").peak), 20.0 + kLineLoss - 6.0206, 1e-4);
}

TEST(LevelPlan, AKnobFullyDownIsSilent) {
  LevelDesk desk = withAmplifier([](Profile&) {});
  desk.set("amp", "volume", chain::Travel{0.0});
  const Path path = desk.path();
  EXPECT_TRUE(pointAt(path, "amp:phones").peak.nominal->isSilent());
  EXPECT_NEAR(best(pointAt(path, "amp:phones").noise), -117.7815, 1e-4);
  EXPECT_TRUE(path.loudness->nominal->isSilent());
  EXPECT_EQ(best(path.snr), -std::numeric_limits<double>::infinity());
}

/// Whether nothing in it is ∞ − ∞.
template <class T>
bool isSound(const Estimate<T>& estimate) {
  const auto isNumber = [](const std::optional<T>& part) {
    return !part || !std::isnan(part->value());
  };
  return isNumber(estimate.nominal) && isNumber(estimate.low) && isNumber(estimate.high);
}

TEST(LevelPlan, SilenceAndNoiselessDevicesLeaveNoUndefinedNumbers) {
  LevelDesk desk = withAmplifier([](Profile& p) {
    p.ports[1].noise = figure(Volts::of(0.0));
    p.ports[1].impedance = figure(Ohms::of(0.0));
  });
  desk.set("amp", "volume", chain::Travel{0.0});
  const Path path = desk.path();
  for (const Point& point : path.points) {
    EXPECT_TRUE(isSound(point.peak) && isSound(point.working) && isSound(point.noise));
    EXPECT_TRUE(isSound(point.margin) && isSound(point.headroom));
    EXPECT_TRUE(isSound(point.snr) && isSound(point.dynamicRange)) << point.at.place().text();
  }
  for (const Interface& interface : path.interfaces) {
    EXPECT_TRUE(isSound(interface.snr) && isSound(interface.noiseFigure));
    EXPECT_TRUE(isSound(interface.noiseForOneDecibel));
  }
  for (const Stage& stage : path.stages) {
    EXPECT_TRUE(isSound(stage.snr));
    EXPECT_TRUE(!stage.noiseFigure || isSound(*stage.noiseFigure));
  }
  EXPECT_TRUE(isSound(path.snr) && isSound(path.interfaceSnrForOneDecibel));
}

TEST(LevelPlan, AnUnsetGainSwitchLiesBetweenItsSteps) {
  LevelDesk desk = withAmplifier([](Profile&) {});
  desk.flick("amp", "gain", "no such step");
  const Path path = desk.path();
  const Point& output = pointAt(path, "amp:phones");
  EXPECT_FALSE(output.peak.nominal);
  EXPECT_NEAR(least(output.peak), 20.0 + kLineLoss, 1e-5);
  EXPECT_NEAR(most(output.peak), 34.0 + kLineLoss, 1e-5);
  EXPECT_THAT(output.peak.missing.items(), Contains(lacks(Gap::setting, "amp", "gain")));
  EXPECT_THAT(output.peak.missing.items(), Not(Contains(lacks(Gap::setting, "amp", "volume"))));
}

TEST(LevelPlan, HeadphonesOnAnUnknownSourceImpedanceHaveNoLevel) {
  const LevelDesk desk = withAmplifier([](Profile& p) { p.ports[1].impedance.reset(); });
  const Path path = desk.path();
  const Point& plug = pointAt(path, "cans:plug");
  EXPECT_FALSE(plug.peak.nominal);
  EXPECT_NEAR(most(plug.peak), 20.0 + kLineLoss, 1e-5);
  EXPECT_THAT(path.loudness->missing.items(), Contains(lacks(Gap::impedance, "amp", "phones")));
}

void rateByPower(Profile& p) {
  p.ports[1].maximumLevel.reset();
  p.ports[1].powerInto = {{Ohms::of(32.0), {}, figure(Watts::of(2.0))}};
}

TEST(LevelPlan, APowerRatingIsTheCeilingAtItsOwnLoad) {
  // √(2 W · 32 Ω) = 8 V behind 1 Ω: 8.25 V without load.
  const Path path = withAmplifier(rateByPower).path();
  EXPECT_NEAR(best(pointAt(path, "amp:phones").ceiling), 20.2803 - kPhonesLoss, 1e-4);
}

TEST(LevelPlan, IntoMoreItGivesAtLeastThatVoltageAndIntoLessAtLeastThatCurrent) {
  const Path high = withAmplifier(rateByPower, 300.0).path();
  const auto& easy = pointAt(high, "amp:phones").ceiling;
  EXPECT_FALSE(easy.nominal);
  EXPECT_FALSE(easy.high);
  EXPECT_NEAR(least(easy), 20.2803 + 20.0 * std::log10(301.0 / 300.0), 1e-4);
  const Path low = withAmplifier(rateByPower, 16.0).path();
  const auto& hard = pointAt(low, "amp:phones").ceiling;
  EXPECT_NEAR(least(hard), 20.2803 - 6.0206 + 20.0 * std::log10(17.0 / 16.0), 1e-4);
  EXPECT_FALSE(hard.high);
}

TEST(LevelPlan, ARatingByLoadCanAskForLessThanTheOpenOutput) {
  const auto both = [](Profile& p) {
    p.ports[1].powerInto = {{Ohms::of(32.0), {}, figure(Watts::of(0.5))}};
  };
  // 4 V into 32 Ω, though it gives 8 V without load.
  const Path path = withAmplifier(both).path();
  EXPECT_NEAR(best(pointAt(path, "amp:phones").ceiling), 14.2597 - kPhonesLoss, 1e-4);
}

TEST(LevelPlan, APassiveBoxMakesTheNoiseOfItsOutput) {
  LevelDesk desk;
  desk.device("dac", converter());
  Profile pad;
  pad.kind = Kind::headphoneAmplifier;
  pad.ports = {port("in", Direction::in), port("out", Direction::out)};
  pad.ports[1].impedance = figure(Ohms::of(600.0));
  pad.controls = {control("loss", {"out"}, gainSteps({{"20", -20.0}}))};
  pad.power.emplace();
  pad.power->supply = profiles::Supply::passive;
  desk.device("pad", pad);
  desk.device("amp", amplifier());
  desk.cable("dac:out", "pad:in");
  desk.cable("pad:out", "amp:in");
  const Path path = desk.path();
  // −120 dBu of the converter and −124.824 dBu of 600 Ω.
  EXPECT_NEAR(best(pointAt(path, "pad:out").noise), -118.7643, 1e-3);
  EXPECT_NEAR(best(pointAt(path, "pad:out").peak), 0.0, 1e-9);
}

TEST(LevelPlan, APowerAmplifierGivesItsRatingAtItsGreatestInput) {
  LevelDesk desk;
  desk.device("dac", converter());
  Profile power;
  power.kind = Kind::powerAmplifier;
  power.ports = {port("in", Direction::in), port("out", Direction::out, Signal::loudspeaker)};
  power.ports[0].maximumLevel = figure(dBu(4.0));
  power.ports[0].impedance = figure(Ohms::ofKilo(10.0));
  power.ports[1].powerInto = {{Ohms::of(8.0), {}, figure(Watts::of(100.0))},
                              {Ohms::of(4.0), {}, figure(Watts::of(150.0))},
                              {Ohms::of(8.0), "bridged", figure(Watts::of(400.0))}};
  power.figures.signalToNoise = figure(dB(110.0));
  desk.device("power", power);
  desk.device("speakers", headphones()).headphones->impedance = figure(Ohms::of(8.0));
  desk.cable("dac:out", "power:in");
  desk.cable("power:out", "speakers:plug");
  const Path path = desk.path();
  // √(100 W · 8 Ω) = 28.28 V are 31.250 dBu.
  EXPECT_NEAR(best(path.stages.at(1).gain), 31.2494 - 4.0, 1e-3);
  EXPECT_NEAR(best(pointAt(path, "power:in").margin), 4.0 - 20.0 - kLineLoss, 1e-5);
  // 4 − 110 = −106 dBu at its input, against 19.91 dBu there.
  EXPECT_NEAR(best(path.stages.at(1).snr), 126.0 + kLineLoss, 1e-5);
}

TEST(LevelPlan, ASourceThatNothingFeedsIsAtMostItsGreatestLevel) {
  LevelDesk desk;
  desk.device("synth", amplifier());
  desk.device("amp", amplifier());
  desk.cable("synth:phones", "amp:in");
  const Path path = desk.path();
  const Point& output = pointAt(path, "synth:phones");
  EXPECT_FALSE(output.peak.nominal);
  EXPECT_NEAR(most(output.peak), 20.2803, 1e-4);
  EXPECT_THAT(output.peak.missing.items(), Contains(lacks(Gap::source, "synth")));
  EXPECT_NEAR(least(output.margin), 0.0, 1e-9);
}

TEST(LevelPlan, ADeviceWithoutProfileLeavesGaps) {
  LevelDesk desk;
  desk.device("dac", converter());
  desk.cable("dac:out", "stranger:in");
  desk.device("stranger", {}).id = "unknown";
  const chain::Desk made(desk.desk().chain(), [](std::string_view) { return nullptr; });
  const LevelPlan plan = planLevels(made);
  ASSERT_EQ(plan.paths.size(), 1u);
  for (const Point& point : plan.paths[0].points) EXPECT_TRUE(point.peak.isUnknown());
}

TEST(LevelPlan, SettingsThatAgreeInWeightingKeepIt) {
  const auto weighted = [](Profile& p) {
    p.ports[1].figures.dynamicRange->weighting = profiles::Weighting::a;
  };
  LevelDesk desk;
  Profile dac = converter();
  weighted(dac);
  desk.device("dac", dac);
  Profile amp = amplifier();
  amp.ports[1].noise->weighting = profiles::Weighting::a;
  desk.device("amp", amp);
  desk.device("cans", headphones());
  desk.cable("dac:out", "amp:in");
  desk.cable("amp:phones", "cans:plug");
  EXPECT_EQ(desk.path().weighting, profiles::Weighting::a);
  EXPECT_FALSE(headphoneDesk().path().weighting);
}

}  // namespace
}  // namespace linecheck::levels
