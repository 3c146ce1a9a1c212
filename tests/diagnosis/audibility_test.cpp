#include "diagnosis/audibility.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "diagnosis/ear_path.h"
#include "hum_fixture.h"
#include "support/levels/level_desk.h"

namespace linecheck::diagnosis {
namespace {

using levels::testing::headphoneDesk;
using levels::testing::LevelDesk;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const ListeningPoint kPhones{chain::DeviceId("amp"), "phones"};
const ListeningPoint kLine{chain::DeviceId("dac"), "out"};
const InputScale kTwelve{Calibration::withFullScaleAt(DecibelsU::of(12.0)), {}};

Evidence hum(const std::map<int, double>& levels, double noise = -150.0, double mains = 50.0) {
  Evidence evidence;
  evidence.hum = humWith(levels, noise, mains);
  return evidence;
}

// With plain spaces before the units.
std::string english(const Sentence& sentence) {
  static const std::string kThin = "\u2009";
  std::string text = sentence.english();
  for (std::size_t at = 0; (at = text.find(kThin, at)) != std::string::npos;) {
    text.replace(at, kThin.size(), " ");
  }
  return text;
}

std::vector<std::string> english(const std::vector<Sentence>& sentences) {
  std::vector<std::string> texts;
  texts.reserve(sentences.size());
  for (const Sentence& one : sentences) texts.push_back(english(one));
  return texts;
}

// 12 dBu are 9.781 dBV; 32 of 33 Ω take off 0.267 dB; 100 dB SPL at 1 V.
TEST(Audibility, CarriesACaptureOfTheAmplifiersOutputToTheEar) {
  const LevelDesk desk = headphoneDesk();
  const auto heard = audibilityOf(hum({{1, -96.0}}), desk.desk(), kPhones, kTwelve);
  ASSERT_EQ(heard.harmonics.size(), 1u);
  EXPECT_NEAR(heard.harmonics[0].spl.nominal->value(), 100 + 9.7815 - 0.2673 - 96.0, 0.001);
  EXPECT_DOUBLE_EQ(heard.harmonics[0].threshold->value(), 44.0);
  EXPECT_EQ(heard.isAudible, false);
  EXPECT_EQ(english(heard.sentence), "−96 dBFS, 30 dB below what you can hear: not worth chasing.");
  EXPECT_THAT(heard.needs, IsEmpty());
}

TEST(Audibility, AddsTheChainsGainToACaptureOfTheLineBefore) {
  LevelDesk desk = headphoneDesk();
  desk.flick("amp", "gain", "high");
  // 10 of 10.1 kΩ: −0.086 dB; the switch: 14 dB.
  EXPECT_NEAR(earPath(desk.desk(), kLine)->gain.nominal->value(), -0.0864 + 14.0 - 0.2673, 0.001);
  const auto heard = audibilityOf(hum({{1, -60.0}}), desk.desk(), kLine, kTwelve);
  EXPECT_NEAR(heard.harmonics[0].spl.nominal->value(), 100 + 9.7815 + 13.6463 - 60.0, 0.001);
  EXPECT_EQ(heard.isAudible, true);
  EXPECT_EQ(
      english(heard.sentence),
      "−60 dBFS: you can hear it. At 50 Hz it is 19 dB above the quietest that you can hear.");
}

TEST(Audibility, WeighsEachHarmonicByTheEar) {
  const LevelDesk desk = headphoneDesk();
  // The weaker tenth harmonic is heard, the strong fundamental is not: 44 dB against 4.4 dB SPL.
  const auto heard = audibilityOf(hum({{1, -70.0}, {10, -100.0}}), desk.desk(), kPhones, kTwelve);
  ASSERT_EQ(heard.harmonics.size(), 2u);
  EXPECT_EQ(heard.harmonics[0].isAudible, false);
  EXPECT_EQ(heard.harmonics[1].isAudible, true);
  EXPECT_EQ(heard.isAudible, true);
}

TEST(Audibility, IsOpenWithinTheCalibrationsUncertainty) {
  const LevelDesk desk = headphoneDesk();
  const double atThreshold = 44.0 - 100 - 9.7815 + 0.2673;
  const InputScale unsure{kTwelve.calibration, Decibels::of(3.0)};
  const auto open = audibilityOf(hum({{1, atThreshold + 2.0}}), desk.desk(), kPhones, unsure);
  EXPECT_EQ(open.isAudible, std::nullopt);
  EXPECT_THAT(english(open.sentence), HasSubstr("between −1 dB and 5 dB"));
  EXPECT_EQ(audibilityOf(hum({{1, atThreshold + 4.0}}), desk.desk(), kPhones, unsure).isAudible,
            true);
  EXPECT_EQ(audibilityOf(hum({{1, atThreshold - 4.0}}), desk.desk(), kPhones, unsure).isAudible,
            false);
}

TEST(Audibility, SaysThatTheInputIsNotCalibrated) {
  const LevelDesk desk = headphoneDesk();
  const auto heard = audibilityOf(hum({{1, -60.0}}), desk.desk(), kPhones, {});
  EXPECT_EQ(heard.isAudible, std::nullopt);
  EXPECT_TRUE(heard.harmonics[0].spl.isUnknown());
  EXPECT_EQ(english(heard.sentence), "−60 dBFS. Whether you can hear that is not known.");
  EXPECT_THAT(english(heard.needs), ElementsAre("Nobody has told which level is 0 dBFS at the "
                                                "input: calibrate it."));
}

TEST(Audibility, SaysWhichFigureOfTheChainIsMissing) {
  LevelDesk desk = headphoneDesk();
  auto deaf = levels::testing::headphones();
  deaf.headphones->sensitivity.reset();
  desk.device("m1", deaf);
  desk.device("second", levels::testing::amplifier());
  desk.cable("dac:out", "second:in");
  desk.cable("second:phones", "m1:plug");
  const auto heard =
      audibilityOf(hum({{1, -60.0}}), desk.desk(), {chain::DeviceId("second"), "phones"}, kTwelve);
  EXPECT_EQ(heard.isAudible, std::nullopt);
  EXPECT_EQ(heard.headphones, chain::DeviceId("m1"));
  ASSERT_EQ(heard.needs.size(), 1u);
  EXPECT_THAT(heard.needs[0].english(), HasSubstr("The sensitivity of "));
}

TEST(Audibility, AsksHowTheKnobStands) {
  LevelDesk desk = headphoneDesk();
  chain::Desk standing = desk.desk();
  chain::Chain chain = standing.chain();
  for (auto& device : chain.devices) device.settings.erase("gain");
  const chain::Desk untold(chain, [&](std::string_view id) {
    return standing.profile(chain::DeviceId(std::string(id)));
  });
  const auto heard = audibilityOf(hum({{1, -70.0}}), untold, kLine, kTwelve);
  ASSERT_FALSE(heard.needs.empty());
  EXPECT_THAT(heard.needs[0].english(), HasSubstr("Tell how "));
}

TEST(Audibility, WithoutHumSaysWhatTheNoiseCouldHide) {
  const LevelDesk desk = headphoneDesk();
  const auto heard = audibilityOf(hum({}, -130.0), desk.desk(), kPhones, kTwelve);
  ASSERT_EQ(heard.harmonics.size(), 3u);
  EXPECT_TRUE(heard.harmonics[0].isBound);
  EXPECT_FALSE(heard.harmonics[0].spl.nominal);
  EXPECT_EQ(heard.isAudible, false);
  // −112.4 dBFS at 150 Hz, 18.7 dB SPL of threshold.
  EXPECT_THAT(english(heard.sentence), HasSubstr("at least 22 dB below"));
}

TEST(Audibility, TakesOffWhatTheInterfaceHasItself) {
  const LevelDesk desk = headphoneDesk();
  const Evidence own = hum({{1, -60.0}});
  const auto heard =
      audibilityOf(hum({{1, -60.0}, {3, -90.0}}), desk.desk(), kPhones, kTwelve, &own);
  ASSERT_EQ(heard.harmonics.size(), 2u);
  EXPECT_TRUE(heard.harmonics[0].isBound) << "All of it may be the interface's.";
  EXPECT_FALSE(heard.harmonics[1].isBound);
  EXPECT_EQ(heard.harmonics[0].isAudible, std::nullopt);
}

TEST(Audibility, NeedsHeadphonesBehindThePoint) {
  LevelDesk desk = headphoneDesk();
  desk.device("spare", levels::testing::amplifier());
  const auto heard =
      audibilityOf(hum({{1, -60.0}}), desk.desk(), {chain::DeviceId("spare"), "phones"}, kTwelve);
  EXPECT_EQ(heard.headphones, std::nullopt);
  EXPECT_EQ(heard.isAudible, std::nullopt);
  EXPECT_THAT(english(heard.needs).at(0), HasSubstr("No headphones"));
}

TEST(Audibility, HasNoThresholdBelowTwentyHertz) {
  const LevelDesk desk = headphoneDesk();
  Evidence evidence = hum({{1, -40.0}}, -150.0, 16.7);
  const auto heard = audibilityOf(evidence, desk.desk(), kPhones, kTwelve);
  EXPECT_EQ(heard.harmonics.at(0).threshold, std::nullopt);
  EXPECT_EQ(heard.isAudible, std::nullopt);
}

TEST(EarPath, GoesThroughNoConverter) {
  const LevelDesk desk = headphoneDesk();
  EXPECT_EQ(earPath(desk.desk(), {chain::DeviceId("pc"), "usb"}), std::nullopt);
}

}  // namespace
}  // namespace linecheck::diagnosis
