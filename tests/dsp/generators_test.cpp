#include "dsp/generators.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numeric>

#include "dsp/fft.h"
#include "dsp/pink_noise.h"
#include "dsp/random.h"

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;

double meanSquare(const std::vector<double>& x) {
  return std::inner_product(x.begin(), x.end(), x.begin(), 0.0) / static_cast<double>(x.size());
}

double peakOf(const std::vector<double>& x) {
  return std::transform_reduce(
      x.begin(), x.end(), 0.0, [](double a, double b) { return std::max(a, b); },
      [](double v) { return std::abs(v); });
}

TEST(Tone, HasItsLevelAndFrequency) {
  const auto x = tone(1000_Hz, DecibelsFs::of(-6.0), 48000_Hz, 48000);
  EXPECT_THAT(dbfsFromMeanSquare(meanSquare(x)).value(), DoubleNear(-6.0, 1e-9));
  EXPECT_EQ(x[0], 0.0);
  EXPECT_THAT(x[12], DoubleNear(std::pow(10.0, -0.3), 1e-12));
  EXPECT_THAT(x[36], DoubleNear(-std::pow(10.0, -0.3), 1e-12));
}

TEST(Tone, BlocksJoinAndStayExactForDays) {
  // 997 Hz at 48 kHz repeats every 48000 samples: after 100 days the phase is still that of zero.
  const Sine sine{997_Hz, 1.0, 0.3};
  std::vector<double> start(480);
  std::vector<double> late(480);
  addSine(start, sine, 48000_Hz);
  constexpr std::uint64_t kHundredDays = 100ull * 86400 * 48000;
  addSine(late, sine, 48000_Hz, kHundredDays);
  // 997/48000 itself is rounded to 2⁻⁵⁹, which over so many samples is 7e-7 periods.
  for (std::size_t n = 0; n < start.size(); ++n) EXPECT_THAT(late[n], DoubleNear(start[n], 5e-6));
  std::vector<double> second(240);
  addSine(second, sine, 48000_Hz, 240);
  for (std::size_t n = 0; n < second.size(); ++n) EXPECT_EQ(second[n], start[240 + n]);
}

TEST(CoherentFrequency, IsTheNearestPrimeToTheLength) {
  const Hertz f = coherentFrequency(997_Hz, 48000_Hz, 65536);
  EXPECT_EQ(f.value(), 1361.0 * 48000.0 / 65536.0);
  // Bin 1000 shares a factor with 4096; 999 and 1001 are as near, and the side asked for wins.
  EXPECT_EQ(coherentFrequency(Hertz::of(1000.2), 4096_Hz, 4096), 1001_Hz);
  EXPECT_EQ(coherentFrequency(Hertz::of(999.8), 4096_Hz, 4096), 999_Hz);
  EXPECT_EQ(coherentFrequency(0_Hz, 48000_Hz, 48000), 1_Hz);
  EXPECT_EQ(coherentFrequency(30000_Hz, 48000_Hz, 48000), 23999_Hz);
  EXPECT_EQ(coherentFrequency(1_Hz, 3_Hz, 3), 1_Hz);
}

TEST(CoherentFrequency, VisitsEachSampleOfThePeriodOnce) {
  Random random(5);
  for (int i = 0; i < 200; ++i) {
    const auto length = static_cast<std::size_t>(random.uniform(3.0, 5000.0));
    const Hertz rate = Hertz::of(static_cast<double>(length));
    const Hertz wanted = Hertz::of(random.uniform(0.0, 0.6) * rate.value());
    const auto bin = static_cast<std::size_t>(coherentFrequency(wanted, rate, length).value());
    ASSERT_GE(bin, 1u);
    ASSERT_LT(2 * bin, length);
    ASSERT_EQ(std::gcd(bin, length), 1u);
  }
}

double crestOf(const std::vector<double>& x) {
  return peakOf(x) / std::sqrt(meanSquare(x));
}

TEST(Multitone, KeepsTheLevelAndALowCrest) {
  constexpr std::size_t kLength = 1 << 15;
  constexpr Hertz kRate = Hertz::of(kLength);
  std::vector<Hertz> even(64);
  std::vector<Hertz> thirds(30);
  for (std::size_t k = 0; k < even.size(); ++k) even[k] = 100_Hz * static_cast<double>(k + 1);
  for (std::size_t k = 0; k < thirds.size(); ++k) {
    thirds[k] = Hertz::of(std::round(20.0 * std::exp2(static_cast<double>(k) / 3.0)));
  }
  for (const auto& lines : {even, thirds}) {
    const auto x = multitone(lines, DecibelsFs::of(-20.0), kRate, kLength);
    EXPECT_THAT(dbfsFromMeanSquare(meanSquare(x)).value(), DoubleNear(-20.0, 1e-6));
    // Cosines in phase have the crest √(2 · count).
    EXPECT_LT(crestOf(x), 0.6 * std::sqrt(2.0 * static_cast<double>(lines.size())));
  }
  EXPECT_LT(crestOf(multitone(even, DecibelsFs::of(0.0), kRate, kLength)), 2.0);
}

