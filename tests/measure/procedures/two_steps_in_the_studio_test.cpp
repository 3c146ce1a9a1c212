#include <gtest/gtest.h>

#include <cmath>
#include <complex>

#include "dsp/random.h"
#include "measure/procedure_run.h"
#include "measure/procedures/catalogue.h"
#include "simulation/simulated_studio.h"

namespace linecheck::measure {
namespace {

using simulation::PathConfig;
using simulation::SimulatedStudio;

const audio::Pacing kFast{audio::Pace::asFastAsPossible};

RunRequest demoStudio() {
  RunRequest request;
  request.stream.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  request.stream.output = request.stream.input;
  return request;
}

/// Both steps, with other cables in the second one.
std::vector<Recording> recordBoth(const Procedure& procedure, const Values& values,
                                  const PathConfig& first, const PathConfig& second,
                                  std::uint64_t seed) {
  std::vector<Recording> recordings;
  for (const PathConfig* path : {&first, &second}) {
    simulation::StudioConfig config;
    config.seed = seed + recordings.size();
    config.path = *path;
    SimulatedStudio studio(config, kFast);
    auto recording = recordStep(studio, demoStudio(), procedure, recordings.size(), values);
    if (!recording) {
      ADD_FAILURE() << recording.error().message();
      return recordings;
    }
    recordings.push_back(*std::move(recording));
  }
  return recordings;
}

PathConfig cable(std::uint64_t seed) {
  dsp::Random random(seed);
  PathConfig path;
  path.cable.latencyFrames = random.uniform(0.0, 3000.0);
  path.computer.clockDriftPpm = seed % 2 == 0 ? random.uniform(-90.0, 90.0) : 0.0;
  return path;
}

class TwoStepsOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(All, TwoStepsOfSeed, ::testing::Range<std::uint64_t>(1, 11));

TEST_P(TwoStepsOfSeed, OutputImpedanceIsThatOfTheStudiosOutput) {
  dsp::Random random(GetParam() + 100);
  const double ohms = std::pow(10.0, random.uniform(0.0, 2.5));
  const double resistor = ohms * random.uniform(1.0, 4.0) + 4.0;
  Values values(outputImpedanceProcedure().parameters());
  values.set("resistor", resistor);
  values.set("resistor-tolerance", 0.0);
  values.set("input-impedance", 100e6);
  values.set("seconds", 2.0);
  PathConfig open = cable(GetParam());
  open.output.source.resistance = Ohms::of(ohms);
  PathConfig loaded = open;
  loaded.output.load = Ohms::of(resistor);
  const auto recordings = recordBoth(outputImpedanceProcedure(), values, open, loaded, GetParam());
  ASSERT_EQ(recordings.size(), 2U);
  const Reading reading = outputImpedanceProcedure().read(recordings, values);
  for (const int channel : {0, 1}) {
    const Figure* figure = reading.figure("output_impedance", channel);
    ASSERT_NE(figure, nullptr);
    ASSERT_TRUE(figure->value);
    EXPECT_NEAR(*figure->value, ohms, std::max(0.02, 0.01 * ohms))
        << ohms << " Ω behind " << resistor << " Ω, " << open.computer.clockDriftPpm << " ppm";
  }
}

TEST_P(TwoStepsOfSeed, CommonModeRejectionIsThatOfTheStudiosInput) {
  dsp::Random random(GetParam() + 200);
  const double rejection = random.uniform(30.0, 75.0);
  Values values(commonModeProcedure().parameters());
  values.set("seconds", 2.0);
  const PathConfig normal = cable(GetParam());
  PathConfig common = cable(GetParam());
  common.cable.latencyFrames += 100.0;
  common.input.drivesBothLegs = true;
  common.input.commonModeRejection = {Decibels::of(rejection), Decibels::of(rejection + 5.0)};
  const auto recordings = recordBoth(commonModeProcedure(), values, normal, common, GetParam());
  ASSERT_EQ(recordings.size(), 2U);
  const Reading reading = commonModeProcedure().read(recordings, values);
  for (const int channel : {0, 1}) {
    for (const char* id : {"cmrr_50", "cmrr_100", "cmrr_1k", "cmrr_10k"}) {
      const Figure* figure = reading.figure(id, channel);
      ASSERT_NE(figure, nullptr);
      ASSERT_TRUE(figure->value);
      EXPECT_NEAR(*figure->value, rejection + 5.0 * channel, 0.05 + 4.0 * *figure->uncertainty)
          << id << " of " << rejection << " dB, " << normal.computer.clockDriftPpm << " ppm";
      EXPECT_LT(*figure->uncertainty, 0.5);
    }
  }
}

TEST(TwoSteps, WhatIsLouderThanIsSafeNeedsTheUsersWord) {
  SimulatedStudio studio({}, kFast);
  Values values(commonModeProcedure().parameters());
  values.set("level", -10.0);
  const auto refused = recordStep(studio, demoStudio(), commonModeProcedure(), 0, values);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::usage);
}

TEST(TwoSteps, NothingIsPlayedToWhatIsCalledHeadphones) {
  SimulatedStudio studio({}, kFast);
  RunRequest request = demoStudio();
  request.stream.output->name = "Kopfhörer (Demo)";
  const Values values(commonModeProcedure().parameters());
  const auto refused = recordStep(studio, request, commonModeProcedure(), 0, values);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::usage);
  // With a cable in that jack the studio is asked, and knows no such device.
  request.jack = HeadphoneJack::hasCable;
  const auto unknown = recordStep(studio, request, commonModeProcedure(), 0, values);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::notFound);
}

}  // namespace
}  // namespace linecheck::measure
