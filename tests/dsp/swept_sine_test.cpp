#include "dsp/swept_sine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "dsp/fft.h"
#include "dsp/generators.h"
#include "dsp/sweep_response.h"

namespace linecheck::dsp {
namespace {

using Complex = std::complex<double>;
using std::numbers::pi;
using testing::DoubleNear;

SweptSine sweepAt(double rate, SweepSettings settings = {}) {
  return SweptSine::make(settings, Hertz::of(rate)).value();
}

std::vector<double> placed(std::span<const double> samples, std::size_t before,
                           std::size_t behind) {
  std::vector<double> capture(before);
  capture.insert(capture.end(), samples.begin(), samples.end());
  capture.resize(capture.size() + behind);
  return capture;
}

double decibels(Complex response) {
  return 20.0 * std::log10(std::abs(response));
}

// A first-order high-pass, 1 − z⁻¹ over 1 − p·z⁻¹, and low-pass: exact in the samples' own domain.
struct FirstOrder {
  double b0, b1, pole;

  void filter(std::vector<double>& x) const {
    double input = 0.0;
    double output = 0.0;
    for (double& v : x) {
      output = b0 * v + b1 * input + pole * output;
      input = v;
      v = output;
    }
  }
  [[nodiscard]] Complex at(double radians) const {
    const Complex unit = std::polar(1.0, -radians);
    return (b0 + b1 * unit) / (1.0 - pole * unit);
  }
};

// Delays by a part of a sample, exactly, in the frequency domain.
void delayByPart(std::vector<double>& x, double samples) {
  RealFft fft(x.size());
  std::copy(x.begin(), x.end(), fft.input().begin());
  const auto bins = fft.transform();
  std::vector<Complex> shifted(bins.begin(), bins.end());
  for (std::size_t k = 0; k < shifted.size(); ++k) {
    const double radians = 2.0 * pi * static_cast<double>(k) / static_cast<double>(x.size());
    shifted[k] *= std::polar(1.0, -radians * samples);
  }
  fft.invert(shifted, x);
}

TEST(RealFft, InvertsItsOwnTransform) {
  for (const std::size_t length : {1u, 2u, 7u, 12u, 1024u}) {
    const auto x = whiteNoise(DecibelsFs::of(0.0), length, 3);
    RealFft fft(length);
    std::copy(x.begin(), x.end(), fft.input().begin());
    const auto bins = fft.transform();
    const std::vector<Complex> spectrum(bins.begin(), bins.end());
    std::vector<double> back(length);
    fft.invert(spectrum, back);
    for (std::size_t n = 0; n < length; ++n) EXPECT_THAT(back[n], DoubleNear(x[n], 1e-13));
  }
}

TEST(SweptSine, FollowsItsFormulaFromPhaseZero) {
  const auto sweep = sweepAt(48000.0);
  const double growth = sweep.growthTime().value();
  EXPECT_THAT(std::remainder(growth * 5.0, 1.0), DoubleNear(0.0, 1e-12));
  EXPECT_THAT(sweep.duration().value(), DoubleNear(5.0, 0.9));
  for (const std::size_t n : {10000u, 100000u, 200000u}) {
    const double phase =
        2.0 * pi * 5.0 * growth * std::exp(static_cast<double>(n) / 48000 / growth);
    EXPECT_THAT(sweep.samples()[n], DoubleNear(0.1 * std::sin(phase), 1e-10));
  }
  EXPECT_EQ(sweep.samples().front(), 0.0);
  EXPECT_EQ(sweep.samples().back(), 0.0);
  EXPECT_THAT(sweep.frequencyAt(sweep.duration()) / sweep.to(), DoubleNear(1.0, 1e-12));
}

TEST(SweptSine, HarmonicsAreTheSweepItselfEarlier) {
  const auto sweep = sweepAt(48000.0);
  const double growth = sweep.growthTime().value();
  const auto phase = [&](double t) { return 2.0 * pi * 5.0 * growth * std::exp(t / growth); };
  for (const double t : {0.5, 1.0, 2.0}) {
    for (const double k : {2.0, 3.0, 4.0}) {
      EXPECT_THAT(std::sin(k * phase(t)),
                  DoubleNear(std::sin(phase(t + growth * std::log(k))), 1e-8));
    }
  }
}

TEST(SweptSine, RefusesWhatCannotBePlayed) {
  const auto refused = [](const SweepSettings& settings) {
    const auto result = SweptSine::make(settings, 48000_Hz);
    return !result && result.error().code == ErrorCode::usage;
  };
  SweepSettings settings;
  settings.to = 24000_Hz;
  EXPECT_TRUE(refused(settings));
  settings = {};
  settings.from = 0_Hz;
  EXPECT_TRUE(refused(settings));
  settings = {};
  settings.from = 10000_Hz;
  EXPECT_TRUE(refused(settings));
  settings = {};
  settings.level = DecibelsFs::of(0.1);
  EXPECT_TRUE(refused(settings));
  settings = {};
  settings.duration = Seconds::of(1e6);
  EXPECT_TRUE(refused(settings));
  settings = {};
  settings.from = 100_Hz;
  settings.duration = Seconds::of(0.2);
  EXPECT_TRUE(refused(settings));
  settings = {};
  settings.from = Hertz::of(std::nan(""));
  EXPECT_TRUE(refused(settings));
}

TEST(SweepResponse, IsFlatForAWireWhateverTheLatency) {
  for (const double rate : {44100.0, 48000.0, 96000.0}) {
    const auto sweep = sweepAt(rate);
    for (const std::size_t latency : {0u, 1u, 7321u}) {
      const auto result = analyzeSweep(placed(sweep.samples(), latency, 20000), sweep);
      ASSERT_TRUE(result) << result.error().message();
      EXPECT_EQ(result->delay, latency);
      ASSERT_LE(result->frequencies.front(), 20_Hz);
      ASSERT_GE(result->frequencies.back(), 20000_Hz);
      for (std::size_t i = 0; i < result->linear.size(); ++i) {
        const Hertz f = result->frequencies[i];
        EXPECT_THAT(decibels(result->linear[i]), DoubleNear(0.0, 0.005)) << f.value();
        EXPECT_THAT(std::arg(result->linear[i]), DoubleNear(0.0, 0.001)) << f.value();
      }
    }
  }
}

TEST(SweepResponse, FollowsCornersGainAndAFractionalDelay) {
  for (const double rate : {44100.0, 48000.0, 96000.0}) {
    const auto sweep = sweepAt(rate);
    auto capture = placed(sweep.samples(), 4000, 30000);
    const double highPole = std::exp(-2.0 * pi * 7.0 / rate);
    const double lowPole = std::exp(-2.0 * pi * 15000.0 / rate);
    const FirstOrder highPass{1.0, -1.0, highPole};
    const FirstOrder lowPass{-0.3 * (1.0 - lowPole), 0.0, lowPole};
    highPass.filter(capture);
    lowPass.filter(capture);
    delayByPart(capture, 0.37);
    const auto result = analyzeSweep(capture, sweep);
    ASSERT_TRUE(result);
    const double rest = 4000.37 - static_cast<double>(result->delay);
    for (std::size_t i = 0; i < result->linear.size(); ++i) {
      const double f = result->frequencies[i].value();
      if (f < 20.0 || f > 20000.0) continue;
      const double radians = 2.0 * pi * f / rate;
      const Complex exact =
          highPass.at(radians) * lowPass.at(radians) * std::polar(1.0, -radians * rest);
      EXPECT_THAT(decibels(result->linear[i] / exact), DoubleNear(0.0, 0.005))
          << f << " Hz at " << rate;
      EXPECT_THAT(std::arg(result->linear[i] / exact), DoubleNear(0.0, 0.002)) << f;
    }
  }
}

// y = x + a2·x² + a3·x³ of the sweep A·e·sin φ, as its harmonics, each until it nears Nyquist: what
// a distorting analogue path leaves behind an anti-aliasing filter.
std::vector<double> distorted(const SweptSine& sweep, double peak, double a2, double a3) {
  std::vector<double> fade(sweep.samples().size(), 1.0);
  applyRamps(fade, sweep.sampleRate(), sweep.ramp());
  const double cycles = std::round(sweep.from() * sweep.growthTime());
  std::vector<double> y(fade.size());
  for (std::size_t n = 0; n < y.size(); ++n) {
    const Seconds time = static_cast<double>(n) / sweep.sampleRate();
    const double phase = 2.0 * pi * cycles * std::exp(time / sweep.growthTime());
    const double frequency = sweep.frequencyAt(time) / sweep.sampleRate();
    const double a = peak * fade[n];
    const auto passed = [&](double order) {
      return std::clamp((0.5 - order * frequency) / 0.01, 0.0, 1.0);
    };
    y[n] = (a + 0.75 * a3 * a * a * a) * std::sin(phase) +
           0.5 * a2 * a * a * (1.0 - passed(2.0) * std::cos(2.0 * phase)) -
           0.25 * a3 * a * a * a * passed(3.0) * std::sin(3.0 * phase);
  }
  return y;
}

TEST(SweepResponse, TellsHarmonicsApart) {
  constexpr double kPeak = 0.1;
  constexpr double kA2 = 0.02;
  constexpr double kA3 = 0.3;
  for (const double rate : {44100.0, 48000.0, 96000.0}) {
    const auto sweep = sweepAt(rate);
    const auto result = analyzeSweep(placed(distorted(sweep, kPeak, kA2, kA3), 5000, 30000), sweep);
    ASSERT_TRUE(result);
    ASSERT_EQ(result->harmonics.size(), 4u);
    const double linear = 1.0 + 0.75 * kA3 * kPeak * kPeak;
    const Complex second(0.0, -0.5 * kA2 * kPeak);
    const Complex third(-0.25 * kA3 * kPeak * kPeak, 0.0);
    const auto check = [&](const HarmonicResponse& harmonic, Complex exact) {
      ASSERT_GE(harmonic.order * result->frequencies[harmonic.response.size() - 1].value(),
                19500.0);
      for (std::size_t i = 0; i < harmonic.response.size(); ++i) {
        const double f = result->frequencies[i].value();
        if (f < 20.0) continue;
        EXPECT_THAT(harmonic.relative[i].value(),
                    DoubleNear(20.0 * std::log10(std::abs(exact) / linear), 0.1))
            << harmonic.order << " × " << f;
        EXPECT_THAT(std::arg(harmonic.response[i] / exact), DoubleNear(0.0, 0.02)) << f;
      }
    };
    check(result->harmonics[0], second);
    check(result->harmonics[1], third);
    for (const auto& harmonic : {result->harmonics[2], result->harmonics[3]}) {
      for (std::size_t i = 0; i < harmonic.relative.size(); ++i) {
        if (result->frequencies[i] >= 20_Hz) {
          EXPECT_LT(harmonic.relative[i].value(), -90.0) << result->frequencies[i].value();
        }
      }
    }
    for (std::size_t i = 0; i < result->linear.size(); ++i) {
      const double f = result->frequencies[i].value();
      // In the last ramp the level, and with it the cubic part, falls.
      if (f < 20.0 || f > 18000.0) continue;
      EXPECT_THAT(decibels(result->linear[i] / linear), DoubleNear(0.0, 0.005)) << f;
    }
  }
}

TEST(SweepResponse, TellsHarmonicsOfAPolynomialApart) {
  // y = x + a2·x² + a3·x³ of the samples themselves, as far as nothing is folded back at Nyquist.
  constexpr double kPeak = 0.1;
  constexpr double kA2 = -0.005;
  constexpr double kA3 = 0.06;
  for (const double rate : {44100.0, 48000.0, 96000.0}) {
    const auto sweep = sweepAt(rate);
    auto capture = placed(sweep.samples(), 6000, 30000);
    for (double& v : capture) v += kA2 * v * v + kA3 * v * v * v;
    const auto result = analyzeSweep(capture, sweep);
    ASSERT_TRUE(result);
    const double linear = 1.0 + 0.75 * kA3 * kPeak * kPeak;
    const double second = 20.0 * std::log10(0.5 * std::abs(kA2) * kPeak / linear);
    const double third = 20.0 * std::log10(0.25 * kA3 * kPeak * kPeak / linear);
    for (std::size_t i = 0; i < result->frequencies.size(); ++i) {
      const double f = result->frequencies[i].value();
      if (f < 20.0 || f > rate / 8.0) continue;
      EXPECT_THAT(result->harmonics[0].relative.at(i).value(), DoubleNear(second, 0.1)) << f;
      EXPECT_THAT(result->harmonics[1].relative.at(i).value(), DoubleNear(third, 0.1)) << f;
      EXPECT_THAT(decibels(result->linear[i] / linear), DoubleNear(0.0, 0.005)) << f;
    }
  }
}

TEST(SweepResponse, StandsNoise) {
  const auto sweep = sweepAt(48000.0);
  auto capture = placed(sweep.samples(), 3000, 20000);
  const auto noise = whiteNoise(DecibelsFs::of(-80.0), capture.size(), 5);
  for (std::size_t n = 0; n < capture.size(); ++n) capture[n] += noise[n];
  addSine(capture, {50_Hz, 1e-4, 0.3}, 48000_Hz);
  const auto result = analyzeSweep(capture, sweep);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->delay, 3000u);
  for (std::size_t i = 0; i < result->linear.size(); ++i) {
    const double f = result->frequencies[i].value();
    if (f < 20.0 || f > 20000.0) continue;
    EXPECT_THAT(decibels(result->linear[i]), DoubleNear(0.0, 0.1)) << f;
  }
}

TEST(SweepResponse, FindsTheSweepUnderALoudHum) {
  const auto sweep = sweepAt(48000.0);
  auto capture = placed(sweep.samples(), 3000, 20000);
  for (double& v : capture) v *= -0.1;
  for (const double line : {50.0, 150.0, 250.0}) {
    addSine(capture, {Hertz::of(line), 0.01, 0.3}, 48000_Hz);
  }
  const auto result = analyzeSweep(capture, sweep);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->delay, 3000u);
  for (std::size_t i = 0; i < result->linear.size(); ++i) {
    // Away from the lines; inverted, so the real part is below 0.
    if (result->frequencies[i] < 1000_Hz || result->frequencies[i] > 20000_Hz) continue;
    EXPECT_THAT(decibels(result->linear[i]), DoubleNear(-20.0, 0.1));
    EXPECT_LT(result->linear[i].real(), 0.0);
  }
}

TEST(SweepResponse, SaysSoWhereThereIsNoSweep) {
  const auto sweep = sweepAt(48000.0);
  const std::size_t length = sweep.samples().size() + 30000;
  const auto isInvalid = [&](const std::vector<double>& capture) {
    const auto result = analyzeSweep(capture, sweep);
    return !result && result.error().code == ErrorCode::measurementInvalid;
  };
  EXPECT_TRUE(isInvalid({}));
  EXPECT_TRUE(isInvalid(std::vector<double>(length)));
  EXPECT_TRUE(isInvalid(std::vector<double>(length, std::nan(""))));
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    EXPECT_TRUE(isInvalid(whiteNoise(DecibelsFs::of(-40.0), length, seed)));
  }
  EXPECT_TRUE(isInvalid(tone(997_Hz, DecibelsFs::of(-20.0), 48000_Hz, length)));
  // Its first second is cut off.
  auto late = placed(sweep.samples().subspan(48000), 0, 78000);
  EXPECT_TRUE(isInvalid(late));
}

}  // namespace
}  // namespace linecheck::dsp
