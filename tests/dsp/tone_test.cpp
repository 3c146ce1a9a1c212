#include "dsp/tone.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>

#include "dsp/generators.h"
#include "dsp/quantize.h"
#include "dsp/random.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;
using testing::DoubleNear;
using testing::ElementsAre;

constexpr Hertz kRate = Hertz::of(48000.0);
constexpr std::array kAllWindows = {WindowKind::rectangular,     WindowKind::hann,
                                    WindowKind::blackmanHarris4, WindowKind::blackmanHarris7,
                                    WindowKind::hft90d,          WindowKind::hft144d,
                                    WindowKind::hft248d,         WindowKind::kaiser};

void addTone(std::vector<double>& x, double frequency, double level, double phase = 0.7) {
  addSine(x, {Hertz::of(frequency), sinePeakFromDbfs(DecibelsFs::of(level)), phase}, kRate);
}

// Level of white noise of this level in the band from 20 Hz to 20 kHz.
double inBand(double level, double rate = 48000.0) {
  const double high = std::min(20000.0, rate / 2.0);
  return level + 10.0 * std::log10((high - 20.0) / (rate / 2.0));
}

// 997 Hz at 0.5 peak, second harmonic at −100 dBc, white noise of −120 dBFS.
std::vector<double> testSignal(std::size_t length, std::uint64_t seed) {
  auto x = whiteNoise(DecibelsFs::of(-120.0), length, seed);
  addSine(x, {997_Hz, 0.5, 0.3}, kRate);
  addSine(x, {1994_Hz, 0.5e-5, 1.1}, kRate);
  return x;
}

TEST(ToneAnalysis, FiguresDoNotDependOnWindowOrLength) {
  const auto x = testSignal(1 << 19, 7);
  const double noise = inBand(-120.0);
  const double level = 20.0 * std::log10(0.5);
  const double thdn = 10.0 * std::log10(1e-10 + std::pow(10.0, (noise - level) / 10.0));
  for (const auto window : kAllWindows) {
    for (const std::size_t length : {std::size_t{0}, std::size_t{1} << 16, std::size_t{1} << 20}) {
      ToneOptions options;
      options.window = window;
      options.fftLength = length;
      const auto result = analyzeTone(x, kRate, options);
      ASSERT_TRUE(result.tone);
      EXPECT_THAT(result.tone->frequency.value(), DoubleNear(997.0, 1e-6));
      EXPECT_THAT(result.tone->level.value(), DoubleNear(level, 1e-4));
      EXPECT_THAT(result.tone->thd.value(), DoubleNear(-100.0, 0.02));
      EXPECT_THAT(result.tone->thdn.value(), DoubleNear(thdn, 0.05));
      EXPECT_THAT(result.tone->snr.value(), DoubleNear(level - noise, 0.1));
      EXPECT_EQ(result.tone->sinad, -result.tone->thdn);
      EXPECT_THAT(result.noise.unweighted.value(), DoubleNear(noise, 0.1));
    }
  }
}

TEST(ToneAnalysis, LeavesNothingOfAPureTone) {
  for (const std::size_t length :
       {std::size_t{1} << 14, std::size_t{1} << 16, std::size_t{300000}}) {
    for (const double frequency : {100.0, 441.3, 997.0, 5000.0, 12345.6, 19999.0}) {
      ToneOptions options;
      options.expected = Hertz::of(frequency);
      const auto result = analyzeTone(
          tone(Hertz::of(frequency), DecibelsFs::of(0.0), kRate, length), kRate, options);
      ASSERT_TRUE(result.tone) << frequency << " Hz, " << length;
      EXPECT_LT(result.tone->thdn.value(), -180.0) << frequency << " Hz, " << length;
      EXPECT_THAT(result.tone->frequency.value(), DoubleNear(frequency, 1e-7));
      EXPECT_THAT(result.tone->level.value(), DoubleNear(0.0, 1e-8));
    }
  }
}

TEST(ToneAnalysis, BitExactLoopbackFloors) {
  const auto exact = tone(997_Hz, DecibelsFs::of(0.0), kRate, 1 << 19);
  ToneOptions options;
  options.bandHigh = 24000_Hz;
  const auto thdn = [&](const std::vector<double>& x) {
    return analyzeTone(x, kRate, options).tone->thdn.value();
  };
  auto x = exact;
  quantize(x, 24, Dither::triangular);
  EXPECT_THAT(thdn(x), DoubleNear(-141.48, 0.1));
  x = exact;
  quantize(x, 16, Dither::triangular);
  EXPECT_THAT(thdn(x), DoubleNear(-93.32, 0.1));
  x = exact;
  quantizeToFloat(x);
  EXPECT_THAT(thdn(x), DoubleNear(-153.0, 1.0));
}

