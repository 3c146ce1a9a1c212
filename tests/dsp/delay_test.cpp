#include "dsp/delay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>

#include "dsp/fft.h"
#include "dsp/generators.h"
#include "dsp/pseudo_noise.h"
#include "dsp/random.h"
#include "dsp/swept_sine.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;
using testing::DoubleNear;

constexpr Hertz kRate = Hertz::of(48000.0);

std::vector<double> noiseStimulus(std::size_t length, std::uint64_t seed = 1) {
  PseudoNoiseSettings settings;
  settings.seed = seed;
  return pseudoNoise(settings, kRate, length);
}

std::vector<double> sweepStimulus() {
  SweepSettings settings;
  settings.from = 20_Hz;
  settings.duration = Seconds::of(1.0);
  const auto sweep = SweptSine::make(settings, kRate).value();
  return {sweep.samples().begin(), sweep.samples().end()};
}

// `sent` times `gain`, `delay` samples late, in a recording of `length` samples, a power of two.
std::vector<double> receivedFrom(std::span<const double> sent, double delay, double gain,
                                 std::size_t length) {
  RealFft fft(length);
  std::fill(std::copy(sent.begin(), sent.end(), fft.input().begin()), fft.input().end(), 0.0);
  const auto bins = fft.transform();
  std::vector<std::complex<double>> turned(bins.begin(), bins.end());
  for (std::size_t k = 0; k < turned.size(); ++k) {
    const double radians = 2.0 * pi * static_cast<double>(k) / static_cast<double>(length);
    turned[k] *= std::polar(gain, -radians * delay);
  }
  std::vector<double> received(length);
  fft.invert(turned, received);
  return received;
}

double meanSquare(std::span<const double> x) {
  double sum = 0.0;
  for (const double v : x) sum += v * v;
  return sum / static_cast<double>(x.size());
}

// Noise so far below a stimulus of this mean square.
void addNoise(std::vector<double>& x, double signal, double snrDecibels, std::uint64_t seed) {
  const auto level = dbfsFromMeanSquare(signal) - Decibels::of(snrDecibels);
  const auto noise = whiteNoise(level, x.size(), seed);
  for (std::size_t n = 0; n < x.size(); ++n) x[n] += noise[n];
}

TEST(Delay, IsRightToAFractionOfASample) {
  Random random(3);
  for (const auto& sent : {noiseStimulus(16384), sweepStimulus()}) {
    for (const auto& [snr, tolerance] :
         {std::pair{200.0, 1e-6}, std::pair{60.0, 0.001}, std::pair{30.0, 0.01}}) {
      for (int trial = 0; trial < 20; ++trial) {
        const double delay = random.uniform(0.0, 30000.0);
        const double sign = trial % 2 == 0 ? 1.0 : -1.0;
        auto received = receivedFrom(sent, delay, sign * 0.25, 1 << 17);
        addNoise(received, meanSquare(sent) / 16.0, snr, 50 + trial);
        const auto estimate = estimateDelay(sent, received, kRate);
        ASSERT_TRUE(estimate);
        EXPECT_THAT(estimate->samples, DoubleNear(delay, tolerance)) << snr;
        EXPECT_EQ(estimate->polarity, trial % 2 == 0 ? 1 : -1);
        EXPECT_THAT(estimate->gain.value(), DoubleNear(20.0 * std::log10(0.25), 0.02));
        EXPECT_LT(estimate->standardError, tolerance);
        EXPECT_GT(estimate->coherence, snr > 30.0 ? 0.9999 : 0.99);
      }
    }
  }
}

