#include <gtest/gtest.h>

#include "measure/procedure_run.h"
#include "measure/procedures/catalogue.h"
#include "simulation/simulated_studio.h"
#include "support/measure/truth_expectations.h"

namespace linecheck::measure {
namespace {

using simulation::SimulatedStudio;

const audio::Pacing kFast{audio::Pace::asFastAsPossible};

RunRequest demoStudio() {
  RunRequest request;
  request.stream.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  request.stream.output = request.stream.input;
  return request;
}

class TwoStepsOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(All, TwoStepsOfSeed, ::testing::Range<std::uint64_t>(1, 11));

TEST_P(TwoStepsOfSeed, OutputImpedanceIsThatOfTheStudiosOutput) {
  testing::expectTruthOfSeed("output-impedance: one clock", GetParam());
}

TEST_P(TwoStepsOfSeed, HeadphoneImpedanceIsThatOfTheStudiosDriver) {
  testing::expectTruthOfSeed("headphone-impedance", GetParam());
}

TEST_P(TwoStepsOfSeed, CommonModeRejectionIsThatOfTheStudiosInput) {
  testing::expectTruthOfSeed("common-mode", GetParam());
}

// A coupling capacitor of 63 µF before a load of 6 Ω, which turns the phase at all frequencies.
TEST(TwoSteps, AReactiveSourceIsNotTakenForLatency) {
  testing::expectTruthOfSeed("output-impedance: one clock", 16);
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
