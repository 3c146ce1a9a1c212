#include "simulation/path_faults.h"

#include <gtest/gtest.h>

#include <set>

#include "simulation/path_probe.h"
#include "simulation/simulated_studio.h"
#include "support/block_recorder.h"

namespace linecheck::simulation {
namespace {

using linecheck::testing::BlockRecorder;
using linecheck::testing::waitForEnd;

FaultSet only(Fault fault) {
  return FaultSet(FaultSet::bit(fault));
}

// A studio without noise, one second of 1 kHz on the left at −6.02 dBFS, its left and right.
struct Heard {
  std::array<std::vector<double>, 2> channels;

  [[nodiscard]] std::complex<double> line(std::size_t channel, double frequency = 1000.0) const {
    return lineIn(channels.at(channel), frequency, kProbeRate);
  }
};

Heard hear(const std::optional<Fault>& fault, StudioConfig config = {}, float peak = 0.5F) {
  config.converterNoise = DecibelsFs::silence();
  SimulatedStudio studio(std::move(config), {audio::Pace::asFastAsPossible});
  if (fault) studio.faults().set(*fault, true);
  audio::StreamConfig stream;
  stream.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  stream.output = stream.input;
  constexpr std::int64_t kFrames = 3 * kProbeRate;
  BlockRecorder recorder(2, 2, [peak](std::int64_t frame, int channel) {
    const double cycles = static_cast<double>(frame % 48) / 48.0;
    return channel == 0 ? peak * static_cast<float>(std::sin(2.0 * std::numbers::pi * cycles))
                        : 0.0F;
  });
  recorder.endAfter(kFrames);
  Heard heard;
  auto opened = studio.open(stream, recorder);
  if (!opened || !(*opened)->start() || !waitForEnd(**opened)) {
    ADD_FAILURE() << "the stream did not run";
    return heard;
  }
  const auto samples = recorder.samples();
  for (std::size_t i = 0; i < 2 * kFrames; ++i) heard.channels.at(i % 2).push_back(samples[i]);
  return heard;
}

TEST(PathFaults, EachChangesItsPlaceAndNoOther) {
  std::set<PathPlace> places;
  for (const auto& [fault, place] : pathFaults()) {
    EXPECT_TRUE(places.insert(place).second);
    const PathConfig config = withFaults({}, only(fault), kProbeRate);
    for (std::size_t i = 0; i < kPathPlaces; ++i) {
      const auto at = static_cast<PathPlace>(i);
      EXPECT_EQ(makePathStage(at, config, 2, kProbeRate) != nullptr, at == place) << i;
    }
  }
  EXPECT_EQ(places.size(), 10U);
}

TEST(PathFaults, OthersLeaveThePathAlone) {
  const FaultSet others(FaultSet::bit(Fault::groundLoop) | FaultSet::bit(Fault::noLoopback));
  EXPECT_TRUE(SignalPath(withFaults({}, others, kProbeRate), 2, kProbeRate).isTransparent());
}

TEST(PathFaults, TheResamplersFaultIsOneAtEveryRate) {
  EXPECT_EQ(withFaults({}, only(Fault::resampler), 48'000).computer.mixRate, 44'100);
  EXPECT_EQ(withFaults({}, only(Fault::resampler), 44'100).computer.mixRate, 48'000);
}

TEST(PathFaults, LinearOnesAreHeardInTheStudioAtTheirSize) {
  EXPECT_NEAR(decibels(std::abs(hear(std::nullopt).line(0)) / 0.5), 0.0, 1e-6);
  EXPECT_NEAR(decibels(std::abs(hear(Fault::volumeSlider).line(0)) / 0.5), -6.0, 1e-5);
  const Heard swapped = hear(Fault::swappedChannels);
  EXPECT_NEAR(std::abs(swapped.line(1)), 0.5, 1e-6);
  EXPECT_EQ(std::abs(swapped.line(0)), 0.0);
  // The base latency is 44 periods.
  EXPECT_NEAR(hear(std::nullopt).line(0).real(), 0.5, 1e-6);
  EXPECT_NEAR(hear(Fault::invertedPolarity).line(0).real(), -0.5, 1e-6);
  EXPECT_NEAR(decibels(std::abs(hear(Fault::crosstalk).line(1)) / 0.5), -40.0, 1e-4);
}

TEST(PathFaults, LatenciesAreThoseOfTheTruth) {
  for (const Fault fault : {Fault::resampler, Fault::systemLimiter}) {
    const double latency =
        withFaults({}, only(fault), kProbeRate).latencyFrames(Hertz::of(kProbeRate));
    const auto expected = std::polar(0.5, -2.0 * std::numbers::pi * latency / 48.0);
    EXPECT_LT(std::abs(hear(fault).line(0) - expected), 1e-5);
  }
}

TEST(PathFaults, NonlinearOnesAreHeardInTheStudio) {
  const Heard rounded = hear(Fault::sixteenBit);
  for (const double sample : rounded.channels[0]) {
    ASSERT_EQ(sample * 32768.0, std::round(sample * 32768.0));
  }
  EXPECT_NEAR(std::abs(hear(Fault::systemLimiter, {}, 1.0F).line(0)), 0.985, 0.002);
  // A sine at −6.02 dBFS is above the onset at −12 dBFS.
  EXPECT_GT(decibels(std::abs(hear(Fault::softClipping).line(0, 3000.0))), -50.0);
  EXPECT_LT(decibels(std::abs(hear(std::nullopt).line(0, 3000.0))), -120.0);
  EXPECT_LT(decibels(std::abs(hear(Fault::softClipping, {}, 0.25F).line(0, 3000.0))), -120.0);
  EXPECT_NEAR(decibels(std::abs(hear(Fault::automaticGain).line(0))), -20.0, 0.1);
}

// 25 ppm are 0.025 periods of 1 kHz in a second.
TEST(PathFaults, DriftTurnsThePhase) {
  const Heard heard = hear(Fault::clockDrift);
  std::vector<double> earlier = heard.channels[0];
  earlier.resize(earlier.size() - kProbeRate);
  const auto turn = heard.line(0) / lineIn(earlier, 1000.0, kProbeRate);
  EXPECT_NEAR(std::arg(turn), 2.0 * std::numbers::pi * 0.025, 1e-4);
}

TEST(PathFaults, AStudiosOwnPathStaysWhenOthersFail) {
  StudioConfig config;
  config.path.computer.volume = Decibels::of(-10.0);
  config.path.cable.leftToRight.flat = Decibels::of(-30.0);
  config.path.cable.latencyFrames = 48.0;
  const Heard heard = hear(Fault::volumeSlider, config);
  EXPECT_NEAR(decibels(std::abs(heard.line(0)) / 0.5), -16.0, 1e-4);
  EXPECT_NEAR(decibels(std::abs(heard.line(1)) / 0.5), -46.0, 1e-4);
}

}  // namespace
}  // namespace linecheck::simulation
