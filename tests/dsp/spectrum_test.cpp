#include "dsp/spectrum.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

#include "dsp/averaging.h"
#include "dsp/generators.h"
#include "dsp/random.h"

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

constexpr std::array kAllWindows = {WindowKind::rectangular,     WindowKind::hann,
                                    WindowKind::blackmanHarris4, WindowKind::blackmanHarris7,
                                    WindowKind::hft90d,          WindowKind::hft144d,
                                    WindowKind::hft248d,         WindowKind::kaiser};

std::vector<double> copied(std::span<const double> values) {
  return {values.begin(), values.end()};
}

TEST(PowerSpectrum, FullScaleSineReadsZeroUnderEveryWindow) {
  constexpr std::size_t kLength = 4096;
  for (const auto kind : kAllWindows) {
    PowerSpectrum spectrum(kind, kLength);
    const auto sine = tone(1000_Hz, DecibelsFs::of(0.0), Hertz::of(kLength), kLength);
    const auto powers = spectrum.compute(sine);
    EXPECT_THAT(levelFromPower(powers[1000]).value(), DoubleNear(0.0, 1e-9)) << windowName(kind);
    const auto scale = spectrum.scale(Hertz::of(kLength));
    EXPECT_EQ(scale.binWidth, 1_Hz);
    EXPECT_THAT(levelFromPower(bandPower(powers, scale, 950_Hz, 1050_Hz)).value(),
                DoubleNear(0.0, 1e-9))
        << windowName(kind);
  }
}

TEST(PowerSpectrum, HalfABinOffReadsLowByTheScallopingLoss) {
  constexpr std::size_t kLength = 4096;
  for (const auto kind : kAllWindows) {
    PowerSpectrum spectrum(kind, kLength);
    const auto powers = spectrum.compute(
        tone(Hertz::of(1000.5), DecibelsFs::of(-20.0), Hertz::of(kLength), kLength));
    EXPECT_THAT(levelFromPower(powers[1000]).value(),
                DoubleNear(-20.0 - spectrum.window().scallopingLoss.value(), 3e-3))
        << windowName(kind);
  }
}

TEST(PowerSpectrum, NoiseDensityIsThatOfTheNoise) {
  // White noise of −100 dBFS has −100 − 10·log10(24000) dBFS in every hertz.
  constexpr std::size_t kLength = 1 << 12;
  const auto noise = whiteNoise(DecibelsFs::of(-100.0), kLength * 64, 3);
  for (const auto kind : kAllWindows) {
    PowerSpectrum spectrum(kind, kLength);
    SpectrumAverage average(spectrum.bins(), Averaging::linear);
    OverlappedFrames frames(kLength, kLength / 2);
    frames.push(noise,
                [&](std::span<const double> frame) { average.add(spectrum.compute(frame)); });
    EXPECT_EQ(average.count(), 127u);
    const auto scale = spectrum.scale(48000_Hz);
    double density = 0.0;
    for (std::size_t k = 100; k < 1900; ++k) density += noiseDensity(average.powers()[k], scale);
    EXPECT_THAT(levelFromPower(density / 1800.0).value(),
                DoubleNear(-100.0 - 10.0 * std::log10(24000.0), 0.1))
        << windowName(kind);
    EXPECT_THAT(levelFromPower(bandPower(average.powers(), scale, 0_Hz, 24000_Hz)).value(),
                DoubleNear(-100.0, 0.1))
        << windowName(kind);
    EXPECT_THAT(levelFromPower(bandPower(average.powers(), scale, 6000_Hz, 12000_Hz)).value(),
                DoubleNear(-106.02, 0.15))
        << windowName(kind);
  }
}

TEST(PowerSpectrum, HoldsAllOfTheSignalsPower) {
  // Parseval, for any length: Σ power / ENBW is twice the mean square of a windowed frame, over the
  // mean square of the window.
  Random random(17);
  for (int trial = 0; trial < 100; ++trial) {
    const auto length = static_cast<std::size_t>(random.uniform(2.0, 700.0));
    const auto kind = kAllWindows[random.bits() % kAllWindows.size()];
    PowerSpectrum spectrum(kind, length);
    std::vector<double> frame(length);
    double squares = 0.0;
    double windowSquares = 0.0;
    for (std::size_t n = 0; n < length; ++n) {
      frame[n] = random.gaussian() + 0.5;
      squares += std::pow(frame[n] * spectrum.window().coefficients[n], 2.0);
      windowSquares += std::pow(spectrum.window().coefficients[n], 2.0);
    }
    const auto powers = spectrum.compute(frame);
    const double sum = std::accumulate(powers.begin(), powers.end(), 0.0);
    EXPECT_THAT(sum / spectrum.window().enbwBins / (2.0 * squares / windowSquares),
                DoubleNear(1.0, 1e-9));
  }
}

TEST(PowerSpectrum, DirectCurrentAndNyquistCarryTheirMeanSquare) {
  PowerSpectrum spectrum(WindowKind::rectangular, 64);
  std::vector<double> frame(64, 0.5);
  EXPECT_THAT(spectrum.compute(frame)[0], DoubleNear(2.0 * 0.25, 1e-12));
  for (std::size_t n = 0; n < 64; n += 2) frame[n] = -0.5;
  EXPECT_THAT(spectrum.compute(frame)[32], DoubleNear(2.0 * 0.25, 1e-12));
}

TEST(PowerSpectrum, SilenceIsSilent) {
  PowerSpectrum spectrum(WindowKind::hft248d, 1024);
  const auto powers = spectrum.compute(std::vector<double>(1024));
  EXPECT_THAT(powers, testing::Each(0.0));
  EXPECT_TRUE(levelFromPower(powers[10]).isSilent());
}

