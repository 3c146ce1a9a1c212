#include "prediction/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "prediction/predict.h"
#include "support/prediction/loop_desk.h"

namespace linecheck::prediction {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using chain::AudioPath;
using chain::OperatingSystem;
using measure::Unit;
using ::testing::Contains;
using ::testing::Field;
using ::testing::IsEmpty;

Comparison compared(const LoopDesk& desk, std::string_view procedure,
                    const measure::Reading& reading,
                    const std::map<std::string, double>& values = {}) {
  measure::Values given;
  for (const auto& [id, value] : values) given.set(id, value);
  const Loop loop = desk.loop();
  return compare(loop, reading, predict(loop, procedure, given));
}

measure::Reading readingOf(std::string_view id, Unit unit, std::optional<double> value,
                           int channels = 2) {
  measure::Reading reading;
  for (int channel = 0; channel < channels; ++channel) {
    reading.figures.push_back({std::string(id), unit, channel, value, 0.01});
  }
  return reading;
}

/// dB of a power.
double dbOf(double power) {
  return 10.0 * std::log10(power);
}
double powerOf(double decibels) {
  return std::pow(10.0, decibels / 10.0);
}

TEST(Compare, FindsNothingWhereTheChainIsRightWithinItsRanges) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    const auto within = [&](double low, double high) {
      return std::uniform_real_distribution<double>(low, high)(random);
    };
    LoopDesk desk(interface());
    auto& ports = desk.box().ports;
    ports[1].maximumLevel = figure(dBu(20.0), std::optional(dBu(19.5)), std::optional(dBu(20.5)));
    ports[2].maximumLevel = figure(dBu(22.0), std::optional(dBu(21.5)), std::optional(dBu(22.5)));
    ports[1].impedance =
        figure(Ohms::of(100.0), std::optional(Ohms::of(50.0)), std::optional(Ohms::of(150.0)));
    desk.control(padControl(), chain::Position{seed % 2 == 0 ? "0 dB" : "10 dB"});
    desk.control(faderControl(), dB(-static_cast<double>(seed % 7)));
    const double source = within(50.0, 150.0);
    const double output = within(19.5, 20.5) - (seed % 2 == 0 ? 0.0 : 10.0);
    const double input = within(21.5, 22.5);
    const double gain = output - static_cast<double>(seed % 7) - input +
                        20.0 * std::log10(10000.0 / (10000.0 + source));
    const Comparison comparison = compared(desk, "path", readingOf("gain", Unit::db, gain));
    ASSERT_EQ(comparison.figures.size(), 2u);
    EXPECT_THAT(comparison.findings, IsEmpty()) << "seed " << seed << ", gain " << gain;
  }
}

TEST(Compare, FindsNothingInNoiseAsPrinted) {
  // As in predict_test: −116.569 dBFS (A). Twice the trust of two figures of 0.5 dB is 1.4 dB.
  const LoopDesk desk(interface());
  for (const double level : {-130.0, -116.6, -115.3}) {
    EXPECT_THAT(compared(desk, "noise", readingOf("noise_a", Unit::dbfs, level)).findings,
                IsEmpty())
        << level;
  }
  EXPECT_THAT(compared(desk, "noise", readingOf("noise_a", Unit::dbfs, -115.0)).findings,
              Contains(Field(&Finding::id, "noise-high")));
}

TEST(Compare, TellsTheDifferenceFromTheBestValue) {
  const LoopDesk desk(interface());
  const Comparison comparison =
      compared(desk, "path", readingOf("gain", Unit::db, 20.0 + kDivider - 22.0 + 0.2));
  ASSERT_EQ(comparison.figures.size(), 2u);
  EXPECT_NEAR(comparison.figures[0].difference.value(), 0.2, 1e-4);
  // √(0.1² + 0.1² + 0.01²)
  EXPECT_NEAR(comparison.figures[0].uncertainty, 0.14177, 1e-4);
  EXPECT_FALSE(comparison.figures[0].isBeyond);
}

TEST(Compare, IsBeyondFromTwiceTheUncertaintyOn) {
  const LoopDesk desk(interface());
  const double expected = 20.0 + kDivider - 22.0;
  for (const double sign : {-1.0, 1.0}) {
    const auto at = [&](double away) {
      return compared(desk, "path", readingOf("gain", Unit::db, expected + sign * away))
          .figures.at(0)
          .isBeyond;
    };
    EXPECT_FALSE(at(0.283));
    EXPECT_TRUE(at(0.285));
  }
}

