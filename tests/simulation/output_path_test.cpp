// The output's laws against their closed forms.
#include "simulation/output_path.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "simulation/path_probe.h"

namespace linecheck::simulation {
namespace {

TEST(Nonlinearity, ASineHasTheHarmonicsOfThePolynomial) {
  PathConfig config;
  config.output.nonlinearity = {0.002, -0.004};
  config.output.gain[0].gain = Decibels::of(-1.0);
  config.computer.volume = Decibels::of(-5.0);
  const auto output = runMono(config, sine(1.0, 1000.0, kProbeRate));
  const double a = std::pow(10.0, -6.0 / 20.0);
  EXPECT_NEAR(std::abs(lineIn(output, 1000.0, kProbeRate)), a - 0.003 * a * a * a, 1e-12);
  EXPECT_NEAR(std::abs(lineIn(output, 2000.0, kProbeRate)), 0.001 * a * a, 1e-12);
  EXPECT_NEAR(std::abs(lineIn(output, 3000.0, kProbeRate)), 0.001 * a * a * a, 1e-12);
  for (const int order : {1, 2, 3}) {
    EXPECT_NEAR(config.harmonicLevel(order, DecibelsFs::of(0.0)).value(),
                levelIn(output, 1000.0 * order, kProbeRate), 1e-6);
  }
  EXPECT_TRUE(config.harmonicLevel(4, DecibelsFs::of(0.0)).isSilent());
}

TEST(Nonlinearity, TwoSinesHaveTheProductsOfThePolynomial) {
  PathConfig config;
  config.output.nonlinearity = {0.01, 0.02};
  auto played = sine(0.4, 60.0, kProbeRate);
  const auto second = sine(0.1, 7000.0, kProbeRate);
  std::transform(played.begin(), played.end(), second.begin(), played.begin(), std::plus<>());
  const auto output = runMono(config, played);
  const auto productLevel = [&](int order, double a, double b) {
    return config.output.nonlinearity.productLevel(order, dbfsFromSinePeak(a), dbfsFromSinePeak(b))
        .value();
  };
  EXPECT_NEAR(std::abs(lineIn(output, 7060.0, kProbeRate)), 0.01 * 0.4 * 0.1, 1e-12);
  EXPECT_NEAR(std::abs(lineIn(output, 6940.0, kProbeRate)), 0.01 * 0.4 * 0.1, 1e-12);
  EXPECT_NEAR(std::abs(lineIn(output, 7120.0, kProbeRate)), 0.015 * 0.16 * 0.1, 1e-12);
  EXPECT_NEAR(levelIn(output, 7060.0, kProbeRate), productLevel(2, 0.4, 0.1), 1e-6);
  EXPECT_NEAR(levelIn(output, 6880.0, kProbeRate), productLevel(3, 0.4, 0.1), 1e-6);
  EXPECT_NEAR(levelIn(output, 13'940.0, kProbeRate), productLevel(3, 0.1, 0.4), 1e-6);
}

TEST(Clipping, HardClippingCutsAtItsLevelAndLeavesTheRest) {
  PathConfig config;
  config.output.converterClip = DecibelsFs::of(-20.0);
  EXPECT_EQ(runMono(config, {0.05, 0.5, -0.5, -0.09}),
            (std::vector<double>{0.05, 0.1, -0.1, -0.09}));
  PathConfig amplifier;
  amplifier.output.amplifierClip = {DecibelsFs::of(-20.0), std::nullopt};
  EXPECT_EQ(runMono(amplifier, {0.05, 0.5}), (std::vector<double>{0.05, 0.1}));
  PathConfig input;
  input.input.clip = DecibelsFs::of(-20.0);
  EXPECT_EQ(runMono(input, {0.05, 0.5}), (std::vector<double>{0.05, 0.1}));
}

TEST(Clipping, SoftClippingIsLinearUpToItsOnsetThenBendsWithoutACorner) {
  PathConfig config;
  config.output.amplifierClip = {DecibelsFs::of(0.0), 20_dB};
  const auto law = [&](double x) { return runMono(config, {x}).front(); };
  EXPECT_EQ(law(0.0999), 0.0999);
  EXPECT_EQ(law(-0.0999), -0.0999);
  EXPECT_NEAR(law(0.1 + 0.9), 0.1 + 0.9 * std::tanh(1.0), 1e-12);
  EXPECT_NEAR(law(-100.0), -1.0, 1e-12);
  EXPECT_NEAR((law(0.1001) - law(0.1)) / 0.0001, 1.0, 1e-4);
}

// Amplitude and phase of a tone through the discrete circuit.
std::complex<double> measured(const PathConfig& config, double frequency) {
  return lineIn(runMono(config, sine(1.0, frequency, 3 * kSecond)), frequency, kProbeRate);
}

std::complex<double> truth(const PathConfig& config, double frequency) {
  return config.linearResponse(0, 0, Hertz::of(frequency), 48'000_Hz);
}

TEST(OutputLoad, AResistiveDividerIsExact) {
  PathConfig config;
  config.output.source.resistance = 75_ohm;
  EXPECT_EQ(runMono(config, {0.5}).front(), 0.5);
  config.output.load = 600_ohm;
  EXPECT_NEAR(runMono(config, {0.5}).front(), 0.5 * 600.0 / 675.0, 1e-15);
}

TEST(OutputLoad, ACouplingCapacitorIsAHighPassIntoTheLoad) {
  PathConfig config;
  config.output.source = {100_ohm, Farads::ofMicro(10.0), std::nullopt};
  config.output.load = 900_ohm;
  // At low frequencies the bilinear transform does not bend: f/fc = 2π·f·C·(R + Rs).
  for (const double frequency : {10.0, 16.0, 100.0}) {
    const double x = 2.0 * std::numbers::pi * frequency * 10e-6 * 1000.0;
    const auto expected = 0.9 * std::complex(0.0, x) / std::complex(1.0, x);
    EXPECT_LT(std::abs(measured(config, frequency) - expected), 2e-5) << frequency;
  }
}

TEST(OutputLoad, AParallelInductorAndHeadphonesFollowCircuitTheory) {
  PathConfig config;
  config.output.source = {100_ohm, std::nullopt, Henries::of(0.2)};
  config.output.headphones = HeadphonesLoad{32_ohm, 60_ohm, 100_Hz, 2.0};
  for (const double frequency : {20.0, 80.0, 100.0, 130.0, 1000.0}) {
    const double detuning = frequency / 100.0 - 100.0 / frequency;
    const auto phones = 32.0 + 60.0 / std::complex(1.0, 2.0 * detuning);
    const std::complex<double> winding(0.0, 2.0 * std::numbers::pi * frequency * 0.2);
    const auto expected = 1.0 / (1.0 + 100.0 / winding + 100.0 / phones);
    EXPECT_LT(std::abs(measured(config, frequency) - expected), 1e-3) << frequency;
    EXPECT_LT(std::abs(config.output.divider(Hertz::of(frequency)) - expected), 1e-12);
  }
}

TEST(OutputLoad, TheTruthIsThatOfTheDiscreteCircuitUpToNyquist) {
  PathConfig config;
  config.output.source = {47_ohm, Farads::ofMicro(220.0), Henries::ofMilli(300.0)};
  config.output.load = 10'000_ohm;
  config.output.headphones = HeadphonesLoad{};
  for (const double frequency : {7.0, 50.0, 90.0, 400.0, 5000.0, 20'000.0, 23'000.0}) {
    EXPECT_LT(std::abs(measured(config, frequency) - truth(config, frequency)), 1e-9) << frequency;
  }
}

// Zo = load·(open/loaded − 1), with both taken as complex.
TEST(OutputLoad, OpenAndLoadedGiveTheSourcesImpedance) {
  PathConfig open;
  open.output.source = {47_ohm, Farads::ofMicro(100.0), Henries::ofMilli(100.0)};
  PathConfig loaded = open;
  loaded.output.load = 150_ohm;
  for (const double frequency : {20.0, 100.0, 1000.0}) {
    const auto impedance = 150.0 * (measured(open, frequency) / measured(loaded, frequency) - 1.0);
    const auto expected = open.output.source.at(Hertz::of(frequency));
    EXPECT_LT(std::abs(impedance - expected), 5e-3 * std::abs(expected)) << frequency;
  }
}

TEST(OutputLoad, HeardAtBothEndsTheResistorsFarEndIsTheRightInput) {
  PathConfig config;
  config.output.source.resistance = Ohms::of(100.0);
  config.output.headphones = HeadphonesLoad{};
  config.output.isHeardAtBothEnds = true;
  constexpr double kFrequency = 90.0;
  for (const std::size_t from : {0U, 1U}) {
    SignalPath path(config, 2, kProbeRate);
    const auto heard = runStereo(path, sine(0.5, kFrequency, 2 * kSecond), from);
    const double drive = from == 0 ? 0.5 : 0.0;
    EXPECT_NEAR(std::abs(lineIn(heard[0], kFrequency, kSecond)), drive, 1e-9);
    // At its resonance the driver is 62 Ω, behind 100 Ω.
    EXPECT_NEAR(std::abs(lineIn(heard[1], kFrequency, kSecond)), drive * 62.0 / 162.0, 1e-5);
    for (const int to : {0, 1}) {
      const auto truth = config.linearResponse(static_cast<int>(from), to, Hertz::of(kFrequency),
                                               Hertz::of(kProbeRate));
      EXPECT_NEAR(0.5 * std::abs(truth),
                  std::abs(lineIn(heard.at(static_cast<std::size_t>(to)), kFrequency, kSecond)),
                  1e-9);
    }
  }
}

}  // namespace
}  // namespace linecheck::simulation