TEST(ToneAnalysis, AnIdealConverterHasAllItsBits) {
  auto x = tone(997_Hz, DecibelsFs::of(0.0), kRate, 1 << 18);
  quantize(x, 16, Dither::none);
  ToneOptions options;
  options.bandHigh = 24000_Hz;
  EXPECT_THAT(analyzeTone(x, kRate, options).tone->enobBits, DoubleNear(16.0, 0.05));
  // The same converter has the same bits at a lower level.
  x = tone(997_Hz, DecibelsFs::of(-20.0), kRate, 1 << 18);
  quantize(x, 16, Dither::none);
  EXPECT_THAT(analyzeTone(x, kRate, options).tone->enobBits, DoubleNear(16.0, 0.1));
}

TEST(ToneAnalysis, AgreesWithAnIndependentAnalysis) {
  // Bin 1361 of 65536, peak 0.8, phase 0.1, rounded to 8 bits; figures by numpy's FFT of the whole
  // period, in which every line lies on its bin (band 20 Hz to 20 kHz).
  std::vector<double> x(65536);
  const Hertz frequency = Hertz::of(1361.0 * 48000.0 / 65536.0);
  addSine(x, {frequency, 0.8, 0.1}, kRate);
  quantize(x, 8, Dither::none);
  const auto result = analyzeTone(x, kRate);
  ASSERT_TRUE(result.tone);
  EXPECT_THAT(result.tone->level.value(), DoubleNear(-1.9403202, 1e-5));
  ASSERT_EQ(result.tone->harmonics.size(), 9u);
  EXPECT_THAT(result.tone->harmonics[1].level.value(), DoubleNear(-74.367078, 0.005));
  EXPECT_THAT(result.tone->harmonics[3].level.value(), DoubleNear(-74.356303, 0.005));
  EXPECT_THAT(result.tone->harmonics[5].level.value(), DoubleNear(-74.315497, 0.005));
  EXPECT_THAT(result.tone->harmonics[7].level.value(), DoubleNear(-74.357658, 0.005));
  EXPECT_THAT(result.tone->thd.value(), DoubleNear(-66.388168, 0.005));
  EXPECT_THAT(result.tone->thdn.value(), DoubleNear(-48.742298, 0.1));
  EXPECT_THAT(result.tone->snr.value(), DoubleNear(48.817627, 0.1));
}

TEST(ToneAnalysis, CountsTheHarmonicsAskedForInsideTheBand) {
  auto x = whiteNoise(DecibelsFs::of(-130.0), 1 << 17, 5);
  addTone(x, 3000.0, -10.0);
  for (int order = 2; order <= 7; ++order) addTone(x, 3000.0 * order, -60.0 - order);
  const auto orders = [](const ToneAnalysis& tone) {
    std::vector<int> list;
    for (const auto& harmonic : tone.harmonics) {
      list.push_back(harmonic.order);
      EXPECT_THAT(harmonic.frequency.value(), DoubleNear(3000.0 * harmonic.order, 1e-5));
      EXPECT_THAT(harmonic.level.value(), DoubleNear(-60.0 - harmonic.order, 1e-3));
    }
    return list;
  };
  // The seventh, at 21 kHz, is above the band.
  auto result = analyzeTone(x, kRate);
  EXPECT_THAT(orders(*result.tone), ElementsAre(2, 3, 4, 5, 6));
  double sum = 0.0;
  for (int order = 2; order <= 6; ++order) sum += std::pow(10.0, (-50.0 - order) / 10.0);
  EXPECT_THAT(result.tone->thd.value(), DoubleNear(10.0 * std::log10(sum), 1e-3));
  EXPECT_THAT(result.noise.unweighted.value(), DoubleNear(inBand(-130.0), 0.1));
  // Orders that are not asked for are noise.
  ToneOptions options;
  options.harmonics = 3;
  result = analyzeTone(x, kRate, options);
  EXPECT_THAT(orders(*result.tone), ElementsAre(2, 3));
  const double others = std::pow(10.0, -6.4) + std::pow(10.0, -6.5) + std::pow(10.0, -6.6);
  EXPECT_THAT(result.tone->snr.value(), DoubleNear(-10.0 - 10.0 * std::log10(others), 0.02));
  // Up to 24 kHz the seventh counts; the eighth would lie on Nyquist.
  options = {};
  options.bandHigh = 96000_Hz;
  result = analyzeTone(x, kRate, options);
  EXPECT_THAT(orders(*result.tone), ElementsAre(2, 3, 4, 5, 6, 7));
  EXPECT_EQ(result.noise.bandHigh, 24000_Hz);
}

