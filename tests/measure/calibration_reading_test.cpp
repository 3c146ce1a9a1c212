#include "measure/calibration_reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace linecheck::measure {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

KnownByMeter meter(double volts, double level) {
  KnownByMeter known;
  known.reading = Volts::of(volts);
  known.lastDigit = Volts::ofMilli(1.0);
  known.frequency = Hertz::of(60.0);
  known.level = DecibelsFs::of(level);
  return known;
}

TEST(MeterDisplay, ReadsVoltsWithTheirLastDigit) {
  const auto plain = parseMeterDisplay("1.23V");
  ASSERT_TRUE(plain);
  EXPECT_DOUBLE_EQ(plain->reading.value(), 1.23);
  EXPECT_DOUBLE_EQ(plain->lastDigit.value(), 0.01);
  const auto finer = parseMeterDisplay("1.230 V");
  ASSERT_TRUE(finer);
  EXPECT_DOUBLE_EQ(finer->lastDigit.value(), 0.001);
  const auto milli = parseMeterDisplay(" 500mV ");
  ASSERT_TRUE(milli);
  EXPECT_DOUBLE_EQ(milli->reading.value(), 0.5);
  EXPECT_DOUBLE_EQ(milli->lastDigit.value(), 0.001);
  const auto comma = parseMeterDisplay("0,775 V");
  ASSERT_TRUE(comma);
  EXPECT_DOUBLE_EQ(comma->reading.value(), 0.775);
}

TEST(MeterDisplay, RefusesWhatIsNoReading) {
  for (const char* text :
       {"", "V", "mV", "1.23", "1.2.3V", "-1V", "1e3V", "nanV", "1.23A", "1 2V", "infV", ".V"}) {
    const auto display = parseMeterDisplay(text);
    ASSERT_FALSE(display) << text;
    EXPECT_EQ(display.error().code, ErrorCode::usage);
    EXPECT_THAT(display.error().what, HasSubstr("1.23V"));
  }
}

// √0.6 V is 0 dBu, so at −20 dBFS full scale is +20 dBu.
TEST(FullScaleFromMeter, IsTheReadingLessTheTone) {
  const auto result = fullScaleFromMeter(meter(std::sqrt(0.6), -20.0));
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_NEAR(result->fullScale.value(), 20.0, 1e-9);
  EXPECT_THAT(result->cautions, IsEmpty());
}

// ±1 % and one digit of 1 mV on 100 mV is 2 %: −20·lg 0.98 = 0.1755 dB.
TEST(FullScaleFromMeter, UncertaintyIsTheMetersOwn) {
  const auto result = fullScaleFromMeter(meter(0.1, -20.0));
  ASSERT_TRUE(result);
  ASSERT_TRUE(result->uncertainty);
  EXPECT_NEAR(result->uncertainty->value(), 0.17548, 1e-4);
}

// One leg of a balanced jack carries half of its voltage: twice that is 20·lg 2 more.
TEST(FullScaleFromMeter, OneLegIsHalfOfTheVoltage) {
  KnownByMeter known = meter(1.0, -20.0);
  known.probes = Probes::hotToCold;
  const auto both = fullScaleFromMeter(known);
  known.probes = Probes::hotToGround;
  const auto one = fullScaleFromMeter(known);
  ASSERT_TRUE(both && one);
  EXPECT_NEAR((one->fullScale - both->fullScale).value(), 6.0206, 1e-4);
  EXPECT_THAT(both->cautions, IsEmpty());
  EXPECT_THAT(one->cautions, ElementsAre(ReadingCaution::coldLegAssumed));
}

TEST(FullScaleFromMeter, ACheapMeterMayReadLowAboveMains) {
  KnownByMeter known = meter(1.0, -20.0);
  known.frequency = Hertz::of(1000.0);
  EXPECT_THAT(fullScaleFromMeter(known)->cautions, ElementsAre(ReadingCaution::meterMayReadLow));
  EXPECT_THAT(fullScaleFromMeter(known, MeterBand::wide)->cautions, IsEmpty());
  known.frequency = Hertz::of(400.0);
  EXPECT_THAT(fullScaleFromMeter(known)->cautions, IsEmpty());
}

TEST(FullScaleFromMeter, RefusesReadingsThatCannotBe) {
  for (const auto& known :
       {meter(0.0009, -20.0), meter(30.1, 0.0), meter(0.0, -20.0), meter(-1.0, -20.0),
        meter(std::nan(""), -20.0), meter(1.0, 0.1), meter(1.0, -61.0), meter(1.0, std::nan(""))}) {
    const auto result = fullScaleFromMeter(known);
    ASSERT_FALSE(result) << known.reading.value() << " V at " << known.level.value();
    EXPECT_EQ(result.error().code, ErrorCode::usage);
  }
}

