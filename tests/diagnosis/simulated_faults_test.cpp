#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "diagnosis/channel_diagnoses.h"
#include "diagnosis/verdict.h"
#include "measure/hum_measurement.h"
#include "simulation/simulated_studio.h"

namespace linecheck::diagnosis {
namespace {

using simulation::Fault;
using simulation::SimulatedStudio;

struct Case {
  double mainsHz;
  std::optional<Fault> fault;
  Cause cause;
};

// What a newcomer switches on in the simulated studio is what Linecheck calls it.
class SimulatedFault : public ::testing::TestWithParam<Case> {};

TEST_P(SimulatedFault, IsCalledByItsName) {
  const Case& expected = GetParam();
  simulation::StudioConfig config;
  config.mains.nominal = Hertz::of(expected.mainsHz);
  SimulatedStudio studio(config, {audio::Pace::asFastAsPossible});
  if (expected.fault) studio.faults().set(*expected.fault, true);

  measure::HumRequest request;
  request.stream.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  request.seconds = Seconds::of(5.0);
  const auto measurement = measure::measureHum(studio, request);
  ASSERT_TRUE(measurement) << measurement.error().message();
  ASSERT_EQ(measurement->channels.size(), 2U);
  for (const Diagnosis& channel : diagnoseEach(*measurement)) {
    const Verdict verdict = verdictOf(channel);
    EXPECT_EQ(causeId(verdict.cause), causeId(expected.cause));
    EXPECT_GT(verdict.confidence, 0.7);
  }
}

INSTANTIATE_TEST_SUITE_P(Verdict, SimulatedFault,
                         ::testing::Values(Case{50, std::nullopt, Cause::noHum},
                                           Case{50, Fault::groundLoop, Cause::groundLoop},
                                           Case{60, Fault::groundLoop, Cause::groundLoop},
                                           Case{50, Fault::magneticPickup, Cause::magneticPickup},
                                           Case{60, Fault::magneticPickup, Cause::magneticPickup},
                                           Case{50, Fault::supplyRipple, Cause::supplyRipple},
                                           Case{60, Fault::supplyRipple, Cause::supplyRipple},
                                           Case{50, Fault::mainsHash, Cause::dimmer},
                                           Case{60, Fault::mainsHash, Cause::dimmer},
                                           Case{50, Fault::computerHash, Cause::usbFrames}),
                         [](const auto& test) {
                           return std::string(causeId(test.param.cause)) + "_at_" +
                                  std::to_string(static_cast<int>(test.param.mainsHz));
                         });

}  // namespace
}  // namespace linecheck::diagnosis