TEST(ToneAnalysis, WithoutHarmonicsInTheBandThereIsNoDistortion) {
  auto x = whiteNoise(DecibelsFs::of(-100.0), 1 << 16, 6);
  addTone(x, 15000.0, -10.0);
  const auto result = analyzeTone(x, kRate);
  EXPECT_TRUE(result.tone->harmonics.empty());
  EXPECT_EQ(result.tone->thd.value(), -std::numeric_limits<double>::infinity());
  EXPECT_THAT(result.tone->thdn.value(), DoubleNear(-result.tone->snr.value(), 1e-12));
}

TEST(ToneAnalysis, HumIsNoise) {
  auto x = whiteNoise(DecibelsFs::of(-120.0), 1 << 18, 8);
  addTone(x, 997.0, -20.0);
  addTone(x, 50.0, -60.0, 0.1);
  addTone(x, 150.0, -65.0, 2.0);
  for (const auto window : kAllWindows) {
    ToneOptions options;
    options.window = window;
    const auto result = analyzeTone(x, kRate, options);
    ASSERT_TRUE(result.tone);
    const double hum = 10.0 * std::log10(1e-6 + std::pow(10.0, -6.5));
    EXPECT_THAT(result.noise.unweighted.value(), DoubleNear(hum, 0.02)) << windowName(window);
    EXPECT_THAT(result.tone->thdn.value(), DoubleNear(hum + 20.0, 0.02)) << windowName(window);
    const double weighted =
        10.0 * std::log10(std::pow(10.0, -6.0 - 3.027) + std::pow(10.0, -6.5 - 1.398));
    EXPECT_THAT(result.noise.aWeighted.value(), DoubleNear(weighted, 0.2)) << windowName(window);
  }
}

TEST(ToneAnalysis, WeighsWhiteNoise) {
  // Means of the published power curves over 20 Hz to 20 kHz, by SciPy's quad.
  const auto noise = analyzeTone(whiteNoise(DecibelsFs::of(-100.0), 1 << 19, 9), kRate).noise;
  EXPECT_THAT(noise.unweighted.value(), DoubleNear(inBand(-100.0), 0.05));
  EXPECT_THAT((noise.aWeighted - noise.unweighted).value(), DoubleNear(-2.048, 0.06));
  EXPECT_THAT((noise.itu468 - noise.unweighted).value(), DoubleNear(7.301, 0.06));
  EXPECT_THAT((noise.ccirRms - noise.unweighted).value(), DoubleNear(1.672, 0.06));
}

TEST(ToneAnalysis, ScalesWithTheSignal) {
  const auto x = testSignal(1 << 17, 12);
  const auto reference = analyzeTone(x, kRate);
  Random random(13);
  for (int trial = 0; trial < 5; ++trial) {
    const double gain = std::pow(10.0, random.uniform(-4.0, 1.0)) * (trial % 2 == 0 ? 1.0 : -1.0);
    auto scaled = x;
    for (double& v : scaled) v *= gain;
    const auto result = analyzeTone(scaled, kRate);
    const double change = 20.0 * std::log10(std::abs(gain));
    ASSERT_TRUE(result.tone);
    EXPECT_THAT((result.tone->level - reference.tone->level).value(), DoubleNear(change, 1e-6));
    EXPECT_THAT((result.noise.itu468 - reference.noise.itu468).value(), DoubleNear(change, 1e-6));
    EXPECT_THAT((result.tone->thd - reference.tone->thd).value(), DoubleNear(0.0, 1e-4));
    EXPECT_THAT((result.tone->snr - reference.tone->snr).value(), DoubleNear(0.0, 1e-6));
    // The bits are those of a full-scale tone: they go with the noise alone.
    EXPECT_THAT(result.tone->enobBits, DoubleNear(reference.tone->enobBits - change / 6.02, 1e-5));
  }
}

TEST(ToneAnalysis, WorksAtEveryRate) {
  for (const double rate : {8000.0, 44100.0, 96000.0, 192000.0, 768000.0}) {
    const auto length = static_cast<std::size_t>(2.0 * rate);
    auto x = whiteNoise(DecibelsFs::of(-110.0), length, 14);
    addSine(x, {997_Hz, 0.5, 0.0}, Hertz::of(rate));
    const auto result = analyzeTone(x, Hertz::of(rate));
    ASSERT_TRUE(result.tone);
    EXPECT_THAT(result.tone->level.value(), DoubleNear(-6.0206, 1e-3)) << rate;
    EXPECT_THAT(result.noise.unweighted.value(), DoubleNear(inBand(-110.0, rate), 0.2)) << rate;
  }
}

