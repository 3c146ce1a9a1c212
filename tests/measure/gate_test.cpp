#include "measure/gate.h"

#include <gtest/gtest.h>

#include "measure/procedure_run.h"
#include "simulation/simulated_studio.h"

namespace linecheck::measure {
namespace {

using simulation::Fault;
using simulation::SimulatedStudio;
using simulation::StudioConfig;

const audio::Pacing kFast{audio::Pace::asFastAsPossible};

RunRequest request(int sampleRate = 48000) {
  RunRequest request;
  request.stream.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  request.stream.output = request.stream.input;
  request.stream.sampleRate = sampleRate;
  return request;
}

PathReport check(SimulatedStudio& studio, const RunRequest& asked = request()) {
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
  for (const int rate : {44100, 48000, 96000, 192000}) {
    for (const double noise : {-140.0, -110.0, -90.0, -70.0}) {
      StudioConfig config;
      config.converterNoise = DecibelsFs::of(noise);
      if (noise < -100.0) config.bitDepth = 24;
      SimulatedStudio studio(config, kFast);
      EXPECT_EQ(idsOf(check(studio, request(rate))), "") << rate << " Hz, " << noise << " dBFS";
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
  auto asked = request();
  asked.gate.expectedGain = Decibels::of(-7.3);
  EXPECT_EQ(idsOf(check(studio, asked)), "");
}

TEST(Gate, FindsSixteenBitsAtTheInput) {
  StudioConfig config;
  config.bitDepth = 16;
  SimulatedStudio studio(config, kFast);
  EXPECT_EQ(idsOf(check(studio)), "sixteen_bit");
}

}  // namespace
}  // namespace linecheck::measure
