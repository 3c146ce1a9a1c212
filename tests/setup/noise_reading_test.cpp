#include "setup/noise_reading.h"

#include <gtest/gtest.h>

#include <array>

#include "diagnosis/hum_fixture.h"
#include "support/levels/level_desk.h"

namespace linecheck::setup {
namespace {

using diagnosis::Cause;
using diagnosis::Diagnosis;
using diagnosis::humWith;
using diagnosis::InputScale;
using levels::testing::headphoneDesk;
using levels::testing::LevelDesk;

// 0 dBFS is 12 dBu, which gives 109.5 dB SPL in the desk's headphones; at 50 Hz the ear begins at
// 44 dB SPL. So −96 dBFS, 13.5 dB SPL, are not heard, and −60 dBFS, 49.5 dB SPL, are.
const ChannelScale kTwelve = InputScale{Calibration::withFullScaleAt(DecibelsU::of(12.0)), {}};
constexpr double kTooSoft = -96.0;
constexpr double kHeard = -60.0;

Diagnosis channel(Cause cause, double probability, const std::map<int, double>& lines = {}) {
  Diagnosis diagnosis;
  diagnosis.evidence.hum = humWith(lines, -150.0);
  diagnosis.causes = {{cause, probability, {}}};
  if (cause != Cause::noHum) diagnosis.causes.push_back({Cause::noHum, 1.0 - probability, {}});
  return diagnosis;
}

NoiseReading readingOf(const Diagnosis& diagnosis, const ChannelScale& scale = kTwelve) {
  const LevelDesk desk = headphoneDesk();
  return noiseReadingOf({&diagnosis, 1}, desk.desk(), {}, {&scale, 1});
}

TEST(NoiseReading, HumBelowTheThresholdOfHearingIsFine) {
  const NoiseReading soft = readingOf(channel(Cause::groundLoop, 0.9, {{1, kTooSoft}}));
  EXPECT_EQ(soft.isAudible, false);
  EXPECT_TRUE(isFine(soft));
  const NoiseReading heard = readingOf(channel(Cause::groundLoop, 0.9, {{1, kHeard}}));
  EXPECT_EQ(heard.isAudible, true);
  EXPECT_FALSE(isFine(heard));
}

TEST(NoiseReading, WithoutACalibrationNobodyKnowsAndWhatWasFoundCounts) {
  const NoiseReading reading = readingOf(channel(Cause::groundLoop, 0.9, {{1, kTooSoft}}), {});
  EXPECT_EQ(reading.isAudible, std::nullopt);
  EXPECT_FALSE(isFine(reading));
}

TEST(NoiseReading, NothingAndTheInterfacesOwnNoiseAreFineWhateverIsKnown) {
  EXPECT_TRUE(isFine(readingOf(channel(Cause::noHum, 0.9), {})));
  EXPECT_TRUE(isFine(readingOf(channel(Cause::interfaceNoise, 0.9), {})));
}

TEST(NoiseReading, InaudibleHumSaysNothingOfAWhineBesideIt) {
  for (const Cause cause : {Cause::computerHash, Cause::usbFrames, Cause::gainHiss,
                            Cause::mainsHash, Cause::mobilePhone, Cause::dimmer, Cause::unknown}) {
    EXPECT_FALSE(isFine(readingOf(channel(cause, 0.9, {{1, kTooSoft}})))) << causeId(cause);
    EXPECT_FALSE(isFine(readingOf(channel(cause, 0.9)))) << causeId(cause);
  }
  EXPECT_EQ(readingOf(channel(Cause::computerHash, 0.9, {{1, kHeard}})).isAudible, true);
}

TEST(NoiseReading, TheOutputThatIsToldBringsTheGainBehindIt) {
  LevelDesk desk = headphoneDesk();
  desk.flick("amp", "gain", "high");
  const Diagnosis found = channel(Cause::groundLoop, 0.9, {{1, -70.0}});
  const auto at = [&](const char* device, const char* port) {
    const chain::Socket from{chain::DeviceId(device), port, {}};
    return noiseReadingOf({&found, 1}, desk.desk(), from, {&kTwelve, 1}).isAudible;
  };
  // 39.5 dB SPL; 14 dB more where the amplifier is still to come.
  EXPECT_EQ(at("amp", "phones"), false);
  EXPECT_EQ(at("dac", "out"), true);
  EXPECT_EQ(at("pc", "usb"), std::nullopt) << "No voltage is captured there.";
}

TEST(NoiseReading, AChannelThatIsHeardCountsBeforeALikelierOneThatIsNot) {
  const LevelDesk desk = headphoneDesk();
  const std::array channels = {channel(Cause::groundLoop, 0.99, {{1, kTooSoft}}),
                               channel(Cause::magneticPickup, 0.7, {{1, kHeard}})};
  const std::array scales = {kTwelve, kTwelve};
  const NoiseReading reading = noiseReadingOf(channels, desk.desk(), {}, scales);
  EXPECT_EQ(reading.cause, Cause::magneticPickup);
  EXPECT_DOUBLE_EQ(reading.probability, 0.7);
  EXPECT_DOUBLE_EQ(reading.hum->value(), kHeard);
}

TEST(NoiseReading, EachChannelIsHeldAgainstItsOwnScale) {
  const LevelDesk desk = headphoneDesk();
  const std::array channels = {channel(Cause::groundLoop, 0.9, {{1, kTooSoft}}),
                               channel(Cause::groundLoop, 0.8, {{1, kTooSoft}})};
  // 40 dB more volts for the same samples.
  const ChannelScale loud = InputScale{Calibration::withFullScaleAt(DecibelsU::of(52.0)), {}};
  const std::array scales = {kTwelve, loud};
  const NoiseReading reading = noiseReadingOf(channels, desk.desk(), {}, scales);
  EXPECT_EQ(reading.isAudible, true);
  EXPECT_DOUBLE_EQ(reading.probability, 0.8);
  // The second has none: nobody knows of it.
  EXPECT_FALSE(isFine(noiseReadingOf(channels, desk.desk(), {}, {scales.data(), 1})));
}

TEST(NoiseReading, WhereNoHumWasFoundItIsSilentAndTellsNoMainsFrequency) {
  const NoiseReading reading = readingOf(channel(Cause::noHum, 0.9));
  ASSERT_TRUE(reading.hum);
  EXPECT_TRUE(reading.hum->isSilent());
  EXPECT_FALSE(reading.humSe);
  EXPECT_FALSE(reading.mainsFrequency);
}

}  // namespace
}  // namespace linecheck::setup
