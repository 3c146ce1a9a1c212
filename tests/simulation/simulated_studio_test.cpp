#include "simulation/simulated_studio.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <map>
#include <numbers>
#include <set>

#include "simulation/noise_faults.h"
#include "simulation/stereo_noise.h"
#include "support/block_recorder.h"

namespace linecheck::simulation {
namespace {

using linecheck::testing::BlockRecorder;
using linecheck::testing::waitForEnd;

constexpr int kRate = 48000;
constexpr int kLatency = SimulatedStudio::kLatencyFrames;

audio::StreamConfig fullDuplex(int framesPerBuffer = 0, int sampleRate = kRate) {
  audio::StreamConfig config;
  config.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  config.output = config.input;
  config.framesPerBuffer = framesPerBuffer;
  config.sampleRate = sampleRate;
  return config;
}

// A studio that runs faster than real time and of which nothing is left to chance.
class Studio {
 public:
  explicit Studio(StudioConfig config)
      : studio_(std::move(config), {audio::Pace::asFastAsPossible}) {}
  Studio() : Studio(noiseless()) {}

  static StudioConfig noiseless() {
    StudioConfig config;
    config.mains.drifts = false;
    config.converterNoise = DecibelsFs::silence();
    return config;
  }

  SimulatedStudio& operator*() { return studio_; }
  Studio& with(Fault fault) {
    studio_.faults().set(fault, true);
    return *this;
  }

  // Interleaved samples of two channels.
  std::vector<float> run(std::int64_t frames, BlockRecorder::Play play = {},
                         const audio::StreamConfig& config = fullDuplex()) {
    BlockRecorder recorder(config.input ? config.inputChannels : 0,
                           config.output ? config.outputChannels : 0, std::move(play));
    recorder.endAfter(frames);
    auto stream = studio_.open(config, recorder);
    if (!stream || !(*stream)->start() || !waitForEnd(**stream)) {
      ADD_FAILURE() << "the stream did not run";
      return {};
    }
    auto samples = recorder.samples();
    samples.resize(static_cast<std::size_t>(frames * config.inputChannels));
    return samples;
  }

