// Desks of real devices, from the profiles that are shipped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "levels/noise.h"
#include "support/levels/level_desk.h"

namespace linecheck::levels {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

/// Two power amplifiers, each bridged to mono, which is what 135 dB hold for.
Profile monoAmplifier() {
  Profile made = shipped("benchmark-ahb2");
  profiles::Figure<Decibels> mono;
  static_cast<profiles::Reading<Decibels>&>(mono) =
      made.figures.signalToNoise.value().alternatives.at(0);
  made.figures.signalToNoise = mono;
  return made;
}

LevelDesk converterIntoPowerAmplifier() {
  LevelDesk desk;
  desk.device("dac3", shipped("benchmark-dac3"));
  desk.device("ahb2", monoAmplifier());
  desk.cable("dac3:xlr-out", "ahb2:xlr-in");
  desk.flick("dac3", "pads", "0 dB");
  desk.flick("ahb2", "input-gain", "Low");
  return desk;
}

TEST(ShippedDesks, AConverterOf128IntoAnAmplifierOf135GivesAbout127) {
  const Path path = converterIntoPowerAmplifier().path();
  EXPECT_NEAR(path.snr.nominal.value().value(), 127.21, 0.005);
  ASSERT_EQ(path.stages.size(), 2u);
  EXPECT_NEAR(path.stages[1].noiseFigure.value().nominal.value().value(), 0.79, 0.005);
  EXPECT_EQ(path.weighting, profiles::Weighting::a);
  // Six decibels better than the whole, or a little less, costs one.
  EXPECT_NEAR(path.interfaceSnrForOneDecibel.nominal.value().value(), 133.08, 0.005);
}

TEST(ShippedDesks, AtFullLevelNoiseOnTheLineMayBeThatOfAWholeMicrophoneAmplifier) {
  const Path path = converterIntoPowerAmplifier().path();
  // 24 dBu − 133.08 dB.
  EXPECT_NEAR(path.interfaces.at(0).noiseForOneDecibel.nominal.value().value(), -109.08, 0.005);
  // At the 2 V of the unbalanced output it would be the thermal noise of 600 Ω.
  const double atTwoVolts = dbuFromVolts(Volts::of(2.0)).value() - 133.08;
  EXPECT_NEAR(atTwoVolts, dbuFromVolts(thermalNoise(Ohms::of(600.0))).value(), 0.05);
}

TEST(ShippedDesks, TheUnbalancedOutputMayLoseUpToTheDifferenceOfLevels) {
  LevelDesk desk;
  desk.device("dac3", shipped("benchmark-dac3"));
  desk.device("ahb2", monoAmplifier());
  desk.cable("dac3:rca-out", "ahb2:xlr-in");
  desk.flick("ahb2", "input-gain", "High");
  const Path path = desk.path();
  const Estimate<Decibels>& snr = pointAt(path, "dac3:rca-out").snr;
  EXPECT_FALSE(snr.nominal);
  EXPECT_NEAR(snr.low.value().value(), 128.0 - (24.0 - 8.2391), 1e-3);
  EXPECT_NEAR(snr.high.value().value(), 128.0, 1e-9);
}

TEST(ShippedDesks, TheWrongInputGainClipsByTheDifferenceOfLevels) {
  LevelDesk desk = converterIntoPowerAmplifier();
  desk.flick("ahb2", "input-gain", "High");
  const Path path = desk.path();
  // 24 dBu into an input for 2 V.
  EXPECT_NEAR(pointAt(path, "ahb2:xlr-in").margin.nominal.value().value(), 8.2391 - 24.0, 1e-3);
  ASSERT_TRUE(path.firstLimit);
  EXPECT_EQ(path.firstLimit->point, 1u);
}

/// An interface whose line output feeds an amplifier with headphones and monitors; a second pair of
/// headphones on the interface itself.
LevelDesk studio() {
  LevelDesk desk;
  desk.device("pc", shipped("generic-computer"));
  desk.device("zen", shipped("antelope-zen-go"));
  desk.device("l30", shipped("topping-l30-ii"));
  desk.device("m1", shipped("neuropunk-m1"));
  desk.device("t7v", shipped("adam-t7v"));
  desk.device("guest", shipped("neuropunk-m1"));
  desk.cable("pc:usb-c", "zen:usb");
  desk.cable("zen:line-out", "l30:line-in");
  desk.cable("l30:headphones", "m1:plug");
  desk.cable("l30:pre-out", "t7v:rca-in");
  desk.cable("zen:headphones-1", "guest:plug");
  desk.set("zen", "computer-playback", 0_dB);
  desk.set("zen", "line-out-trim", dBu(20.0));
  return desk;
}

Path pathTo(const LevelDesk& desk, const std::string& sink) {
  for (Path& path : desk.plan().paths) {
    if (path.points.back().at.device.text() == sink) return std::move(path);
  }
  throw std::out_of_range("No way to " + sink);
}

TEST(ShippedDesks, ASwitchDecidesWhichOfTwoPathsPlays) {
  LevelDesk desk = studio();
  EXPECT_EQ(desk.plan().paths.size(), 3u);
  EXPECT_EQ(pathTo(desk, "m1").isPlaying, std::nullopt);
  EXPECT_EQ(pathTo(desk, "t7v").isPlaying, std::nullopt);
  EXPECT_EQ(pathTo(desk, "guest").isPlaying, true);
  desk.flick("l30", "mode", "HPA");
  EXPECT_EQ(pathTo(desk, "m1").isPlaying, true);
  EXPECT_EQ(pathTo(desk, "t7v").isPlaying, false);
  desk.flick("l30", "mode", "PRE");
  EXPECT_EQ(pathTo(desk, "m1").isPlaying, false);
  EXPECT_EQ(pathTo(desk, "t7v").isPlaying, true);
  desk.flick("l30", "mode", "OFF");
  EXPECT_EQ(pathTo(desk, "t7v").isPlaying, false);
}

TEST(ShippedDesks, TheLevelsOfAPathThatDoesNotPlayAreAsIfItDid) {
  LevelDesk desk = studio();
  desk.flick("l30", "gain", "M");
  desk.set("l30", "volume", chain::Travel{1.0});
  const auto before = pathTo(desk, "m1").points;
  desk.flick("l30", "mode", "PRE");
  EXPECT_EQ(pathTo(desk, "m1").points, before);
}

TEST(ShippedDesks, HeadphonesOnTheAmplifierGetTheLineLevelAtUnity) {
  LevelDesk desk = studio();
  desk.flick("l30", "gain", "M");
  desk.set("l30", "volume", chain::Travel{1.0});
  const Path path = pathTo(desk, "m1");
  EXPECT_NEAR(volts(pointAt(path, "zen:line-out").peak).nominal.value().value(), 7.746, 1e-3);
  EXPECT_NEAR(volts(pointAt(path, "l30:headphones").peak).nominal.value().value(), 7.746, 1e-3);
  // The 3.5 W into 16 Ω are 7.48 V: at unity gain, 7.75 V ask for 0.3 dB too much.
  EXPECT_NEAR(pointAt(path, "l30:headphones").margin.nominal.value().value(), -0.30, 0.01);
  EXPECT_EQ(path.points.at(path.firstLimit.value().point).at.place().text(), "l30:headphones");
}

TEST(ShippedDesks, APadTakesTenDecibelsAndALineTransformerNone) {
  LevelDesk desk;
  desk.device("zen", shipped("antelope-zen-go"));
  desk.device("pad", shipped("generic-pad-10-db"));
  desk.device("isolator", shipped("generic-line-isolator-rca"));
  desk.device("l30", shipped("topping-l30-ii"));
  desk.cable("zen:line-out", "pad:in");
  desk.cable("pad:out", "isolator:in");
  desk.cable("isolator:out", "l30:line-in");
  desk.set("zen", "computer-playback", 0_dB);
  desk.set("zen", "line-out-trim", dBu(20.0));
  const Path path = desk.path();
  EXPECT_NEAR(pointAt(path, "pad:out").peak.nominal.value().value(), 10.0, 1e-9);
  EXPECT_NEAR(pointAt(path, "l30:line-in").peak.nominal.value().value(), 10.0, 1e-9);
}

TEST(ShippedDesks, HeadphonesOnTheInterfaceLoseSevenDecibelsOrMore) {
  LevelDesk desk = studio();
  desk.set("zen", "output-volume", dB(0.0));
  const Path path = pathTo(desk, "guest");
  const Estimate<Decibels>& loss = path.interfaces.at(0).gain;
  EXPECT_NEAR(loss.low.value().value(), -8.59, 5e-3);
  EXPECT_NEAR(loss.high.value().value(), -7.04, 5e-3);
}

TEST(ShippedDesks, ThePreOutputPassesTheLineLevelAsFarAsAnyoneKnows) {
  LevelDesk desk = studio();
  desk.set("l30", "volume", dB(-10.0));
  const Path path = pathTo(desk, "t7v");
  const Point& output = pointAt(path, "l30:pre-out");
  EXPECT_NEAR(output.peak.nominal.value().value(), 10.0, 1e-9);
  EXPECT_FALSE(output.peak.low);
  EXPECT_FALSE(output.peak.high);
  EXPECT_THAT(
      output.peak.missing.items(),
      ::testing::Contains(Missing{Gap::gain, chain::Place(chain::DeviceId("l30"), "pre-out")}));
}

}  // namespace
}  // namespace linecheck::levels
