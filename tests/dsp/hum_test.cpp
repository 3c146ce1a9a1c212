#include "dsp/hum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <string>
#include <vector>

#include "dsp/hum_signals.h"

namespace linecheck::dsp {
namespace {

using test::addLine;
using test::noise;

constexpr double kRate = 48000.0;

HumEstimate humIn(const std::vector<double>& samples, double sampleRate = kRate,
                  const HumSearch& search = {}) {
  return estimateHum(samples, Hertz::of(sampleRate), search);
}

double levelOf(const HumEstimate& hum, int order) {
  return hum.harmonics.at(static_cast<std::size_t>(order) - 1).level.value();
}

std::vector<int> detectedOrders(const HumEstimate& hum) {
  std::vector<int> orders;
  for (const HumHarmonic& harmonic : hum.harmonics) {
    if (harmonic.detected) orders.push_back(harmonic.order);
  }
  return orders;
}

TEST(Hum, FindsALineFarBelowTheNoise) {
  auto x = noise(-110.0, 10.0, kRate);
  addLine(x, 50.02, -120.0, kRate);
  const HumEstimate hum = humIn(x);
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), 50.02, 0.005);
  EXPECT_LT(hum.fundamentalStandardError.value(), 0.001);
  EXPECT_EQ(detectedOrders(hum), std::vector<int>{1});
  EXPECT_NEAR(levelOf(hum, 1), -120.0, 3.0 * hum.harmonics[0].levelStandardError.value());
}

struct SingleLine {
  double frequency;
  double fundamental;
  int order;
};

class HumSingleLine : public testing::TestWithParam<SingleLine> {};

TEST_P(HumSingleLine, IsFoundAtItsLevel) {
  const SingleLine line = GetParam();
  auto x = noise(-100.0, 5.0, kRate);
  addLine(x, line.frequency, -75.0, kRate);
  const HumEstimate hum = humIn(x);
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), line.fundamental, 1e-4);
  EXPECT_EQ(detectedOrders(hum), std::vector<int>{line.order});
  EXPECT_NEAR(levelOf(hum, line.order), -75.0, 0.02);
  EXPECT_NEAR(hum.total.value(), -75.0, 0.02);
}

INSTANTIATE_TEST_SUITE_P(Mains, HumSingleLine,
                         testing::Values(SingleLine{50.03, 50.03, 1}, SingleLine{100.0, 50.0, 2},
                                         SingleLine{150.12, 50.04, 3}, SingleLine{59.96, 59.96, 1},
                                         SingleLine{120.0, 60.0, 2}, SingleLine{179.97, 59.99, 3}));

class HumMains : public testing::TestWithParam<double> {};

// Medians of recorded mains voltages (HFHAD-C): odd harmonics, even ones at −64 dB.
TEST_P(HumMains, ReadsEveryHarmonicOfARealMainsVoltage) {
  const std::map<int, double> levels = {{1, -40.0}, {2, -104.0}, {3, -72.5},  {5, -73.6},
                                        {7, -79.7}, {9, -82.6},  {11, -83.0}, {13, -84.0}};
  auto x = noise(-115.0, 10.0, kRate);
  double power = 0.0;
  for (const auto& [order, level] : levels) {
    addLine(x, order * GetParam(), level, kRate, 0.7 * order);
    power += std::pow(10.0, level / 10.0);
  }
  const HumEstimate hum = humIn(x);
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), GetParam(), 1e-5);
  EXPECT_EQ(hum.harmonics.size(), 20u);
  for (const HumHarmonic& harmonic : hum.harmonics) {
    SCOPED_TRACE(harmonic.order);
    EXPECT_NEAR(harmonic.frequency.value(), harmonic.order * GetParam(), 1e-3);
    const auto found = levels.find(harmonic.order);
    EXPECT_EQ(harmonic.detected, found != levels.end());
    EXPECT_FALSE(harmonic.covered);
    if (found != levels.end()) {
      EXPECT_NEAR(harmonic.level.value(), found->second, 0.05);
    }
  }
  EXPECT_NEAR(hum.total.value(), 10.0 * std::log10(power), 0.01);
  EXPECT_EQ(hum.track.size(), 10u);
}

