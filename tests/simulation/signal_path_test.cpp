#include "simulation/signal_path.h"

#include <gtest/gtest.h>

#include "simulation/path_probe.h"

namespace linecheck::simulation {
namespace {

std::vector<double> programme(std::size_t samples) {
  std::vector<double> result(samples);
  for (std::size_t n = 0; n < samples; ++n) {
    const auto at = static_cast<double>(n);
    result[n] = 0.9 * std::sin(0.05 * at) * std::cos(0.0007 * at);
  }
  return result;
}

// Everything that a path can do.
PathConfig everything() {
  PathConfig config;
  config.computer.swapsChannels = true;
  config.computer.volume = 3_dB;
  config.computer.automaticGain = AutomaticGain{};
  config.computer.limits = true;
  config.computer.sixteenBit = SixteenBit::dithered;
  config.computer.mixRate = 44'100;
  config.computer.clockDriftPpm = -120.0;
  config.output.gain[0] = {-2_dB, true};
  config.output.nonlinearity = {0.01, -0.02};
  config.output.converterClip = DecibelsFs::of(-1.0);
  config.output.amplifierClip = {DecibelsFs::of(-3.0), 6_dB};
  config.output.source = {33_ohm, Farads::ofMicro(47.0), Henries::of(0.5)};
  config.output.load = 600_ohm;
  config.output.headphones = HeadphonesLoad{};
  config.cable.leftToRight = {Decibels::of(-40.0), Decibels::of(-60.0)};
  config.cable.corners[1] = {5_Hz, 18'000_Hz};
  config.cable.latencyFrames = 7.3;
  config.cable.wander = {2.0, 0.5_s};
  config.cable.jump = {-3.5, 0.1_s};
  config.cable.jitter = {Seconds::ofMicro(0.1), 300_Hz};
  config.input.drivesBothLegs = true;
  config.input.gain[1].gain = 40_dB;
  config.input.clip = DecibelsFs::of(-20.0);
  return config;
}

TEST(SignalPath, AsMadePassesEverySampleAtOnceBitForBit) {
  SignalPath path({}, 2, kProbeRate);
  EXPECT_TRUE(path.isTransparent());
  auto samples = programme(2000);
  path.process(std::span(samples));
  EXPECT_EQ(samples, programme(2000));
  EXPECT_EQ(PathConfig{}.latencyFrames(48'000_Hz), 0.0);
  EXPECT_EQ(PathConfig{}.linearResponse(0, 0, 1000_Hz, 48'000_Hz), 1.0);
  EXPECT_EQ(PathConfig{}.linearResponse(0, 1, 1000_Hz, 48'000_Hz), 0.0);
  EXPECT_EQ(PathConfig{}.headroom(), std::nullopt);
}

TEST(SignalPath, SamplesDoNotDependOnTheBlocks) {
  auto whole = programme(60'000);
  SignalPath(everything(), 2, kProbeRate).process(std::span(whole));
  auto pieces = programme(60'000);
  SignalPath path(everything(), 2, kProbeRate);
  std::size_t first = 0;
  for (std::size_t size = 2; first < pieces.size(); size = (size * 5 + 2) % 1778) {
    size += size % 2;
    const std::size_t count = std::min(size, pieces.size() - first);
    path.process(std::span(pieces).subspan(first, count));
    first += count;
  }
  EXPECT_EQ(pieces, whole);
  EXPECT_NE(whole, programme(60'000));
}

TEST(SignalPath, FloatsGoTheSameWayAsDoubles) {
  const auto played = programme(20'000);
  std::vector<float> floats(played.begin(), played.end());
  std::vector<double> doubles(floats.begin(), floats.end());
  SignalPath(everything(), 2, kProbeRate).process(std::span(floats));
  SignalPath(everything(), 2, kProbeRate).process(std::span(doubles));
  for (std::size_t i = 0; i < floats.size(); ++i) {
    ASSERT_EQ(floats[i], static_cast<float>(doubles[i])) << i;
  }
}

TEST(SignalPath, AStageThatComesInBeginsWithSilence) {
  PathConfig other;
  other.cable.latencyFrames = 2.0;
  SignalPath path({}, other, 1, kProbeRate);
  std::vector<double> output;
  for (int n = 1; n <= 12; ++n) {
    if (n == 4 || n == 10) path.useOther(PathPlace::latency, true);
    if (n == 8) path.useOther(PathPlace::latency, false);
    std::array<double, 1> frame{static_cast<double>(n)};
    path.process(std::span(frame));
    output.push_back(frame[0]);
  }
  EXPECT_EQ(output, (std::vector<double>{1, 2, 3, 0, 0, 4, 5, 8, 9, 0, 0, 10}));
}

TEST(SignalPath, SwapsTheFirstTwoChannelsOnly) {
  PathConfig config;
  config.computer.swapsChannels = true;
  std::vector<double> frame{0.1, 0.2, 0.3};
  SignalPath(config, 3, kProbeRate).process(std::span(frame));
  EXPECT_EQ(frame, (std::vector<double>{0.2, 0.1, 0.3}));
  EXPECT_EQ(config.linearResponse(0, 1, 1000_Hz, 48'000_Hz), 1.0);
  EXPECT_EQ(config.linearResponse(0, 0, 1000_Hz, 48'000_Hz), 0.0);
}

TEST(SignalPath, GainsAndPolarityMultiply) {
  PathConfig config;
  config.computer.volume = Decibels::of(-20.0);
  config.output.gain[0].isInverted = true;
  config.output.gain[1].gain = Decibels::of(20.0);
  config.input.gain[1] = {Decibels::of(-40.0), true};
  std::vector<double> frame{0.5, 0.5, 0.5};
  SignalPath(config, 3, kProbeRate).process(std::span(frame));
  EXPECT_NEAR(frame[0], -0.05, 1e-15);
  EXPECT_NEAR(frame[1], -0.005, 1e-15);
  EXPECT_NEAR(frame[2], -0.005, 1e-15);
}

TEST(SignalPath, BothLegsDrivenTogetherLeaveWhatRejectionLeaves) {
  PathConfig config;
  config.input.commonModeRejection = {60_dB, 80_dB};
  std::vector<double> frame{0.5, 0.5};
  SignalPath(config, 2, kProbeRate).process(std::span(frame));
  EXPECT_EQ(frame, (std::vector<double>{0.5, 0.5}));
  config.input.drivesBothLegs = true;
  SignalPath(config, 2, kProbeRate).process(std::span(frame));
  EXPECT_NEAR(frame[0], 0.0005, 1e-15);
  EXPECT_NEAR(frame[1], 0.00005, 1e-15);
}

TEST(SignalPath, HeadroomIsTheFirstLimitOnTheWay) {
  PathConfig config;
  config.computer.volume = Decibels::of(-6.0);
  config.computer.limits = true;
  EXPECT_NEAR(config.headroom()->value(), 6.0 - 0.13128, 1e-4);
  config.output.gain[1].gain = Decibels::of(10.0);
  config.output.amplifierClip = {DecibelsFs::of(0.0), 3_dB};
  EXPECT_NEAR(config.headroom(0)->value(), 3.0, 1e-9);
  EXPECT_NEAR(config.headroom(1)->value(), -7.0, 1e-9);
  config.input.clip = DecibelsFs::of(-12.0);
  EXPECT_NEAR(config.headroom(0)->value(), -6.0, 1e-9);
}

TEST(SixteenBitPath, RoundedValuesLieOnStepsNoFurtherThanHalfOne) {
  PathConfig config;
  config.computer.sixteenBit = SixteenBit::rounded;
  const auto played = programme(5000);
  const auto output = runMono(config, played);
  for (std::size_t i = 0; i < played.size(); ++i) {
    ASSERT_EQ(output[i] * 32768.0, std::round(output[i] * 32768.0));
    ASSERT_LE(std::abs(output[i] - played[i]), 0.5 / 32768.0 + 1e-15);
  }
  EXPECT_EQ(runMono(config, {1.0, -1.0}), (std::vector<double>{32767.0 / 32768.0, -1.0}));
}

// The total error of TPDF dither is ¼ step², whatever the signal.
TEST(SixteenBitPath, DitherKeepsWhatIsBelowAStepAndItsNoiseIsSteady) {
  PathConfig config;
  config.computer.sixteenBit = SixteenBit::dithered;
  for (const double value : {0.0, 0.3, 0.5}) {
    constexpr std::size_t kFrames = 200'000;
    double mean = 0.0;
    double power = 0.0;
    for (const double y : runMono(config, std::vector<double>(kFrames, value / 32768.0))) {
      const double steps = y * 32768.0 - value;
      mean += steps / kFrames;
      power += steps * steps / kFrames;
    }
    EXPECT_NEAR(mean, 0.0, 0.006) << value;
    EXPECT_NEAR(power, 0.25, 0.005) << value;
  }
  const std::vector<double> silence(1000);
  const auto first = runMono(config, silence);
  EXPECT_EQ(runMono(config, silence), first);
  config.seed = 2;
  EXPECT_NE(runMono(config, silence), first);
}

}  // namespace
}  // namespace linecheck::simulation