TEST(ToneAnalysis, SilenceHasNone) {
  for (const std::size_t length : {0u, 1u, 17u, 4096u, 100000u}) {
    for (const double dc : {0.0, 0.25}) {
      const auto result = analyzeTone(std::vector<double>(length, dc), kRate);
      EXPECT_FALSE(result.tone);
      EXPECT_TRUE(result.noise.unweighted.isSilent());
      EXPECT_TRUE(result.noise.aWeighted.isSilent());
      EXPECT_TRUE(result.noise.itu468.isSilent());
      EXPECT_TRUE(result.noise.ccirRms.isSilent());
    }
  }
}

TEST(ToneAnalysis, NoiseHasNone) {
  ToneOptions expecting;
  expecting.expected = 997_Hz;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const auto white = whiteNoise(DecibelsFs::of(-60.0), 100000, 100 + seed);
    const auto pink = pinkNoise(DecibelsFs::of(-60.0), kRate, 100000, 200 + seed);
    EXPECT_FALSE(analyzeTone(white, kRate).tone);
    EXPECT_FALSE(analyzeTone(pink, kRate).tone);
    EXPECT_FALSE(analyzeTone(white, kRate, expecting).tone);
    EXPECT_FALSE(analyzeTone(pink, kRate, expecting).tone);
  }
  EXPECT_THAT(
      analyzeTone(whiteNoise(DecibelsFs::of(-60.0), 1 << 18, 3), kRate).noise.unweighted.value(),
      DoubleNear(inBand(-60.0), 0.1));
}

TEST(ToneAnalysis, HumIsNoTestTone) {
  for (const double mains : {47.0, 49.93, 50.0, 60.0, 100.0, 120.0}) {
    auto x = whiteNoise(DecibelsFs::of(-100.0), 200000, 15);
    addTone(x, mains, -30.0);
    addTone(x, 3.0 * mains, -45.0);
    const auto result = analyzeTone(x, kRate);
    EXPECT_FALSE(result.tone) << mains;
    EXPECT_THAT(result.noise.unweighted.value(), DoubleNear(-29.86, 0.05)) << mains;
    ToneOptions options;
    options.expected = Hertz::of(mains);
    ASSERT_TRUE(analyzeTone(x, kRate, options).tone) << mains;
    EXPECT_THAT(analyzeTone(x, kRate, options).tone->level.value(), DoubleNear(-30.0, 1e-3));
  }
}

TEST(ToneAnalysis, OneAmongEqualsIsNone) {
  auto x = whiteNoise(DecibelsFs::of(-100.0), 200000, 16);
  addTone(x, 1000.0, -6.0);
  addTone(x, 1300.0, -6.0);
  EXPECT_FALSE(analyzeTone(x, kRate).tone);
  ToneOptions options;
  options.expected = 1300_Hz;
  const auto result = analyzeTone(x, kRate, options);
  ASSERT_TRUE(result.tone);
  EXPECT_THAT(result.tone->frequency.value(), DoubleNear(1300.0, 1e-6));
  EXPECT_THAT(result.tone->thdn.value(), DoubleNear(0.0, 1e-3));
}

TEST(ToneAnalysis, MusicHasNone) {
  auto x = whiteNoise(DecibelsFs::of(-90.0), 480000, 17);
  Random random(18);
  for (std::size_t note = 0; note < 20; ++note) {
    const double frequency = 110.0 * std::exp2(std::floor(random.uniform(0.0, 36.0)) / 12.0);
    std::vector<double> sound(24000);
    for (int order = 1; order < 6; ++order) addTone(sound, frequency * order, -20.0 - 6.0 * order);
    for (std::size_t n = 0; n < sound.size(); ++n) {
      x[note * 24000 + n] += sound[n] * std::exp(-static_cast<double>(n) / 12000.0);
    }
  }
  EXPECT_FALSE(analyzeTone(x, kRate).tone);
}

TEST(ToneAnalysis, ASweepOrADecayIsNotSteady) {
  std::vector<double> sweep(480000);
  std::vector<double> decay(480000);
  double phase = 0.0;
  for (std::size_t n = 0; n < sweep.size(); ++n) {
    const double share = static_cast<double>(n) / static_cast<double>(sweep.size());
    phase = std::fmod(phase + 2.0 * pi * 20.0 * std::pow(1000.0, share) / 48000.0, 2.0 * pi);
    sweep[n] = 0.5 * std::sin(phase);
    decay[n] =
        std::exp(-2.0 * share) * std::sin(2.0 * pi * std::fmod(0.02 * static_cast<double>(n), 1.0));
  }
  EXPECT_FALSE(analyzeTone(sweep, kRate).tone);
  EXPECT_FALSE(analyzeTone(decay, kRate).tone);
}