TEST(Delay, StandardErrorIsThatOfTheErrors) {
  const auto sent = noiseStimulus(8192);
  const auto clean = receivedFrom(sent, 1234.321, 1.0, 16384);
  double squares = 0.0;
  constexpr int kTrials = 400;
  for (int trial = 0; trial < kTrials; ++trial) {
    auto received = clean;
    addNoise(received, meanSquare(sent), 20.0, 1000 + trial);
    const auto estimate = estimateDelay(sent, received, kRate);
    ASSERT_TRUE(estimate);
    const double score = (estimate->samples - 1234.321) / estimate->standardError;
    squares += score * score / kTrials;
  }
  // χ² of 400 scatters by 0.07.
  EXPECT_THAT(squares, DoubleNear(1.0, 0.25));
}

TEST(Delay, IsFoundFarBelowTheNoise) {
  const auto sent = noiseStimulus(65536);
  auto received = receivedFrom(sent, 700.5, -1.0, 131072);
  addNoise(received, meanSquare(sent), -20.0, 9);
  const auto estimate = estimateDelay(sent, received, kRate);
  ASSERT_TRUE(estimate);
  EXPECT_THAT(estimate->samples, DoubleNear(700.5, 0.2));
  EXPECT_EQ(estimate->polarity, -1);
  // In the stimulus' band the noise is a little weaker than over all: 22 of 24 kHz.
  EXPECT_THAT(estimate->coherence, DoubleNear(0.01, 0.004));
}

TEST(Delay, MayBeCutOffAtEitherEnd) {
  const auto sent = noiseStimulus(8192);
  const auto received = receivedFrom(sent, 1000.25, 1.0, 16384);
  // The recording starts in the middle of the stimulus, or ends there.
  const auto late = estimateDelay(sent, std::span(received).subspan(3000), kRate);
  ASSERT_TRUE(late);
  EXPECT_THAT(late->samples, DoubleNear(1000.25 - 3000.0, 0.01));
  EXPECT_THAT(late->gain.value(), DoubleNear(0.0, 0.05));
  const auto brief = estimateDelay(sent, std::span(received).first(7000), kRate);
  ASSERT_TRUE(brief);
  EXPECT_THAT(brief->samples, DoubleNear(1000.25, 0.01));
}

TEST(Delay, OfSomethingElseIsNotFound) {
  const auto sent = noiseStimulus(4096);
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const auto noise = whiteNoise(DecibelsFs::of(-30.0), 8192, seed);
    ASSERT_FALSE(estimateDelay(sent, noise, kRate)) << seed;
  }
  const auto sweep = sweepStimulus();
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    EXPECT_FALSE(estimateDelay(sweep, whiteNoise(DecibelsFs::of(-30.0), 70000, seed), kRate));
    EXPECT_FALSE(estimateDelay(sweep, pinkNoise(DecibelsFs::of(-30.0), kRate, 70000, seed), kRate));
    EXPECT_FALSE(estimateDelay(sent, noiseStimulus(8192, 100 + seed), kRate));
    EXPECT_FALSE(estimateDelay(sent, pinkNoise(DecibelsFs::of(-30.0), kRate, 8192, seed), kRate));
  }
  for (const double hum : {50.0, 60.0, 150.0, 997.0}) {
    const auto received = tone(Hertz::of(hum), DecibelsFs::of(-20.0), kRate, 70000);
    EXPECT_FALSE(estimateDelay(sweep, received, kRate)) << hum;
    EXPECT_FALSE(estimateDelay(sent, received, kRate)) << hum;
  }
  EXPECT_FALSE(estimateDelay(sent, std::vector<double>(8192), kRate));
  EXPECT_FALSE(estimateDelay(sent, std::vector<double>(8192, 0.5), kRate));
  EXPECT_FALSE(estimateDelay(sent, std::vector<double>(8192, std::nan("")), kRate));
  EXPECT_FALSE(estimateDelay(std::vector<double>(4096), noiseStimulus(8192), kRate));
  EXPECT_FALSE(estimateDelay({}, sent, kRate));
  EXPECT_FALSE(estimateDelay(sent, {}, kRate));
}

}  // namespace
}  // namespace linecheck::dsp