 private:
  SimulatedStudio studio_;
};

std::vector<double> channelOf(const std::vector<float>& samples, std::size_t channel) {
  std::vector<double> result;
  for (std::size_t i = channel; i < samples.size(); i += 2) {
    result.push_back(static_cast<double>(samples[i]));
  }
  return result;
}

// Level of a sine at a frequency with a whole number of periods in the samples.
double levelAt(const std::vector<double>& samples, double frequency, int rate = kRate) {
  std::complex<double> sum;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    sum += samples[i] *
           std::polar(1.0, -2.0 * std::numbers::pi * frequency * static_cast<double>(i) / rate);
  }
  return 20.0 * std::log10(2.0 * std::abs(sum) / static_cast<double>(samples.size()));
}

double rmsDbfs(const std::vector<double>& samples) {
  double sum = 0.0;
  for (const double sample : samples) sum += sample * sample;
  return dbfsFromMeanSquare(sum / static_cast<double>(samples.size())).value();
}

float programme(std::int64_t frame, int channel) {
  return 0.5F * std::sin(0.05F * static_cast<float>(frame % 1000)) * (channel == 0 ? 1.0F : -0.25F);
}

TEST(SimulatedStudio, CableBringsBackWhatIsPlayedBitForBit) {
  Studio studio;
  const auto samples = studio.run(20'000, programme);
  for (std::int64_t frame = 0; frame < 20'000; ++frame) {
    for (int channel = 0; channel < 2; ++channel) {
      const float expected = frame < kLatency ? 0.0F : programme(frame - kLatency, channel);
      ASSERT_EQ(samples[static_cast<std::size_t>(2 * frame + channel)], expected) << frame;
    }
  }
}

TEST(SimulatedStudio, LoopGainScales) {
  auto config = Studio::noiseless();
  config.loopGain = Decibels::of(-6.0);
  const auto samples = Studio(config).run(10'000, [](auto, auto) { return 0.5F; });
  EXPECT_NEAR(samples.back(), 0.5 * std::pow(10.0, -6.0 / 20.0), 1e-7);
}

TEST(SimulatedStudio, NoiseHasItsLevelInEachChannelAndTheyDiffer) {
  StudioConfig config;
  const auto samples = Studio(config).run(96'000);
  const auto left = channelOf(samples, 0);
  const auto right = channelOf(samples, 1);
  EXPECT_NEAR(rmsDbfs(left), -110.0, 0.1);
  EXPECT_NEAR(rmsDbfs(right), -110.0, 0.1);
  std::vector<double> difference(left.size());
  std::transform(left.begin(), left.end(), right.begin(), difference.begin(), std::minus<>());
  EXPECT_NEAR(rmsDbfs(difference), -107.0, 0.1);
}

// Everything on at once, so that nothing can depend on where a block begins.
TEST(SimulatedStudio, SamplesDoNotDependOnTheBlocks) {
  const auto run = [](int framesPerBuffer, std::uint64_t seed) {
    StudioConfig config;
    config.seed = seed;
    config.bitDepth = 24;
    config.hum = {{3, DecibelsFs::of(-70.0)}};
    config.sources = {{NoiseKind::usbFrames, DecibelsFs::of(-60.0), 3}};
    Studio studio(config);
    for (const Fault fault :
         {Fault::groundLoop, Fault::supplyRipple, Fault::mainsHash, Fault::magneticPickup,
          Fault::computerHash, Fault::earthLeakage, Fault::crackle, Fault::wanderingHash,
          Fault::phone, Fault::hiss, Fault::dropouts}) {
      studio.with(fault);
    }
    return studio.run(110'000, programme, fullDuplex(framesPerBuffer));
  };
  const auto reference = run(2048, 1);
  EXPECT_EQ(run(1, 1), reference);
  EXPECT_EQ(run(333, 1), reference);
  EXPECT_NE(run(2048, 2), reference);
}

TEST(SimulatedStudio, ChosenHumIsThereAtItsLevel) {
  auto config = Studio::noiseless();
  config.mains.nominal = Hertz::of(60.0);
  config.hum = {{1, DecibelsFs::of(-60.0)}, {2, DecibelsFs::of(-70.0)}, {5, DecibelsFs::of(-80.0)}};
  const auto left = channelOf(Studio(config).run(kRate), 0);
  EXPECT_NEAR(levelAt(left, 60.0), -60.0, 0.001);
  EXPECT_NEAR(levelAt(left, 120.0), -70.0, 0.001);
  EXPECT_NEAR(levelAt(left, 300.0), -80.0, 0.001);
  EXPECT_LT(levelAt(left, 180.0), -130.0);
}

struct Signature {
  Fault fault;
  double frequency;
  double level;
};

class EveryFault : public ::testing::TestWithParam<Signature> {};

TEST_P(EveryFault, HasItsSignature) {
  const Signature& expected = GetParam();
  const auto right = channelOf(Studio().with(expected.fault).run(kRate), 1);
  EXPECT_NEAR(levelAt(right, expected.frequency), expected.level, 0.05) << expected.frequency;
}

INSTANTIATE_TEST_SUITE_P(SimulatedStudio, EveryFault,
                         ::testing::Values(Signature{Fault::groundLoop, 50.0, -55.0},
                                           Signature{Fault::groundLoop, 150.0, -87.5},
                                           Signature{Fault::groundLoop, 100.0, -119.0},
                                           Signature{Fault::magneticPickup, 50.0, -60.0},
                                           Signature{Fault::supplyRipple, 100.0, -62.0},
                                           Signature{Fault::supplyRipple, 200.0, -68.0},
                                           Signature{Fault::mainsHash, 50.0, -72.0},
                                           Signature{Fault::mainsHash, 1950.0, -82.0}),
                         [](const auto& test) { return "Number" + std::to_string(test.index); });

TEST(SimulatedStudio, ComputerHashHasUsbTonesAndUnsteadyNoise) {
  const auto left = channelOf(Studio().with(Fault::computerHash).run(kRate), 0);
  // 21 ppm beside the frequency asked for, one second loses sinc(0.021) and sinc(0.168).
  EXPECT_NEAR(levelAt(left, 1000.0), -84.0 - 0.006, 0.02);
  EXPECT_NEAR(levelAt(left, 8000.0), -88.0 - 0.407, 0.02);
  // The noise comes in bursts of 1/40 s: its power differs from burst to burst.
  std::vector<double> power(40);
  for (std::size_t i = 48; i < left.size(); ++i) {
    // A period of 1 kHz apart the tones are the same.
    const double noise = left[i] - left[i - 48];
    power[i / (kRate / 40)] += noise * noise;
  }
  const auto [least, greatest] = std::minmax_element(power.begin(), power.end());
  EXPECT_GT(*greatest, 2.0 * *least);
}

// But for rounding to floats there is nothing between the source and what is captured.
TEST(SimulatedStudio, HearsANoiseSourceByItsGains) {
  auto config = Studio::noiseless();
  config.sources = {{NoiseKind::groundLoop, DecibelsFs::of(-30.0), 5},
                    {NoiseKind::hiss, DecibelsFs::of(-50.0), 6}};
  const auto samples = Studio(config).run(kRate);
  std::array<std::vector<double>, 2> expected{std::vector<double>(kRate),
                                              std::vector<double>(kRate)};
  for (const StudioSource& source : config.sources) {
    StereoNoise noise({source.kind, source.level, source.seed, config.mains, kRate});
    noise.addTo(expected[0], expected[1], 0);
  }
  for (std::size_t i = 0; i < kRate; ++i) {
    ASSERT_EQ(samples[2 * i], static_cast<float>(expected[0][i])) << i;
    ASSERT_EQ(samples[2 * i + 1], static_cast<float>(expected[1][i])) << i;
  }
}

TEST(SimulatedStudio, NoiseFaultHasItsLevelInTheLouderChannel) {
  const std::map<Fault, double> levels = {{Fault::earthLeakage, -65.0},
                                          {Fault::crackle, -78.0},
                                          {Fault::wanderingHash, -80.0},
                                          {Fault::phone, -70.0},
                                          {Fault::hiss, -80.0}};
  ASSERT_EQ(levels.size(), noiseFaults().size());
  for (const auto& [fault, level] : levels) {
    const auto samples = Studio().with(fault).run(std::int64_t{20} * kRate);
    const double louder = std::max(rmsDbfs(channelOf(samples, 0)), rmsDbfs(channelOf(samples, 1)));
    // Within 20 s what comes and goes strays from its mean.
    EXPECT_NEAR(louder, level, fault == Fault::earthLeakage || fault == Fault::hiss ? 0.1 : 2.5);
  }
}

TEST(SimulatedStudio, HarmonicsBeyondNyquistAreLeftOut) {
  auto config = Studio::noiseless();
  config.mains.nominal = Hertz::of(1000.0);
  config.hum = {
      {20, DecibelsFs::of(-20.0)}, {26, DecibelsFs::of(-20.0)}, {50, DecibelsFs::of(-20.0)}};
  const auto left = channelOf(Studio(config).run(kRate), 0);
  EXPECT_NEAR(levelAt(left, 20'000.0), -20.0, 0.001);
  EXPECT_NEAR(rmsDbfs(left), -20.0, 0.001);
}

TEST(SimulatedStudio, TooMuchGainClipsAtFullScale) {
  const auto tone = [](std::int64_t frame, int) {
    return 0.1F *
           std::sin(static_cast<float>(frame % 48) / 48.0F * 2.0F * std::numbers::pi_v<float>);
  };
  const auto left = channelOf(Studio().with(Fault::clipping).run(10'000, tone), 0);
  EXPECT_EQ(*std::max_element(left.begin(), left.end()), 1.0);
  EXPECT_EQ(*std::min_element(left.begin(), left.end()), -1.0);
  EXPECT_GT(std::count(left.begin(), left.end(), 1.0), 100);
}

TEST(SimulatedStudio, BitDepthIsThatOfTheConverter) {
  StudioConfig config;
  config.bitDepth = 16;
  config.converterNoise = DecibelsFs::of(-80.0);
  for (const float sample : Studio(config).run(5'000)) {
    const float steps = sample * 32768.0F;
    ASSERT_EQ(steps, std::round(steps));
  }
}

// Every played sample holds its own number, so that what is lost shows.
TEST(SimulatedStudio, DropoutsLoseAndRepeatElevenFramesBySecond) {
  constexpr std::size_t kFrames = 144'000;
  const auto samples = Studio().with(Fault::dropouts).run(kFrames, [](std::int64_t frame, int) {
    return static_cast<float>(frame) * 0x1p-20F;
  });
  std::vector<std::pair<std::size_t, std::int64_t>> jumps;
  for (std::size_t frame = kLatency + 1; frame < kFrames; ++frame) {
    const auto step = static_cast<std::int64_t>(
        std::lround((samples[2 * frame] - samples[2 * frame - 2]) * 0x1p20F));
    if (step != 1) jumps.emplace_back(frame, step - 1);
  }
  const std::vector<std::pair<std::size_t, std::int64_t>> expected{{kRate, 11}, {2 * kRate, -11}};
  EXPECT_EQ(jumps, expected);
}

TEST(SimulatedStudio, PulledLoopbackLeavesHumAndNoise) {
  auto config = Studio::noiseless();
  config.hum = {{1, DecibelsFs::of(-60.0)}};
  const auto left = channelOf(Studio(config).with(Fault::noLoopback).run(kRate, programme), 0);
  EXPECT_NEAR(rmsDbfs(left), -60.0, 0.001);
}

TEST(SimulatedStudio, MutedInputIsExactZeros) {
  StudioConfig config;
  const auto samples =
      Studio(config).with(Fault::deadInput).with(Fault::groundLoop).run(10'000, programme);
  EXPECT_TRUE(std::all_of(samples.begin(), samples.end(), [](float s) { return s == 0.0F; }));
}

TEST(SimulatedStudio, UnpluggingLosesTheRunningStreamAndTheDevice) {
  SimulatedStudio studio({}, {audio::Pace::asFastAsPossible});
  BlockRecorder recorder(2, 2);
  auto stream = studio.open(fullDuplex(), recorder);
  ASSERT_TRUE(stream);
  ASSERT_TRUE((*stream)->start());
  ASSERT_TRUE(recorder.waitForFrames(1));
  EXPECT_EQ((*stream)->state(), audio::StreamState::running);
  studio.faults().set(Fault::unplugged, true);
  ASSERT_TRUE(waitForEnd(**stream));
  EXPECT_EQ((*stream)->state(), audio::StreamState::lost);
  EXPECT_EQ((*stream)->fault()->code, ErrorCode::audioDevice);
  EXPECT_TRUE(studio.devices()->empty());
  EXPECT_FALSE(studio.open(fullDuplex(), recorder));

  studio.faults().set(Fault::unplugged, false);
  EXPECT_EQ(studio.devices()->size(), 1U);
  EXPECT_TRUE(studio.open(fullDuplex(), recorder));
}

TEST(SimulatedStudio, FaultSwitchedWhileRunningIsHeard) {
  Studio studio;
  std::atomic<bool> isOn = false;
  const auto samples = studio.run(40'000, [&](std::int64_t frame, int) {
    if (frame == 20'000 && !isOn.exchange(true)) (*studio).faults().set(Fault::groundLoop, true);
    return 0.0F;
  });
  const auto left = channelOf(samples, 0);
  EXPECT_TRUE(std::all_of(left.begin(), left.begin() + 20'000, [](double s) { return s == 0.0; }));
  EXPECT_NEAR(rmsDbfs({left.end() - 9600, left.end()}), -55.0, 0.1);
}

TEST(SimulatedStudio, InputAloneAndOneChannelWork) {
  audio::StreamConfig config = fullDuplex();
  config.output = std::nullopt;
  config.inputChannels = 1;
  auto studio = Studio::noiseless();
  studio.hum = {{1, DecibelsFs::of(-60.0)}};
  const auto samples = Studio(studio).run(kRate, {}, config);
  EXPECT_NEAR(levelAt({samples.begin(), samples.end()}, 50.0), -60.0, 0.001);
}

TEST(SimulatedStudio, IsOneDevice) {
  SimulatedStudio studio;
  EXPECT_EQ(studio.name(), "simulated");
  const auto devices = studio.devices();
  ASSERT_EQ(devices->size(), 1U);
  EXPECT_EQ(devices->front().id, *fullDuplex().input);
  EXPECT_EQ(devices->front().inputChannels, 2);
  EXPECT_EQ(devices->front().outputChannels, 2);
  EXPECT_TRUE(devices->front().isDefaultInput);
}

TEST(SimulatedStudio, RefusesWhatItHasNot) {
  SimulatedStudio studio;
  const auto codeOf = [&studio](const audio::StreamConfig& config) {
    const auto probed = studio.probe(config);
    return probed ? std::optional<ErrorCode>() : probed.error().code;
  };
  for (const int rate : {44'100, 48'000, 88'200, 96'000, 176'400, 192'000}) {
    EXPECT_EQ(codeOf(fullDuplex(0, rate)), std::nullopt) << rate;
  }
  EXPECT_EQ(codeOf(fullDuplex(0, 22'050)), ErrorCode::unsupported);
  EXPECT_EQ(codeOf(fullDuplex(2049)), ErrorCode::unsupported);
  auto config = fullDuplex();
  config.inputChannels = 3;
  EXPECT_EQ(codeOf(config), ErrorCode::unsupported);
  config.input->name = "Another";
  EXPECT_EQ(codeOf(config), ErrorCode::notFound);
  config.input = config.output = std::nullopt;
  EXPECT_EQ(codeOf(config), ErrorCode::usage);
}

}  // namespace
}  // namespace linecheck::simulation
