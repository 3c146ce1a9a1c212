#include "measure/live_spectrum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "dsp/generators.h"
#include "measure/sample_history.h"

namespace linecheck::measure {
namespace {

constexpr int kRate = 48000;

std::vector<double> sine(double frequency, double peak, std::size_t frames) {
  std::vector<double> samples(frames);
  dsp::addSine(samples, {Hertz::of(frequency), peak}, Hertz::of(kRate));
  return samples;
}

// All frames that come of the samples, pushed in blocks of some odd size.
std::vector<SpectrumFrame> framesOf(LiveSpectrum& spectrum, std::span<const double> samples) {
  std::vector<SpectrumFrame> frames;
  while (!samples.empty()) {
    const auto block = samples.first(std::min<std::size_t>(samples.size(), 777));
    spectrum.push(block, [&frames](const auto& fill) { fill(frames.emplace_back()); });
    samples = samples.subspan(block.size());
  }
  return frames;
}

SpectrumSettings settingsOf(std::size_t fftLength, LiveAveraging averaging = LiveAveraging::off) {
  SpectrumSettings settings;
  settings.fftLength = fftLength;
  settings.averaging = averaging;
  return settings;
}

TEST(LiveSpectrum, ToneOnABinReadsItsLevelUnderEveryWindow) {
  for (const auto window :
       {dsp::WindowKind::rectangular, dsp::WindowKind::hann, dsp::WindowKind::blackmanHarris4,
        dsp::WindowKind::blackmanHarris7, dsp::WindowKind::hft90d, dsp::WindowKind::hft144d,
        dsp::WindowKind::hft248d, dsp::WindowKind::kaiser}) {
    SpectrumSettings settings = settingsOf(4096);
    settings.window = window;
    LiveSpectrum spectrum(settings, kRate);
    const auto frames = framesOf(spectrum, sine(64.0 * kRate / 4096, 0.5, 5000));
    ASSERT_FALSE(frames.empty());
    const SpectrumFrame& frame = frames.front();
    ASSERT_EQ(frame.average.size(), 2049U);
    EXPECT_NEAR(10.0 * std::log10(frame.average[64]), -6.0206, 0.001);
    EXPECT_EQ(frame.fftLength, 4096U);
    EXPECT_EQ(frame.sampleRate, kRate);
    EXPECT_EQ(frame.window, window);
    EXPECT_EQ(frame.enbwBins, dsp::makeWindow(window, 4096).enbwBins);
  }
}

// As spectrum_frame.h says: the sum over the bins, divided by the ENBW, is the noise's level.
TEST(LiveSpectrum, NoiseIntegratesToItsLevel) {
  LiveSpectrum spectrum(settingsOf(4096, LiveAveraging::sinceReset), kRate);
  const auto frames = framesOf(spectrum, dsp::whiteNoise(DecibelsFs::of(-40.0), 480'000, 3));
  double sum = 0.0;
  for (const float power : frames.back().average) sum += static_cast<double>(power);
  EXPECT_NEAR(10.0 * std::log10(sum / frames.back().enbwBins), -40.0, 0.05);
}

TEST(LiveSpectrum, ComesOftenAndWithHalfOverlapOrMore) {
  for (const std::size_t length : {4096U, 16384U, 65536U, 131072U}) {
    LiveSpectrum spectrum(settingsOf(length), kRate);
    const std::size_t seconds = 4;
    const auto frames = framesOf(spectrum, std::vector<double>(length + seconds * kRate));
    EXPECT_GE(frames.size(), seconds * 20) << length;
    EXPECT_GE(frames.size(), seconds * kRate / (length / 2)) << length;
  }
}

TEST(LiveSpectrum, LongestTransformsComeAsTheyCan) {
  constexpr std::size_t kLength = std::size_t{1} << 20;
  LiveSpectrum spectrum(settingsOf(kLength), kRate);
  const auto frames = framesOf(spectrum, std::vector<double>(kLength + kLength / 32));
  EXPECT_EQ(frames.size(), 3U);
}

TEST(LiveSpectrum, ExponentialAverageSettlesToItsDepth) {
  SpectrumSettings settings = settingsOf(4096, LiveAveraging::exponential);
  settings.depth = 4.0;
  LiveSpectrum spectrum(settings, kRate);
  const auto frames = framesOf(spectrum, dsp::whiteNoise(DecibelsFs::of(-40.0), 96'000, 3));
  EXPECT_EQ(frames.front().averages, 1);
  EXPECT_EQ(frames.back().averages, 4);
}

// Spectra that overlap by 15/16 are no news each: eight of them count as one.
TEST(LiveSpectrum, OverlappingSpectraCountInPart) {
  LiveSpectrum spectrum(settingsOf(25'600, LiveAveraging::sinceReset), kRate);
  const auto frames = framesOf(spectrum, std::vector<double>(25'600 + 15 * 1600));
  ASSERT_EQ(frames.size(), 16U);
  EXPECT_EQ(frames[0].averages, 1);
  EXPECT_EQ(frames[7].averages, 1);
  EXPECT_EQ(frames[8].averages, 2);
  EXPECT_EQ(frames[15].averages, 2);
}

TEST(LiveSpectrum, PeakHoldKeepsTheGreatestUntilReset) {
  SpectrumSettings settings = settingsOf(4096);
  settings.peakHold = true;
  LiveSpectrum spectrum(settings, kRate);
  const double onBin = 64.0 * kRate / 4096;
  (void)framesOf(spectrum, sine(onBin, 0.5, 9600));
  auto frames = framesOf(spectrum, std::vector<double>(9600));
  EXPECT_NEAR(frames.back().peakHold[64], 0.25, 1e-4);
  EXPECT_LT(frames.back().average[64], 1e-9);
  spectrum.resetPeakHold();
  frames = framesOf(spectrum, std::vector<double>(9600));
  EXPECT_EQ(frames.back().peakHold[64], 0.0F);
}

TEST(LiveSpectrum, WithoutPeakHoldThereIsNone) {
  LiveSpectrum spectrum(settingsOf(4096), kRate);
  EXPECT_TRUE(framesOf(spectrum, std::vector<double>(4096)).front().peakHold.empty());
}

TEST(LiveSpectrum, RestartForgetsWhatCameBefore) {
  LiveSpectrum spectrum(settingsOf(4096, LiveAveraging::sinceReset), kRate);
  (void)framesOf(spectrum, sine(750.0, 1.0, 9600));
  spectrum.restart();
  EXPECT_TRUE(framesOf(spectrum, std::vector<double>(4095)).empty());
  const auto frames = framesOf(spectrum, std::vector<double>(1));
  ASSERT_EQ(frames.size(), 1U);
  EXPECT_EQ(frames[0].averages, 1);
  EXPECT_EQ(*std::max_element(frames[0].average.begin(), frames[0].average.end()), 0.0F);
}

TEST(LiveSpectrum, LevelsAreThoseOfTheNewestSamples) {
  LiveSpectrum spectrum(settingsOf(4096), kRate);
  std::vector<double> samples = sine(1000.0, 0.1, 4096);
  samples[0] = 1.0;
  const auto frames = framesOf(spectrum, samples);
  EXPECT_NEAR(frames[0].rms.value(), -20.0, 0.1);
  EXPECT_NEAR(frames[0].peak.value(), -20.0, 0.1);
}

TEST(SampleHistory, KeepsTheNewest) {
  SampleHistory history(4);
  EXPECT_TRUE(history.snapshot().empty());
  history.push(std::vector<double>{1, 2, 3});
  EXPECT_EQ(history.snapshot(), (std::vector<double>{1, 2, 3}));
  history.push(std::vector<double>{4, 5});
  EXPECT_EQ(history.snapshot(), (std::vector<double>{2, 3, 4, 5}));
  history.push(std::vector<double>{6, 7, 8, 9, 10, 11});
  EXPECT_EQ(history.snapshot(), (std::vector<double>{8, 9, 10, 11}));
  EXPECT_EQ(history.size(), 4U);
  history.clear();
  EXPECT_EQ(history.size(), 0U);
  history.push(std::vector<double>{12});
  EXPECT_EQ(history.snapshot(), (std::vector<double>{12}));
}

}  // namespace
}  // namespace linecheck::measure