INSTANTIATE_TEST_SUITE_P(Systems, HumMains, testing::Values(49.97, 60.02));

class HumSampleRate : public testing::TestWithParam<double> {};

TEST_P(HumSampleRate, DoesNotMatter) {
  const double rate = GetParam();
  auto x = noise(-90.0, 2.0, rate);
  addLine(x, 50.02, -50.0, rate);
  addLine(x, 7 * 50.02, -55.0, rate);
  const HumEstimate hum = humIn(x, rate);
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), 50.02, 2e-4);
  EXPECT_NEAR(levelOf(hum, 1), -50.0, 0.02);
  EXPECT_NEAR(levelOf(hum, 7), -55.0, 0.02);
  EXPECT_EQ(detectedOrders(hum), (std::vector<int>{1, 7}));
}

INSTANTIATE_TEST_SUITE_P(Rates, HumSampleRate,
                         testing::Values(1000.0, 8000.0, 11025.0, 12345.0, 22050.0, 44100.0,
                                         48000.0, 96000.0, 192000.0, 768000.0));

TEST(Hum, NyquistLimitsTheOrders) {
  auto x = noise(-90.0, 2.0, 1000.0);
  addLine(x, 50.0, -50.0, 1000.0);
  const HumEstimate hum = humIn(x, 1000.0);
  ASSERT_TRUE(hum.present);
  EXPECT_EQ(hum.harmonics.size(), 9u);
}

TEST(Hum, HalfASecondIsEnoughAndLessIsNot) {
  auto x = noise(-110.0, 0.5, kRate);
  addLine(x, 50.02, -60.0, kRate);
  const HumEstimate hum = humIn(x);
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), 50.02, 0.001);
  EXPECT_NEAR(levelOf(hum, 1), -60.0, 0.05);
  EXPECT_EQ(hum.track.size(), 1u);

  x.resize(x.size() - 1);
  const HumEstimate nothing = humIn(x);
  EXPECT_FALSE(nothing.present);
  EXPECT_TRUE(nothing.harmonics.empty());
  EXPECT_FALSE(nothing.detectionLimit);
}

TEST(Hum, TenMinutesAreOneEstimate) {
  constexpr double kLowRate = 4000.0;
  auto x = noise(-80.0, 600.0, kLowRate);
  addLine(x, 49.99, -90.0, kLowRate);
  addLine(x, 3 * 49.99, -85.0, kLowRate);
  const HumEstimate hum = humIn(x, kLowRate);
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), 49.99, 1e-3);
  EXPECT_NEAR(levelOf(hum, 1), -90.0, 0.2);
  EXPECT_NEAR(levelOf(hum, 3), -85.0, 0.1);
  EXPECT_EQ(hum.track.size(), 600u);
}

TEST(Hum, ItHasToBeThereForHalfOfTheTime) {
  constexpr double kLowRate = 4000.0;
  auto quiet = noise(-80.0, 36.0, kLowRate);
  std::vector<double> line(quiet.size(), 0.0);
  addLine(line, 50.01, -60.0, kLowRate);
  const auto from = [&](double seconds) {
    auto x = quiet;
    for (auto n = static_cast<std::size_t>(seconds * kLowRate); n < x.size(); ++n) x[n] += line[n];
    return humIn(x, kLowRate);
  };
  const HumEstimate most = from(12.0);
  EXPECT_TRUE(most.present);
  EXPECT_NEAR(levelOf(most, 1), -60.0, 0.05);
  EXPECT_EQ(most.track.size(), 36u);
  EXPECT_FALSE(from(24.0).present);
}

class HumBesideStimulus : public testing::TestWithParam<bool> {};

