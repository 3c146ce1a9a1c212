#include "measure/analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "dsp/generators.h"

namespace linecheck::measure {
namespace {

struct Line {
  double frequency;
  double level;
};

std::vector<double> signalOf(const std::vector<Line>& lines, double noiseDbfs = -110.0,
                             double rate = 48000.0, double seconds = 5.0) {
  auto samples =
      dsp::whiteNoise(DecibelsFs::of(noiseDbfs), static_cast<std::size_t>(seconds * rate), 11);
  for (const Line& line : lines) {
    dsp::addSine(samples,
                 {Hertz::of(line.frequency), sinePeakFromDbfs(DecibelsFs::of(line.level)),
                  0.01 * line.frequency},
                 Hertz::of(rate));
  }
  return samples;
}

AnalysisOptions playing(double frequency) {
  AnalysisOptions options;
  options.stimulus = Hertz::of(frequency);
  return options;
}

ChannelAnalysis analyse(const std::vector<double>& samples, const AnalysisOptions& options = {},
                        double rate = 48000.0) {
  return analyzeChannel(samples, Hertz::of(rate), options);
}

double humLevel(const ChannelAnalysis& channel, int order) {
  for (const auto& harmonic : channel.hum.harmonics) {
    if (harmonic.order == order) return harmonic.level.value();
  }
  return NAN;
}

class EveryRate : public ::testing::TestWithParam<double> {};

TEST_P(EveryRate, ToneAndHumAreBothMeasured) {
  const double rate = GetParam();
  const auto samples =
      signalOf({{997.0, -20.0}, {50.01, -60.0}, {100.02, -70.0}, {150.03, -80.0}}, -100.0, rate);
  const auto result = analyse(samples, playing(997.0), rate);
  ASSERT_TRUE(result.tone);
  EXPECT_NEAR(result.tone->level.value(), -20.0, 0.005);
  EXPECT_NEAR(result.tone->frequency.value(), 997.0, 0.001);
  ASSERT_TRUE(result.hum.present);
  EXPECT_NEAR(result.hum.fundamental.value(), 50.01, 0.005);
  EXPECT_NEAR(humLevel(result, 1), -60.0, 0.05);
  EXPECT_NEAR(humLevel(result, 2), -70.0, 0.05);
  EXPECT_NEAR(humLevel(result, 3), -80.0, 0.05);
  EXPECT_NEAR(result.rms.value(), -20.0, 0.01);
  // Hum is nothing that the tone made: it counts as noise.
  EXPECT_NEAR(result.noise.unweighted.value(), -59.54, 0.1);
  ASSERT_TRUE(result.truePeak);
  EXPECT_NEAR(result.truePeak->value(), -19.9, 0.2);
}

INSTANTIATE_TEST_SUITE_P(Analysis, EveryRate, ::testing::Values(44100.0, 48000.0, 192000.0));

TEST(Analysis, HumIsNoTestToneHoweverStrong) {
  const auto result = analyse(signalOf({{50.0, -20.0}, {150.0, -40.0}}));
  EXPECT_FALSE(result.tone);
  EXPECT_TRUE(result.hum.present);
  EXPECT_NEAR(humLevel(result, 1), -20.0, 0.01);
  EXPECT_NEAR(result.noise.unweighted.value(), -20.0, 0.1);
}

TEST(Analysis, NeitherIsAHighHarmonicThatIsStrongest) {
  const auto result = analyse(signalOf({{50.0, -70.0}, {150.0, -70.0}, {350.0, -50.0}}));
  ASSERT_TRUE(result.hum.present);
  EXPECT_FALSE(result.tone);
  EXPECT_NEAR(result.noise.unweighted.value(), -49.9, 0.1);
}

TEST(Analysis, ToneNobodyAnnouncedIsFound) {
  const auto result = analyse(signalOf({{1000.0, -30.0}, {50.0, -80.0}}));
  ASSERT_TRUE(result.tone);
  EXPECT_NEAR(result.tone->level.value(), -30.0, 0.005);
  EXPECT_TRUE(result.hum.present);
}

TEST(Analysis, PlayedToneIsFoundUnderStrongerHum) {
  const auto result = analyse(signalOf({{997.0, -60.0}, {50.0, -30.0}}), playing(997.0));
  ASSERT_TRUE(result.tone);
  EXPECT_NEAR(result.tone->frequency.value(), 997.0, 0.01);
  EXPECT_NEAR(result.tone->level.value(), -60.0, 0.05);
  EXPECT_TRUE(result.hum.present);
}

TEST(Analysis, TonePlayedAtAMainsFrequencyIsTheTone) {
  const auto result = analyse(signalOf({{100.0, -20.0}}), playing(100.0));
  ASSERT_TRUE(result.tone);
  EXPECT_NEAR(result.tone->level.value(), -20.0, 0.005);
  EXPECT_FALSE(result.hum.present);
}

TEST(Analysis, CleanNoiseHasNeither) {
  const auto result = analyse(signalOf({}));
  EXPECT_FALSE(result.tone);
  EXPECT_FALSE(result.hum.present);
  EXPECT_TRUE(result.lines.empty());
  // 20 Hz to 20 kHz of 24 kHz.
  EXPECT_NEAR(result.noise.unweighted.value(), -110.0 + 10.0 * std::log10(19'980.0 / 24'000.0),
              0.1);
}

TEST(Analysis, DigitalSilenceIsSilent) {
  const auto result = analyse(std::vector<double>(240'000));
  EXPECT_TRUE(result.peak.isSilent());
  EXPECT_TRUE(result.rms.isSilent());
  EXPECT_TRUE(result.dc.isSilent());
  EXPECT_FALSE(result.tone);
  EXPECT_FALSE(result.hum.present);
  EXPECT_TRUE(result.noise.unweighted.isSilent());
  EXPECT_EQ(result.clippedSamples, 0);
}

TEST(Analysis, LevelsAndClippingAreRead) {
  std::vector<double> samples = signalOf({});
  samples[1000] = samples[1001] = samples[1002] = 32767.0 / 32768.0;
  for (double& sample : samples) sample += sample < 0.5 ? 0.25 : 0.0;
  AnalysisOptions options;
  EXPECT_EQ(analyse(samples, options).clippedSamples, 0);
  options.bitDepth = 16;
  const auto result = analyse(samples, options);
  EXPECT_EQ(result.clippedSamples, 3);
  EXPECT_NEAR(result.peak.value(), 0.0, 0.001);
  EXPECT_NEAR(result.dc.value(), 20.0 * std::log10(0.25), 0.001);
}

TEST(Analysis, LinesOfAnyOriginAreListed) {
  const auto result = analyse(signalOf({{1000.0, -80.0}, {50.0, -70.0}, {8000.0, -85.0}}));
  for (const double wanted : {50.0, 1000.0, 8000.0}) {
    EXPECT_TRUE(std::any_of(result.lines.begin(), result.lines.end(), [wanted](const auto& line) {
      return std::abs(line.frequency.value() - wanted) < 0.5;
    })) << wanted;
  }
}

TEST(Analysis, MainsToLookForIsAChoice) {
  AnalysisOptions options;
  options.hum.try50Hz = false;
  EXPECT_FALSE(analyse(signalOf({{50.0, -60.0}}), options).hum.present);
  EXPECT_TRUE(analyse(signalOf({{60.0, -60.0}}), options).hum.present);
}

}  // namespace
}  // namespace linecheck::measure