TEST(WhiteNoise, HasItsRmsAndIsFlat) {
  const auto x = whiteNoise(DecibelsFs::of(-120.0), 1 << 18, 11);
  EXPECT_THAT(dbfsFromMeanSquare(meanSquare(x)).value(), DoubleNear(-120.0, 0.06));
  EXPECT_EQ(x, whiteNoise(DecibelsFs::of(-120.0), 1 << 18, 11));
  EXPECT_NE(x, whiteNoise(DecibelsFs::of(-120.0), 1 << 18, 12));
  // White: neighbours are uncorrelated (5 standard errors).
  double lag = 0.0;
  for (std::size_t n = 1; n < x.size(); ++n) lag += x[n] * x[n - 1];
  EXPECT_THAT(lag / static_cast<double>(x.size()) / meanSquare(x), DoubleNear(0.0, 0.01));
}

TEST(PinkNoise, FilterIsStraightAtEveryRate) {
  for (const double rate : {8000.0, 44100.0, 48000.0, 96000.0, 192000.0, 768000.0}) {
    const PinkNoise noise(DecibelsFs::of(-20.0), Hertz::of(rate), 1);
    const double reference = noise.powerGain(1000_Hz) * 1000.0;
    for (int i = 0; 4.0 * std::pow(1.03, i) < 0.45 * rate; ++i) {
      const double f = 4.0 * std::pow(1.03, i);
      const double slope = noise.powerGain(Hertz::of(f)) * f / reference;
      EXPECT_THAT(10.0 * std::log10(slope), DoubleNear(0.0, 0.1)) << f << " Hz at " << rate;
    }
  }
}

TEST(PinkNoise, EveryOctaveHasTheSamePower) {
  constexpr std::size_t kLength = 1 << 22;
  const double rate = 48000.0;
  const auto x = pinkNoise(DecibelsFs::of(-20.0), Hertz::of(rate), kLength, 21);
  EXPECT_THAT(dbfsFromMeanSquare(meanSquare(x)).value(), DoubleNear(-20.0, 0.15));
  RealFft fft(kLength);
  std::copy(x.begin(), x.end(), fft.input().begin());
  const auto bins = fft.transform();
  const auto octave = [&](double from) {
    double power = 0.0;
    const double perHertz = kLength / rate;
    for (auto k = static_cast<std::size_t>(from * perHertz);
         k < static_cast<std::size_t>(2.0 * from * perHertz); ++k) {
      power += std::norm(bins[k]);
    }
    return power;
  };
  const double reference = octave(10240.0);
  // Statistical error of an octave of n bins is 4.34 / √n dB.
  for (int i = 0; i < 9; ++i) {
    const double from = 20.0 * std::exp2(i);
    const double error = 4.34 / std::sqrt(from * kLength / rate);
    EXPECT_THAT(10.0 * std::log10(octave(from) / reference), DoubleNear(0.0, 0.05 + 4.0 * error))
        << from;
  }
}

TEST(PinkNoise, StartsAsItGoesOn) {
  // The mean square of the first half second over many seeds is that of the whole.
  double sum = 0.0;
  constexpr int kSeeds = 60;
  for (int seed = 0; seed < kSeeds; ++seed) {
    sum += meanSquare(pinkNoise(DecibelsFs::of(0.0), 8000_Hz, 4000, 100 + seed));
  }
  EXPECT_THAT(dbfsFromMeanSquare(sum / kSeeds).value(), DoubleNear(0.0, 0.5));
}

TEST(Ramps, FadeInAndOutAlongARaisedCosine) {
  std::vector<double> x(48000, 1.0);
  applyRamps(x, 48000_Hz);
  EXPECT_EQ(x.front(), 0.0);
  EXPECT_EQ(x.back(), 0.0);
  EXPECT_THAT(x[1200], DoubleNear(0.5, 1e-12));
  EXPECT_EQ(x[2400], 1.0);
  EXPECT_EQ(x[45599], 1.0);
  EXPECT_TRUE(std::is_sorted(x.begin(), x.begin() + 2400));
  std::vector<double> brief(100, 1.0);
  applyRamps(brief, 48000_Hz);
  EXPECT_EQ(brief.front(), 0.0);
  EXPECT_EQ(brief.back(), 0.0);
  EXPECT_GT(brief[49], 0.99);
  std::vector<double> none;
  applyRamps(none, 48000_Hz);
}

}  // namespace
}  // namespace linecheck::dsp