// 1 kHz is the twentieth harmonic of 50 Hz.
TEST_P(HumBesideStimulus, IsReadAndTheStimulusIsNotTakenForIt) {
  auto x = noise(-100.0, 5.0, kRate);
  addLine(x, 1000.0, -6.0, kRate);
  for (const auto& [order, level] : std::map<int, double>{{1, -60.0}, {2, -70.0}, {3, -80.0}}) {
    addLine(x, 50.0 * order, level, kRate);
  }
  HumSearch search;
  if (GetParam()) search.stimulus = {Hertz::of(1000.0)};
  const HumEstimate hum = humIn(x, kRate, search);
  ASSERT_TRUE(hum.present);
  EXPECT_EQ(detectedOrders(hum), (std::vector<int>{1, 2, 3}));
  EXPECT_NEAR(levelOf(hum, 1), -60.0, 0.05);
  EXPECT_NEAR(levelOf(hum, 2), -70.0, 0.05);
  EXPECT_NEAR(levelOf(hum, 3), -80.0, 0.05);
  EXPECT_NEAR(hum.total.value(), -59.55, 0.05);
  EXPECT_TRUE(hum.harmonics[19].covered);
}

INSTANTIATE_TEST_SUITE_P(Named, HumBesideStimulus, testing::Bool());

TEST(Hum, IsReadBesideAFullScaleTone) {
  for (const double tone : {997.0, 1000.0, 440.0}) {
    SCOPED_TRACE(tone);
    auto x = noise(-120.0, 10.0, kRate);
    addLine(x, tone, 0.0, kRate);
    addLine(x, 50.01, -100.0, kRate);
    addLine(x, 150.03, -104.0, kRate);
    const HumEstimate hum = humIn(x);
    ASSERT_TRUE(hum.present);
    EXPECT_EQ(detectedOrders(hum), (std::vector<int>{1, 3}));
    EXPECT_NEAR(levelOf(hum, 1), -100.0, 0.05);
    EXPECT_NEAR(levelOf(hum, 3), -104.0, 0.05);
  }
}

TEST(Hum, AStimulusHidesWhatItsDistortionCovers) {
  auto x = noise(-100.0, 5.0, kRate);
  for (int order = 1; order <= 9; ++order) addLine(x, 100.0 * order, -10.0 - 10.0 * order, kRate);
  EXPECT_TRUE(humIn(x).present);  // It cannot be told from rectified mains.
  HumSearch search;
  search.stimulus = {Hertz::of(100.0)};
  EXPECT_FALSE(humIn(x, kRate, search).present);
  addLine(x, 50.02, -70.0, kRate);
  const HumEstimate hum = humIn(x, kRate, search);
  EXPECT_EQ(detectedOrders(hum), std::vector<int>{1});
  EXPECT_NEAR(levelOf(hum, 1), -70.0, 0.05);
}

TEST(Hum, SilenceAndConstantsAreNotHum) {
  const std::size_t length = 96000;
  for (const double value : {0.0, 0.1, -1.0}) {
    SCOPED_TRACE(value);
    const HumEstimate hum = humIn(std::vector<double>(length, value));
    EXPECT_FALSE(hum.present);
    EXPECT_TRUE(hum.total.isSilent());
    EXPECT_TRUE(hum.track.empty());
    for (const HumHarmonic& harmonic : hum.harmonics) {
      EXPECT_FALSE(harmonic.detected);
      EXPECT_FALSE(std::isnan(harmonic.level.value()));
      EXPECT_FALSE(std::isnan(harmonic.levelStandardError.value()));
    }
  }
  EXPECT_FALSE(humIn(std::vector<double>(length, 0.0)).detectionLimit);
}

TEST(Hum, SamplesThatAreNoNumbersAreNotHum) {
  for (const double value :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    auto x = noise(-60.0, 2.0, kRate);
    addLine(x, 50.0, -20.0, kRate);
    x[40000] = value;
    EXPECT_FALSE(humIn(x).present);
  }
}

TEST(Hum, StepsAndClicksAreNotHum) {
  auto step = noise(-100.0, 5.0, kRate);
  for (std::size_t n = step.size() / 3; n < step.size(); ++n) step[n] += 0.5;
  EXPECT_FALSE(humIn(step).present);
  std::vector<double> click(240000, 0.0);
  click[80000] = 1.0;
  EXPECT_FALSE(humIn(click).present);
}