TEST(PowerSpectrum, ReachesEightMillionPoints) {
  PowerSpectrum spectrum(WindowKind::hann, RealFft::kMaxLength);
  const double rate = static_cast<double>(RealFft::kMaxLength);
  const auto powers = spectrum.compute(
      tone(1'000'003_Hz, DecibelsFs::of(-1.0), Hertz::of(rate), RealFft::kMaxLength));
  EXPECT_THAT(levelFromPower(powers[1'000'003]).value(), DoubleNear(-1.0, 1e-9));
  EXPECT_LT(levelFromPower(powers[3'000'009]).value(), -200.0);
}

TEST(BandPower, SplitsBinsAtItsEdges) {
  const std::vector<double> powers = {1.0, 2.0, 4.0, 8.0, 3.0};
  const SpectrumScale scale{10_Hz, 2.0};
  EXPECT_EQ(bandPower(powers, scale, 0_Hz, 40_Hz), 9.0);
  EXPECT_EQ(bandPower(powers, scale, 0_Hz, 1000_Hz), 9.0);
  EXPECT_EQ(bandPower(powers, scale, 15_Hz, 25_Hz), 2.0);
  EXPECT_EQ(bandPower(powers, scale, 10_Hz, 20_Hz), 1.5);
  EXPECT_EQ(bandPower(powers, scale, 0_Hz, 5_Hz), 0.5);
  EXPECT_EQ(bandPower(powers, scale, 50_Hz, 60_Hz), 0.0);
  EXPECT_EQ(bandPower(powers, scale, 20_Hz, 20_Hz), 0.0);
  EXPECT_EQ(bandPower(powers, scale, 30_Hz, 20_Hz), 0.0);
  EXPECT_EQ(bandPower(powers, scale, 15_Hz, 35_Hz, [](Hertz f) { return f / 10_Hz; }), 16.0);
  EXPECT_EQ(bandPower({}, scale, 0_Hz, 10_Hz), 0.0);
}

TEST(BandPower, PartsAddUpToTheWhole) {
  Random random(23);
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<double> powers(static_cast<std::size_t>(random.uniform(1.0, 50.0)));
    for (double& p : powers) p = random.uniform();
    const SpectrumScale scale{Hertz::of(random.uniform(0.1, 3.0)), 1.5};
    const Hertz end = scale.binWidth * static_cast<double>(powers.size());
    const Hertz middle = end * random.uniform();
    const double parts =
        bandPower(powers, scale, 0_Hz, middle) + bandPower(powers, scale, middle, end);
    EXPECT_THAT(parts, DoubleNear(bandPower(powers, scale, 0_Hz, end), 1e-12));
  }
}

TEST(SpectrumAverage, LinearIsTheMeanOfPowers) {
  SpectrumAverage average(2, Averaging::linear);
  EXPECT_THAT(copied(average.powers()), ElementsAre(0.0, 0.0));
  average.add(std::array{1.0, 8.0});
  EXPECT_THAT(copied(average.powers()), ElementsAre(1.0, 8.0));
  average.add(std::array{3.0, 0.0});
  average.add(std::array{2.0, 1.0});
  EXPECT_THAT(copied(average.powers()),
              ElementsAre(DoubleNear(2.0, 1e-15), DoubleNear(3.0, 1e-15)));
  EXPECT_EQ(average.count(), 3u);
  average.reset();
  EXPECT_EQ(average.count(), 0u);
  EXPECT_THAT(copied(average.powers()), ElementsAre(0.0, 0.0));
}

TEST(SpectrumAverage, ExponentialStartsAsTheMeanAndThenForgets) {
  SpectrumAverage average(1, Averaging::exponential, 4.0);
  for (const double p : {1.0, 2.0, 3.0, 6.0}) average.add(std::array{p});
  EXPECT_THAT(average.powers()[0], DoubleNear(3.0, 1e-15));
  average.add(std::array{7.0});
  EXPECT_THAT(average.powers()[0], DoubleNear(3.0 + 4.0 / 4.0, 1e-15));
  for (int i = 0; i < 20; ++i) average.add(std::array{0.0});
  EXPECT_THAT(average.powers()[0], DoubleNear(4.0 * std::pow(0.75, 20), 1e-15));
}

TEST(SpectrumAverage, PeakHoldKeepsTheGreatest) {
  SpectrumAverage hold(2, Averaging::peakHold);
  hold.add(std::array{1.0, 5.0});
  hold.add(std::array{2.0, 4.0});
  EXPECT_THAT(copied(hold.powers()), ElementsAre(2.0, 5.0));
}

TEST(OverlappedFrames, FramesDoNotDependOnTheBlocks) {
  std::vector<double> ramp(1000);
  std::iota(ramp.begin(), ramp.end(), 0.0);
  Random random(29);
  for (const std::size_t hop : {1u, 16u, 33u, 64u}) {
    std::size_t expected = 0;
    std::size_t frames = 0;
    OverlappedFrames cutter(64, hop);
    for (std::size_t done = 0; done < ramp.size();) {
      const auto block =
          std::min(static_cast<std::size_t>(random.uniform(0.0, 200.0)), ramp.size() - done);
      cutter.push(std::span(ramp).subspan(done, block), [&](std::span<const double> frame) {
        ASSERT_EQ(frame.size(), 64u);
        EXPECT_EQ(frame.front(), static_cast<double>(expected));
        EXPECT_EQ(frame.back(), static_cast<double>(expected + 63));
        expected += hop;
        ++frames;
      });
      done += block;
    }
    EXPECT_EQ(frames, (1000 - 64) / hop + 1);
  }
}

}  // namespace
}  // namespace linecheck::dsp