TEST(ToneAnalysis, TooShortIsNone) {
  for (const std::size_t length : {64u, 1000u, 4000u}) {
    EXPECT_FALSE(analyzeTone(tone(997_Hz, DecibelsFs::of(-6.0), kRate, length), kRate).tone);
  }
  // 30 Hz has fewer than eight periods in 8192 samples.
  ToneOptions options;
  options.expected = 30_Hz;
  EXPECT_FALSE(analyzeTone(tone(30_Hz, DecibelsFs::of(-6.0), kRate, 8192), kRate, options).tone);
}

TEST(ToneAnalysis, IsMeasuredWhereItIsOn) {
  // Ten seconds of noise with the tone from the third to the eighth, faded in and out.
  auto x = whiteNoise(DecibelsFs::of(-100.0), 480000, 19);
  std::vector<double> sound(240000);
  addTone(sound, 997.0, -6.0);
  applyRamps(sound, kRate);
  for (std::size_t n = 0; n < sound.size(); ++n) x[n + 144000] += sound[n];
  const auto result = analyzeTone(x, kRate);
  ASSERT_TRUE(result.tone);
  EXPECT_THAT(result.tone->level.value(), DoubleNear(-6.0, 1e-3));
  EXPECT_THAT(result.tone->snr.value(), DoubleNear(-6.0 - inBand(-100.0), 0.15));
}

TEST(ToneAnalysis, FollowsSlowDrift) {
  struct Case {
    const char* what;
    double seconds;
    double (*frequency)(double t);
    double (*amplitude)(double t);
    double level;
  };
  const auto steady = [](double) { return 997.0; };
  const auto full = [](double) { return 0.5; };
  for (const Case& c :
       {Case{"50 mHz in 20 s", 20.0, [](double t) { return 997.0 + 0.0025 * t; }, full, -6.0206},
        Case{"a crystal's wander", 20.0,
             [](double t) { return 997.0 + 0.02 * std::sin(2.0 * pi * t / 10.0); }, full, -6.0206},
        Case{"two clocks over a minute", 60.0,
             [](double t) { return 997.0 + 0.01 * std::sin(2.0 * pi * t / 47.0) + 5e-4 * t; }, full,
             -6.0206},
        Case{"warming up", 20.0, steady, [](double t) { return 0.5 * (1.0 + 0.01 * t / 20.0); },
             -6.0206 + 20.0 * std::log10(1.005)}}) {
    auto x = whiteNoise(DecibelsFs::of(-115.0), static_cast<std::size_t>(c.seconds * 48000.0), 20);
    double phase = 0.0;
    double mean = 0.0;
    for (std::size_t n = 0; n < x.size(); ++n) {
      const double t = static_cast<double>(n) / 48000.0;
      x[n] += c.amplitude(t) * std::sin(phase) + 1e-5 * std::sin(3.0 * phase);
      mean += c.frequency(t) / static_cast<double>(x.size());
      phase = std::fmod(phase + 2.0 * pi * c.frequency(t) / 48000.0, 2.0 * pi);
    }
    const auto result = analyzeTone(x, kRate);
    ASSERT_TRUE(result.tone) << c.what;
    EXPECT_THAT(result.tone->frequency.value(), DoubleNear(mean, 5e-5)) << c.what;
    EXPECT_THAT(result.tone->level.value(), DoubleNear(c.level, 1e-3)) << c.what;
    EXPECT_THAT(result.tone->harmonics[1].level.value(), DoubleNear(-100.0, 0.05)) << c.what;
    EXPECT_THAT(result.noise.unweighted.value(), DoubleNear(inBand(-115.0), 0.1)) << c.what;
  }
}

TEST(ToneAnalysis, FindsTheExpectedOneUnderNoise) {
  auto x = whiteNoise(DecibelsFs::of(-60.0), 480000, 21);
  addTone(x, 997.0, -80.0);
  EXPECT_FALSE(analyzeTone(x, kRate).tone);
  ToneOptions options;
  options.expected = 1000_Hz;
  const auto result = analyzeTone(x, kRate, options);
  ASSERT_TRUE(result.tone);
  EXPECT_THAT(result.tone->frequency.value(), DoubleNear(997.0, 0.002));
  EXPECT_THAT(result.tone->level.value(), DoubleNear(-80.0, 0.4));
}

}  // namespace
}  // namespace linecheck::dsp
