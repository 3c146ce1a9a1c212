#include "levels/recommendation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "support/levels/level_desk.h"

namespace linecheck::levels {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Choice = Recommendation::Choice;

chain::Place at(const std::string& device, const std::string& detail) {
  return chain::Place(chain::DeviceId(device), detail);
}

Listening listening(double level, double reserve = 10.0) {
  return {DecibelsSpl::of(level), dB(reserve), {}};
}

/// 100 Ω into 10 kΩ, and 1 Ω into 32 Ω.
constexpr double kLineLoss = -0.086427;
constexpr double kPhonesLoss = -0.267279;
/// 0 dBV in dBu.
constexpr double kVoltInDbu = 2.218487;

/// A trim of 14 to 20 dBu into an amplifier that takes `ceiling` dBu, with gains of −14, 0 and
/// 16.5 dB.
LevelDesk trimmedDesk(double ceiling, std::optional<profiles::Taper> taper = {}) {
  LevelDesk desk;
  desk.device("pc", computer());
  profiles::OutputTrim trim;
  trim.minimum = figure(dBu(14.0));
  trim.maximum = figure(dBu(20.0));
  desk.device("dac", converter()).controls = {control("trim", {"out"}, trim)};
  Profile& amp = desk.device("amp", amplifier());
  amp.ports[0].maximumLevel = figure(dBu(ceiling));
  std::get<profiles::Volume>(amp.controls[1].action).taper = taper;
  amp.controls[0].action = gainSteps({{"L", -14.0}, {"M", 0.0}, {"H", 16.5}});
  desk.device("cans", headphones());
  desk.cable("pc:usb", "dac:usb");
  desk.cable("dac:out", "amp:in");
  desk.cable("amp:phones", "cans:plug");
  return desk;
}

Recommendation recommended(const LevelDesk& desk, const Listening& wish) {
  const chain::Desk made = desk.desk();
  return recommend(made, planLevels(made).paths.at(0), wish);
}

double trimOf(const Recommendation& advice) {
  for (const Choice& choice : advice.choices) {
    if (const auto* level = std::get_if<DecibelsU>(&choice.setting)) return level->value();
  }
  throw std::out_of_range("No trim was chosen");
}

std::string gainOf(const Recommendation& advice) {
  for (const Choice& choice : advice.choices) {
    if (choice.control == at("amp", "gain")) return std::get<chain::Position>(choice.setting).name;
  }
  return "none";
}

std::vector<Obstacle::Kind> obstaclesOf(const Recommendation& advice) {
  std::vector<Obstacle::Kind> kinds;
  for (const Obstacle& obstacle : advice.obstacles) kinds.push_back(obstacle.kind);
  return kinds;
}

TEST(Recommendation, TakesTheHighestTrimThatTheNextInputTakes) {
  const auto advice = recommended(trimmedDesk(18.0), listening(80.0));
  EXPECT_NEAR(trimOf(advice), 18.0 - kLineLoss, 1e-5);
  EXPECT_NEAR(pointAt(advice.path, "amp:in").margin.nominal.value().value(), 0.0, 1e-9);
}

TEST(Recommendation, TakesTheWholeTrimWhereTheInputTakesMore) {
  EXPECT_NEAR(trimOf(recommended(trimmedDesk(24.0), listening(80.0))), 20.0, 1e-12);
}

TEST(Recommendation, SaysSoWhereEvenTheLowestTrimIsTooMuch) {
  const auto advice = recommended(trimmedDesk(10.0), listening(80.0));
  EXPECT_NEAR(trimOf(advice), 14.0, 1e-12);
  ASSERT_THAT(obstaclesOf(advice), Contains(Obstacle::Kind::overloadsInput));
  EXPECT_EQ(advice.obstacles[0].where, at("amp", "in"));
  EXPECT_NEAR(advice.obstacles[0].by.value(), 4.0 + kLineLoss, 1e-5);
}

TEST(Recommendation, TakesTheLowestGainWithTheReserve) {
  // At 20 dBu and −14 dB: 5.6463 dBu at the plug, 3.4278 dBV, 103.43 dB at full scale, 85.43 dB of
  // working level.
  const double loudest = 100.0 + 20.0 - 14.0 + kLineLoss + kPhonesLoss - kVoltInDbu - 18.0;
  const auto quiet = recommended(trimmedDesk(24.0), listening(loudest - 10.001));
  EXPECT_EQ(gainOf(quiet), "L");
  EXPECT_NEAR(quiet.loudest.nominal.value().value(), loudest, 1e-4);
  EXPECT_EQ(gainOf(recommended(trimmedDesk(24.0), listening(loudest - 9.999))), "M");
  EXPECT_EQ(gainOf(recommended(trimmedDesk(24.0), listening(loudest + 14.0 - 9.999))), "H");
}

TEST(Recommendation, TheKnobTakesWhatIsTooLoud) {
  const auto advice = recommended(trimmedDesk(24.0), listening(80.0));
  EXPECT_EQ(gainOf(advice), "M");
  ASSERT_TRUE(advice.knob);
  EXPECT_EQ(advice.knob->control, at("amp", "volume"));
  const double over = 100.0 + 20.0 + kLineLoss + kPhonesLoss - kVoltInDbu - 18.0 - 80.0;
  EXPECT_NEAR(advice.knob->attenuation.nominal.value().value(), over, 1e-4);
  EXPECT_NEAR(advice.knob->gain.nominal.value().value(), -over, 1e-4);
  EXPECT_NEAR(advice.path.loudness.value().nominal.value().value(), 80.0, 1e-9);
}

TEST(Recommendation, WithoutATaperTheTravelIsUnknownAndTheTaperMissing) {
  const auto advice = recommended(trimmedDesk(24.0), listening(80.0));
  EXPECT_TRUE(advice.knob.value().travel.isUnknown());
  EXPECT_THAT(advice.missing.items(), Contains(Missing{Gap::taper, at("amp", "volume")}));
}

/// The working level with the knob fully up, trim 20 dBu and gain −14 dB.
constexpr double kLoudestAtLow = 100.0 + 20.0 - 14.0 + kLineLoss + kPhonesLoss - kVoltInDbu - 18.0;
/// The gain of an audio taper at a travel of 0.4: b = 32.111, (b^0.4 − 1)/(b − 1) = 0.096608.
constexpr double kAudioMiddle = -20.2997;

Recommendation withTaper(profiles::Taper taper, double level) {
  return recommended(trimmedDesk(24.0, taper), listening(level));
}

TEST(Recommendation, TellsTheTravelOfAKnobWhoseTaperIsKnown) {
  // 16.478 dB below fully up is half travel, at 15 % of the voltage.
  const auto advice = withTaper(profiles::Taper::audio, kLoudestAtLow - 16.478);
  EXPECT_NEAR(trimOf(advice), 20.0, 1e-12);
  const auto& travel = advice.knob.value().travel;
  EXPECT_NEAR(travel.nominal.value().fraction, 0.5, 1e-4);
  EXPECT_LT(travel.low.value().fraction, 0.46);
  EXPECT_GT(travel.high.value().fraction, 0.55);
  EXPECT_THAT(advice.obstacles, IsEmpty());
  EXPECT_THAT(advice.missing.items(), IsEmpty());
}

TEST(Recommendation, LowersTheTrimUntilTheKnobComesUpToTheMiddle) {
  const auto advice = withTaper(profiles::Taper::audio, 60.0);
  EXPECT_EQ(gainOf(advice), "L");
  EXPECT_NEAR(trimOf(advice), 20.0 - (kLoudestAtLow - 60.0 + kAudioMiddle), 1e-3);
  EXPECT_NEAR(advice.knob.value().travel.nominal.value().fraction, kMiddleFrom.fraction, 1e-6);
  EXPECT_NEAR(advice.path.loudness.value().nominal.value().value(), 60.0, 1e-9);
  EXPECT_THAT(advice.obstacles, IsEmpty());
}

TEST(Recommendation, SaysSoWhereTheTrimEndsBeforeTheKnobIsUp) {
  const auto advice = withTaper(profiles::Taper::audio, 50.0);
  EXPECT_NEAR(trimOf(advice), 14.0, 1e-12);
  ASSERT_THAT(obstaclesOf(advice), ElementsAre(Obstacle::Kind::knobTooLow));
  EXPECT_NEAR(advice.obstacles[0].by.value(), kLoudestAtLow - 6.0 - 50.0 + kAudioMiddle, 1e-3);
}

TEST(Recommendation, KeepsTheReserveRatherThanTheMiddle) {
  // A linear knob is 7.96 dB down at 0.4; the reserve asks for 10.
  const auto advice = withTaper(profiles::Taper::linear, kLoudestAtLow - 13.0);
  EXPECT_NEAR(trimOf(advice), 17.0, 1e-5);
  EXPECT_NEAR(advice.knob.value().attenuation.nominal.value().value(), 10.0, 1e-9);
  EXPECT_NEAR(advice.knob->travel.nominal.value().fraction, 0.316228, 1e-6);
}

TEST(Recommendation, SaysByHowMuchItStaysTooQuiet) {
  const double loudest = 100.0 + 20.0 + 16.5 + kLineLoss + kPhonesLoss - kVoltInDbu - 18.0;
  const auto advice = recommended(trimmedDesk(24.0), listening(loudest - 7.0));
  EXPECT_EQ(gainOf(advice), "H");
  ASSERT_THAT(obstaclesOf(advice), Contains(Obstacle::Kind::tooQuiet));
  EXPECT_NEAR(advice.obstacles[0].by.value(), 3.0, 1e-4);
}

TEST(Recommendation, SaysWhereItClipsAtThatLevel) {
  // 103 dB of working level are 121 dB at full scale: 11.2 V of the 8 V that there are.
  const auto advice = recommended(trimmedDesk(24.0), listening(103.0));
  ASSERT_THAT(obstaclesOf(advice), ElementsAre(Obstacle::Kind::clips));
  EXPECT_EQ(advice.obstacles[0].where, at("amp", "phones"));
  // 21 dBV and the loss before them, over 8 V.
  EXPECT_NEAR(advice.obstacles[0].by.value(), 21.0 - kPhonesLoss - 18.0618, 1e-4);
}

TEST(Recommendation, WithoutASensitivityItChoosesNoGainAndNoKnob) {
  LevelDesk desk = trimmedDesk(18.0);
  Profile deaf = headphones();
  deaf.headphones->sensitivity.reset();
  LevelDesk other;
  other.device("dac", converter());
  other.device("amp", amplifier());
  other.device("cans", deaf);
  other.cable("dac:out", "amp:in");
  other.cable("amp:phones", "cans:plug");
  other.flick("amp", "gain", "high");
  other.set("amp", "volume", dB(-30.0));
  const auto advice = recommended(other, listening(80.0));
  EXPECT_EQ(gainOf(advice), "none");
  EXPECT_FALSE(advice.knob);
  EXPECT_THAT(advice.missing.items(), Contains(Missing{Gap::sensitivity, at("cans", "")}));
  // The levels are those of the settings that were left alone.
  EXPECT_NEAR(pointAt(advice.path, "amp:phones").peak.nominal.value().value(),
              20.0 + kLineLoss + 14.0 - 30.0, 1e-5);
}

TEST(Recommendation, AnUnknownCeilingLeavesTheTrimUpAndIsNamed) {
  LevelDesk desk;
  desk.device("zen", shipped("antelope-zen-go"));
  desk.device("l30", shipped("topping-l30-ii"));
  desk.device("m1", shipped("neuropunk-m1"));
  desk.cable("zen:line-out", "l30:line-in");
  desk.cable("l30:headphones", "m1:plug");
  const auto advice = recommended(desk, listening(80.0));
  EXPECT_NEAR(trimOf(advice), 20.0, 1e-12);
  EXPECT_THAT(advice.missing.items(), Contains(Missing{Gap::maximumLevel, at("l30", "line-in")}));
  // 20 dBu − 14 dB into 16 Ω behind at most 0.1 Ω, at 91 dB/mW or 108.96 dB/V: 94.7 dB.
  EXPECT_NEAR(advice.loudest.nominal.value().value(), 94.69, 0.01);
  EXPECT_THAT(advice.choices,
              Contains(Choice{at("l30", "gain"), chain::Setting(chain::Position{"L"})}));
  EXPECT_NEAR(advice.knob.value().attenuation.nominal.value().value(), 14.69, 0.01);
}

TEST(Recommendation, DigitalVolumesAreTurnedFullyUp) {
  LevelDesk desk = trimmedDesk(24.0);
  LevelDesk faded;
  profiles::Volume fader;
  fader.technology = profiles::VolumeTechnology::digital;
  faded.device("dac", converter()).controls = {control("fader", {"out"}, fader)};
  faded.device("amp", amplifier());
  faded.device("cans", headphones());
  faded.cable("dac:out", "amp:in");
  faded.cable("amp:phones", "cans:plug");
  faded.set("dac", "fader", dB(-20.0));
  const auto advice = recommended(faded, listening(80.0));
  EXPECT_THAT(advice.choices, Contains(Choice{at("dac", "fader"), chain::Setting(dB(0.0))}));
  EXPECT_EQ(advice.knob.value().control, at("amp", "volume"));
}

TEST(Recommendation, WithOnlyADigitalVolumeThatIsTheKnob) {
  LevelDesk desk;
  desk.device("zen", shipped("antelope-zen-go"));
  desk.device("m1", shipped("neuropunk-m1"));
  desk.cable("zen:headphones-1", "m1:plug");
  const auto advice = recommended(desk, listening(75.0));
  EXPECT_EQ(advice.knob.value().control, at("zen", "output-volume"));
  EXPECT_TRUE(advice.knob->travel.isUnknown());
  EXPECT_NEAR(advice.path.loudness.value().nominal.value().value(), 75.0, 1e-9);
}

LevelDesk benchmarkDesk(const std::string& output) {
  LevelDesk desk;
  desk.device("dac3", shipped("benchmark-dac3"));
  desk.device("ahb2", shipped("benchmark-ahb2"));
  desk.cable("dac3:" + output, "ahb2:xlr-in");
  return desk;
}

TEST(Recommendation, AStudioOutputGetsTheLeastSensitiveInputAndNoPad) {
  const auto advice = recommended(benchmarkDesk("xlr-out"), listening(80.0));
  EXPECT_THAT(
      advice.choices,
      ElementsAre(Choice{at("dac3", "pads"), chain::Setting(chain::Position{"0 dB"})},
                  Choice{at("ahb2", "input-gain"), chain::Setting(chain::Position{"Low"})}));
  EXPECT_THAT(advice.obstacles, IsEmpty());
}

TEST(Recommendation, ATwoVoltOutputGetsTheInputForTwoVolts) {
  const auto advice = recommended(benchmarkDesk("rca-out"), listening(80.0));
  EXPECT_THAT(advice.choices, ElementsAre(Choice{at("ahb2", "input-gain"),
                                                 chain::Setting(chain::Position{"High"})}));
}

TEST(Recommendation, APadGoesInWhereTheInputIsTooSensitive) {
  LevelDesk desk;
  desk.device("dac3", shipped("benchmark-dac3"));
  Profile amp = amplifier();
  amp.ports[0].maximumLevel = figure(dBu(12.0));
  desk.device("amp", amp);
  desk.cable("dac3:xlr-out", "amp:in");
  const auto advice = recommended(desk, listening(80.0));
  EXPECT_THAT(advice.choices,
              Contains(Choice{at("dac3", "pads"), chain::Setting(chain::Position{"20 dB"})}));
  EXPECT_THAT(advice.obstacles, IsEmpty());
}

TEST(Recommendation, KeepsItsPromisesOnAnyDesk) {
  std::mt19937 random(11);
  const auto any = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  for (int i = 0; i < 200; ++i) {
    LevelDesk desk = trimmedDesk(any(12.0, 24.0));
    const Listening wish = listening(any(55.0, 105.0), any(3.0, 15.0));
    const auto advice = recommended(desk, wish);
    const auto obstacles = obstaclesOf(advice);
    const auto has = [&](Obstacle::Kind kind) {
      return std::count(obstacles.begin(), obstacles.end(), kind) > 0;
    };
    const double margin = pointAt(advice.path, "amp:in").margin.nominal.value().value();
    EXPECT_EQ(has(Obstacle::Kind::overloadsInput), margin < -1e-9);
    if (margin > 1e-9) {
      EXPECT_NEAR(trimOf(advice), 20.0, 1e-9);
    }
    const double reserve = advice.loudest.nominal.value().value() - wish.level.value();
    EXPECT_EQ(has(Obstacle::Kind::tooQuiet), reserve < wish.reserve.value());
    const std::string gain = gainOf(advice);
    // One step lower there would be less than the reserve.
    if (gain == "M") {
      EXPECT_LT(reserve - 14.0, wish.reserve.value());
    }
    if (gain == "H") {
      EXPECT_LT(reserve - 16.5, wish.reserve.value());
    }
    if (reserve >= 0.0) {
      EXPECT_NEAR(advice.path.loudness->nominal.value().value(), wish.level.value(), 1e-9);
    }
  }
}

}  // namespace
}  // namespace linecheck::levels
