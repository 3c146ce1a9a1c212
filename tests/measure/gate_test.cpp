#include "measure/gate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "measure/procedure_run.h"
#include "simulation/simulated_studio.h"
#include "support/measure/random_studio.h"

namespace linecheck::measure {
namespace {

using linecheck::testing::cleanStudio;
using linecheck::testing::Draw;
using linecheck::testing::kFast;
using linecheck::testing::studioRun;
using simulation::Fault;
using simulation::SimulatedStudio;
using simulation::StudioConfig;

PathReport check(SimulatedStudio& studio, const RunRequest& asked = studioRun()) {
  const Procedure& procedure = *findProcedure("path");
  const auto recording = recordStep(studio, asked, procedure, 0, Values(procedure.parameters()));
  if (!recording) {
    ADD_FAILURE() << recording.error().message();
    return {};
  }
  return recording->path;
}

std::string idsOf(const PathReport& report) {
  std::string ids;
  for (const PathFinding& finding : report.findings) {
    ids += std::string(ids.empty() ? "" : " ") + std::string(pathFaultId(finding.fault));
  }
  return ids;
}

TEST(Gate, FindsNothingOnACleanPath) {
  SimulatedStudio studio({}, kFast);
  const auto report = check(studio);
  EXPECT_EQ(idsOf(report), "");
  EXPECT_TRUE(report.isUsable());
  ASSERT_EQ(report.channels.size(), 2U);
  for (const PathChannel& channel : report.channels) {
    EXPECT_EQ(channel.output, channel.input);
    EXPECT_FALSE(channel.isInverted);
    EXPECT_NEAR(channel.latency, SimulatedStudio::kLatencyFrames, 0.002);
    EXPECT_NEAR(channel.gain.value(), 0.0, 1e-4);
  }
  EXPECT_NEAR(report.driftPpm, 0.0, 0.01);
}

TEST(Gate, FindsNothingOnACleanPathAtAnyRateNoiseOrDepth) {
  for (const int rate : {44100, 192000}) {
    for (const double noise : {-140.0, -70.0}) {
      StudioConfig config;
      config.converterNoise = DecibelsFs::of(noise);
      if (noise < -100.0) config.bitDepth = 24;
      SimulatedStudio studio(config, kFast);
      EXPECT_EQ(idsOf(check(studio, studioRun(rate))), "") << rate << " Hz, " << noise << " dBFS";
    }
  }
}

TEST(Gate, TellsWhatStandsInTheWay) {
  const auto faultOf = [](Fault fault) {
    SimulatedStudio studio({}, kFast);
    studio.faults().set(fault, true);
    return idsOf(check(studio));
  };
  EXPECT_EQ(faultOf(Fault::noLoopback), "no_loopback");
  EXPECT_EQ(faultOf(Fault::clipping), "clipping");
  EXPECT_EQ(faultOf(Fault::dropouts), "dropouts");
}

TEST(Gate, MeasuresAVolumeControl) {
  for (const double gain : {-0.1, 0.1, -0.5, -6.0, -20.0, 3.0}) {
    StudioConfig config;
    config.loopGain = Decibels::of(gain);
    SimulatedStudio studio(config, kFast);
    const auto report = check(studio);
    ASSERT_EQ(idsOf(report), "gain") << gain;
    EXPECT_NEAR(report.findings.front().value.value_or(0.0), gain, 0.001);
    EXPECT_EQ(report.findings.front().channel, std::nullopt) << "all channels alike";
    EXPECT_TRUE(report.isUsable());
  }
}

TEST(Gate, KnowsAGainThatWasSavedAsTheLoopsOwn) {
  StudioConfig config;
  config.loopGain = Decibels::of(-7.3);
  SimulatedStudio studio(config, kFast);
  auto asked = studioRun();
  asked.gate.expectedGain = Decibels::of(-7.3);
  EXPECT_EQ(idsOf(check(studio, asked)), "");
}

TEST(Gate, FindsWhatWasPlantedAndItsSize) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Draw draw(seed);
    const int rate = draw.coin() ? 48000 : 44100;
    const auto planted = [&](const char* ids, auto plant) {
      StudioConfig config = cleanStudio(seed);
      const double truth = plant(config.path);
      SimulatedStudio studio(config, kFast);
      const auto report = check(studio, studioRun(rate));
      EXPECT_EQ(idsOf(report), ids) << "seed " << seed << " at " << rate << " Hz";
      if (report.findings.empty()) return PathFinding{};
      EXPECT_NEAR(report.findings.front().value.value_or(0.0), truth,
                  0.03 + 0.002 * std::abs(truth))
          << ids << ", seed " << seed;
      return report.findings.front();
    };
    planted("gain", [&](auto& path) {
      const double gain = draw.coin() ? -0.1 : draw.between(-30.0, -0.1);
      path.computer.volume = Decibels::of(gain);
      return gain;
    });
    planted("sixteen_bit", [&](auto& path) {
      path.computer.sixteenBit = simulation::SixteenBit::rounded;
      return 0.0;
    });
    planted("clock_drift", [&](auto& path) {
      const double ppm = (draw.coin() ? 1.0 : -1.0) * (draw.coin() ? 10.0 : draw.between(3, 200));
      path.computer.clockDriftPpm = ppm;
      return -ppm;
    });
    planted("swapped_channels", [&](auto& path) {
      path.computer.swapsChannels = true;
      return 0.0;
    });
    planted("inverted", [&](auto& path) {
      path.output.gain[draw.coin() ? 0 : 1].isInverted = true;
      return 0.0;
    });
  }
}

TEST(Gate, FindsAConverterOfSampleRates) {
  for (std::uint64_t seed = 1; seed <= 2; ++seed) {
    for (const auto& [rate, mixRate] : {std::pair(48000, 44100), std::pair(44100, 48000),
                                        std::pair(96000, 48000), std::pair(96000, 44100)}) {
      StudioConfig config = cleanStudio(seed);
      config.path.computer.mixRate = mixRate;
      SimulatedStudio studio(config, kFast);
      const auto report = check(studio, studioRun(rate));
      ASSERT_EQ(idsOf(report), "resampled") << rate << " by " << mixRate << ", seed " << seed;
      const auto value = report.findings.front().value;
      if (mixRate < rate) {
        EXPECT_EQ(value, mixRate);
      } else {
        EXPECT_EQ(value, std::nullopt);
      }
    }
  }
}

TEST(Gate, FindsAutomaticGain) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    Draw draw(seed);
    StudioConfig config = cleanStudio(seed);
    auto& leveller = config.path.computer.automaticGain.emplace();
    leveller.target = DecibelsFs::of(draw.between(-30.0, -10.0));
    leveller.attack = Seconds::of(draw.between(0.02, 0.3));
    leveller.release = Seconds::of(draw.between(0.2, 3.0));
    SimulatedStudio studio(config, kFast);
    EXPECT_EQ(idsOf(check(studio)), "automatic_gain") << seed;
  }
}

// The benchmark tries a thousand.
TEST(Gate, FindsNothingInCleanStudios) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SimulatedStudio studio(cleanStudio(seed), kFast);
    const int rate = seed % 2 == 0 ? 48000 : 44100;
    ASSERT_EQ(idsOf(check(studio, studioRun(rate))), "") << "seed " << seed;
  }
}

TEST(Gate, FindsSixteenBitsAtTheInput) {
  StudioConfig config;
  config.bitDepth = 16;
  SimulatedStudio studio(config, kFast);
  EXPECT_EQ(idsOf(check(studio)), "sixteen_bit");
}

}  // namespace
}  // namespace linecheck::measure