TEST(FullScaleFromMeter, RefusesADisplayThatIsTooCoarse) {
  KnownByMeter known = meter(0.1, -20.0);
  known.lastDigit = Volts::ofMilli(100.0);
  EXPECT_THAT(fullScaleFromMeter(known).error().what, HasSubstr("too coarse"));
}

// 10 V at −30 dBFS would be 316 V, or +52 dBu, at full scale.
TEST(FullScaleFromMeter, RefusesAFullScaleThatNoDeviceHas) {
  EXPECT_THAT(fullScaleFromMeter(meter(10.0, -30.0)).error().what, HasSubstr("dBFS"));
}

RC_GTEST_PROP(FullScaleFromMeter, ACalibrationReadsTheVoltsBack, ()) {
  const double volts = 0.01 + *rc::gen::inRange(0, 2000) / 1000.0;
  const double level = -*rc::gen::inRange(0, 20);
  const auto result = fullScaleFromMeter(meter(volts, level));
  RC_ASSERT(bool(result));
  const auto calibration = Calibration::withFullScaleAt(result->fullScale);
  RC_ASSERT(std::abs(calibration.toVolts(DecibelsFs::of(level)).value() - volts) < 1e-9);
}

// 0 dBu leaves the output; −18 dBFS is what it reads at the input: full scale there is +18 dBu.
TEST(FullScaleFromLoop, CarriesTheOutputsCalibrationOver) {
  LoopReading loop;
  loop.outputFullScale = DecibelsU::of(20.0);
  loop.outputUncertainty = Decibels::of(0.1);
  loop.played = DecibelsFs::of(-20.0);
  loop.captured = DecibelsFs::of(-18.0);
  loop.loss = Decibels::of(0.0);
  const auto result = fullScaleFromLoop(loop);
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_NEAR(result->fullScale.value(), 18.0, 1e-9);
  EXPECT_NEAR(result->uncertainty->value(), 0.1, 1e-9);

  // Half a decibel lost on the way there: full scale is as much lower.
  loop.loss = Decibels::of(0.5);
  EXPECT_NEAR(fullScaleFromLoop(loop)->fullScale.value(), 17.5, 1e-9);
  loop.isOneLeg = true;
  EXPECT_NEAR(fullScaleFromLoop(loop)->fullScale.value(), 17.5 - 6.0206, 1e-4);
}

TEST(FullScaleFromLoop, SaysWhatItDoesNotKnow) {
  LoopReading loop;
  loop.outputFullScale = DecibelsU::of(20.0);
  loop.outputUncertainty = Decibels::of(0.1);
  loop.played = loop.captured = DecibelsFs::of(-20.0);
  auto result = fullScaleFromLoop(loop);
  ASSERT_TRUE(result);
  EXPECT_THAT(result->cautions, ElementsAre(ReadingCaution::loadUnknown));
  EXPECT_NEAR(result->uncertainty->value(), 0.3, 1e-9);
  loop.outputUncertainty = std::nullopt;
  EXPECT_FALSE(fullScaleFromLoop(loop)->uncertainty);
}

TEST(FullScaleFromLoop, RefusesClippingAndSilence) {
  LoopReading loop;
  loop.outputFullScale = DecibelsU::of(20.0);
  loop.played = DecibelsFs::of(-20.0);
  for (const DecibelsFs captured :
       {DecibelsFs::of(0.0), DecibelsFs::of(-81.0), DecibelsFs::silence()}) {
    loop.captured = captured;
    const auto result = fullScaleFromLoop(loop);
    ASSERT_FALSE(result) << captured.value();
    EXPECT_EQ(result.error().code, ErrorCode::usage);
  }
}

TEST(LoopDrift, TellsThatAKnobWasTurned) {
  LoopGainRecord record;
  record.gain = Decibels::of(2.0);
  const Decibels same = loopDrift(record, DecibelsFs::of(-20.0), DecibelsFs::of(-18.1));
  EXPECT_NEAR(same.value(), -0.1, 1e-9);
  EXPECT_FALSE(isVolumeChange(same));
  const Decibels down = loopDrift(record, DecibelsFs::of(-20.0), DecibelsFs::of(-21.0));
  EXPECT_NEAR(down.value(), -3.0, 1e-9);
  EXPECT_TRUE(isVolumeChange(down));
  EXPECT_TRUE(isVolumeChange(-down));
}

}  // namespace
}  // namespace linecheck::measure