TEST(Hum, StandsOutOfSteepNoiseAndOffset) {
  auto x = noise(-90.0, 10.0, kRate);
  double walk = 0.0;
  for (double& value : x) value = 0.2 + (walk = 0.9999 * walk + value);
  EXPECT_FALSE(humIn(x).present);
  addLine(x, 50.03, -60.0, kRate);
  const HumEstimate hum = humIn(x);
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(levelOf(hum, 1), -60.0, 3.0 * hum.harmonics[0].levelStandardError.value());
}

TEST(Hum, TheLouderMainsIsReported) {
  auto x = noise(-100.0, 5.0, kRate);
  addLine(x, 50.02, -70.0, kRate);
  addLine(x, 60.01, -60.0, kRate);
  EXPECT_NEAR(humIn(x).fundamental.value(), 60.01, 1e-3);
  HumSearch only50;
  only50.try60Hz = false;
  EXPECT_NEAR(humIn(x, kRate, only50).fundamental.value(), 50.02, 1e-3);
  HumSearch nowhere;
  nowhere.try50Hz = nowhere.try60Hz = false;
  EXPECT_FALSE(humIn(x, kRate, nowhere).present);
}

TEST(Hum, AGeneratorNeedsAWiderSearch) {
  auto x = noise(-100.0, 5.0, kRate);
  addLine(x, 47.6, -60.0, kRate);
  addLine(x, 3 * 47.6, -70.0, kRate);
  EXPECT_FALSE(humIn(x).present);
  HumSearch wide;
  wide.halfWidth = Hertz::of(5.0);
  const HumEstimate hum = humIn(x, kRate, wide);
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), 47.6, 1e-3);
  EXPECT_NEAR(levelOf(hum, 3), -70.0, 0.05);
}

TEST(Hum, FiftyHarmonicsIfAskedFor) {
  auto x = noise(-100.0, 3.0, kRate);
  addLine(x, 60.03, -60.0, kRate);
  addLine(x, 49 * 60.03, -70.0, kRate);
  HumSearch search;
  search.harmonics = 50;
  const HumEstimate hum = humIn(x, kRate, search);
  EXPECT_EQ(hum.harmonics.size(), 50u);
  EXPECT_EQ(detectedOrders(hum), (std::vector<int>{1, 49}));
  EXPECT_NEAR(levelOf(hum, 49), -70.0, 0.05);
}

TEST(Hum, HighOrdersAloneAreNotHum) {
  for (const double frequency : {200.0, 250.0, 300.0, 550.0, 600.0, 605.0, 1000.0, 720.0}) {
    SCOPED_TRACE(frequency);
    auto x = noise(-100.0, 5.0, kRate);
    addLine(x, frequency, -30.0, kRate);
    EXPECT_FALSE(humIn(x).present);
  }
}

TEST(Hum, ThreePhaseRectifierIsHumByItsTwoLines) {
  auto x = noise(-100.0, 5.0, kRate);
  addLine(x, 6 * 50.02, -60.0, kRate);
  addLine(x, 12 * 50.02, -66.0, kRate);
  const HumEstimate hum = humIn(x);
  ASSERT_TRUE(hum.present);
  EXPECT_NEAR(hum.fundamental.value(), 50.02, 1e-4);
  EXPECT_EQ(detectedOrders(hum), (std::vector<int>{6, 12}));

  // The seventh and fourteenth partial of a note at 51 Hz lie on 6 and 12 × 59.5 Hz.
  auto note = noise(-100.0, 5.0, kRate);
  for (int partial = 1; partial <= 20; ++partial) {
    addLine(note, 51.0 * partial, -40.0 - partial, kRate, partial);
  }
  EXPECT_FALSE(humIn(note).present);
}

TEST(Hum, TheSameSamplesGiveTheSameEstimate) {
  auto x = noise(-100.0, 3.0, kRate);
  addLine(x, 50.02, -90.0, kRate);
  const HumEstimate first = humIn(x);
  const HumEstimate second = humIn(x);
  EXPECT_EQ(first.fundamental, second.fundamental);
  EXPECT_EQ(first.total, second.total);
}

}  // namespace
}  // namespace linecheck::dsp