TEST(Compare, CountsFromTheNearestBoundWhereThereIsNoBestValue) {
  LoopDesk desk(interface());
  desk.box().controls.push_back(trimControl());
  trust(desk.box(), Confidence::measured);
  const double high = 20.0 + kDivider - 22.0;
  EXPECT_NEAR(compared(desk, "path", readingOf("gain", Unit::db, high + 3.0))
                  .figures.at(0)
                  .difference.value(),
              3.0, 1e-4);
  EXPECT_EQ(
      compared(desk, "path", readingOf("gain", Unit::db, high - 3.0)).figures.at(0).difference,
      0.0);
}

TEST(Compare, SaysNothingOfWhatIsUnknownOrSilent) {
  const LoopDesk desk(interface());
  for (const std::optional<double> value :
       {std::optional<double>(), std::optional(-std::numeric_limits<double>::infinity())}) {
    const Comparison comparison = compared(desk, "path", readingOf("gain", Unit::db, value));
    EXPECT_EQ(comparison.figures.at(0).difference, std::nullopt);
    EXPECT_THAT(comparison.findings, IsEmpty());
  }
}

TEST(Compare, KeepsAChannelThatIsOffByItself) {
  const LoopDesk desk(interface());
  measure::Reading reading = readingOf("gain", Unit::db, 20.0 + kDivider - 22.0);
  reading.figures[1].value = *reading.figures[1].value - 6.02;
  const Comparison comparison = compared(desk, "path", reading);
  ASSERT_EQ(comparison.findings.size(), 1u);
  EXPECT_EQ(comparison.findings[0].channel, 1);
}

/// White noise of a level over 20 Hz to 20 kHz, as it reads.
measure::Reading whiteNoise(double level) {
  measure::Reading reading = readingOf("noise", Unit::dbfs, level);
  for (int channel = 0; channel < 2; ++channel) {
    reading.figures.push_back({"noise_a", Unit::dbfs, channel, level - 1.92, 0.01});
    reading.figures.push_back({"dynamic_range", Unit::db, channel, -level - 1.68, 0.01});
  }
  return reading;
}

TEST(Compare, NamesSixteenBits) {
  const LoopDesk desk(interface());
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    // Rounded or with dither; on the way out, on the way in or both.
    const double cut = seed % 2 == 0 ? -98.88 : -94.11;
    const double out = seed % 3 == 0 ? 0.0 : powerOf(cut + 20.0 + kDivider - 22.0);
    const double in = seed % 3 == 1 ? 0.0 : powerOf(cut);
    const double level =
        dbOf(out + in + powerOf(-114.65)) + std::normal_distribution<double>(0.0, 0.05)(random);
    if (level < -99.3) continue;  // Attenuated behind: no longer where 16 bits lie.
    const Comparison comparison = compared(desk, "noise", whiteNoise(level));
    ASSERT_EQ(comparison.findings.size(), 1u) << level;
    EXPECT_EQ(comparison.findings[0].id, "noise-high");
    ASSERT_THAT(comparison.findings[0].causes, ::testing::Not(IsEmpty())) << level;
    EXPECT_EQ(comparison.findings[0].causes[0].id, "sixteen-bits");
    EXPECT_EQ(comparison.findings[0].causes[0].where.text(), "box");
  }
}

TEST(Compare, ExpectsTheNoiseOfSixteenBitsWhereTheChainHasThem) {
  LoopDesk desk(interface());
  desk.bits(16);
  for (const double level : {-96.5, -94.0, -92.5}) {
    EXPECT_THAT(compared(desk, "noise", whiteNoise(level)).findings, IsEmpty()) << level;
  }
}

TEST(Compare, NamesHumWhereTheACurveTakesItAway) {
  const LoopDesk desk(interface());
  measure::Reading reading = readingOf("noise", Unit::dbfs, -80.0);
  for (int channel = 0; channel < 2; ++channel) {
    reading.figures.push_back({"noise_a", Unit::dbfs, channel, -110.0, 0.01});
  }
  const Comparison comparison = compared(desk, "noise", reading);
  ASSERT_EQ(comparison.findings.size(), 1u);
  EXPECT_EQ(comparison.findings[0].figure, "noise");
  ASSERT_EQ(comparison.findings[0].causes.size(), 1u);
  EXPECT_EQ(comparison.findings[0].causes[0].id, "hum");
}

TEST(Compare, NamesTheInputsKnobForNoiseThatItRaises) {
  LoopDesk desk(interface());
  desk.control(gainControl(), dB(0.0));
  const Comparison comparison = compared(desk, "noise", whiteNoise(-114.65 + 30.0));
  ASSERT_EQ(comparison.findings.size(), 1u);
  EXPECT_THAT(comparison.findings[0].causes,
              Contains(Field(&Cause::where, chain::Place(chain::DeviceId("box"), "gain"))));
}

TEST(Compare, NamesATrimThatClipsTheInput) {
  for (unsigned seed = 0; seed < 25; ++seed) {
    std::mt19937 random(seed);
    LoopDesk desk(interface());
    desk.box().ports[2].maximumLevel = figure(dBu(14.0));
    desk.control(trimControl(), dBu(14.0));
    const int trim = std::uniform_int_distribution<int>(16, 20)(random);
    // 14 dBu at the input, less the divider before it.
    const double clip = 14.0 - kDivider - trim;
    const Comparison comparison =
        compared(desk, "headroom", readingOf("clip_level", Unit::dbfs, clip));
    ASSERT_EQ(comparison.findings.size(), 1u) << trim;
    EXPECT_EQ(comparison.findings[0].id, "clips-early");
    EXPECT_THAT(comparison.findings[0].causes,
                Contains(::testing::AllOf(
                    Field(&Cause::where, chain::Place(chain::DeviceId("box"), "trim")),
                    Field(&Cause::would, std::optional<chain::Setting>(dBu(trim))))));
  }
}

TEST(Compare, IsGladOfLaterClipping) {
  LoopDesk desk(interface());
  desk.box().ports[2].maximumLevel = figure(dBu(10.0));
  EXPECT_THAT(compared(desk, "headroom", readingOf("clip_level", Unit::dbfs, -3.0)).findings,
              IsEmpty());
}

measure::Reading limiterReading(const std::string& word) {
  measure::Reading reading;
  for (int channel = 0; channel < 2; ++channel) {
    reading.statements.push_back({"limiter", word, channel});
  }
  return reading;
}

TEST(Compare, NamesTheMixerForALimiterThatOughtNotToBeThere) {
  LoopDesk desk(interface());
  desk.play(OperatingSystem::windows, AudioPath::asio, {});
  const Comparison comparison = compared(desk, "limiter", limiterReading("linked_limiter"));
  ASSERT_EQ(comparison.findings.size(), 1u);
  EXPECT_EQ(comparison.findings[0].id, "limiter-found");
  EXPECT_EQ(comparison.findings[0].channel, std::nullopt);
  EXPECT_EQ(comparison.findings[0].causes.at(0).id, "system-mixer");
  EXPECT_EQ(comparison.findings[0].causes.at(0).where.part, "pc");
}

TEST(Compare, MissesTheLimiterOfWindowsMixer) {
  LoopDesk desk(interface());
  desk.play(OperatingSystem::windows, AudioPath::sharedMixer, 1.0);
  EXPECT_THAT(compared(desk, "limiter", limiterReading("linked_limiter")).findings, IsEmpty());
  EXPECT_THAT(compared(desk, "limiter", limiterReading("cannot_tell")).findings, IsEmpty());
  EXPECT_THAT(compared(desk, "limiter", limiterReading("none")).findings,
              Contains(Field(&Finding::id, "limiter-missing")));
}

TEST(Compare, NamesTheOutputThatHasTheMeasuredImpedance) {
  LoopDesk desk(interface());
  Port phones = port("phones", Direction::out, Signal::headphone);
  phones.impedance = figure(Ohms::of(22.0));
  desk.box().ports.push_back(phones);
  const Comparison comparison =
      compared(desk, "output-impedance", readingOf("output_impedance", Unit::ohms, 22.5));
  ASSERT_EQ(comparison.findings.size(), 1u);
  ASSERT_EQ(comparison.findings[0].causes.size(), 1u);
  EXPECT_EQ(comparison.findings[0].causes[0].where.text(), "box:phones");
}

TEST(Compare, NamesWhatClipsFirstForDistortion) {
  LoopDesk desk(interface());
  desk.box().ports[1].figures.thdPlusNoise = figure(dB(-100.0));
  desk.box().ports[2].figures.thdPlusNoise = figure(dB(-100.0));
  const Comparison comparison =
      compared(desk, "distortion", readingOf("thdn", Unit::db, -50.0), {{"level", -20.0}});
  ASSERT_EQ(comparison.findings.size(), 1u);
  EXPECT_EQ(comparison.findings[0].id, "distortion-high");
  ASSERT_EQ(comparison.findings[0].causes.size(), 1u);
  EXPECT_EQ(comparison.findings[0].causes[0].where.text(), "box:out");
}

}  // namespace
}  // namespace linecheck::prediction
