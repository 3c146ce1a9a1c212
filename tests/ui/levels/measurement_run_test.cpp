#include "levels/measurement_run.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <array>
#include <cmath>

#include "support/qt_wait.h"

namespace linecheck::ui {
namespace {

using linecheck::testing::waitUntil;
using measure::Harness;
using measure::Unit;
using State = MeasurementRun::State;

/// Plays a tone with the resistor off and on, and tells the two levels.
class TwoLevels final : public measure::Procedure {
 public:
  std::string_view id() const override { return "two-levels"; }
  std::string_view name() const override { return "Two levels"; }
  std::string_view description() const override { return "How far does it fall?"; }
  std::span<const measure::Parameter> parameters() const override {
    static const std::array kParameters = {
        measure::Parameter{"level", "Level", Unit::dbfs, -20.0, -60.0, 0.0},
        measure::Parameter{"seconds", "Length", Unit::seconds, 0.5, 0.1, 60.0},
        measure::Parameter{"resistor", "Resistor", Unit::ohms, {}, 1.0, 1000.0}};
    return kParameters;
  }
  std::vector<measure::ProcedureStep> steps(const measure::Values& /*values*/) const override {
    return {{Harness::openOutput, true}, {Harness::loadedOutput, true}};
  }
  Result<void> compose(std::size_t /*step*/, const measure::Values& values,
                       measure::Sequence& sequence) const override {
    const std::array tones = {
        measure::Sequence::Tone{Hertz::of(1000.0), DecibelsFs::of(values["level"])}};
    sequence.addTones("tone", tones, Seconds::of(values["seconds"]));
    return {};
  }
  measure::Reading read(std::span<const measure::Recording> recordings,
                        const measure::Values& /*values*/) const override {
    measure::Reading reading;
    for (std::size_t step = 0; step < recordings.size(); ++step) {
      const auto samples = recordings[step].steady(*recordings[step].sequence->segment("tone"), 0);
      if (samples.empty()) {
        reading.isComplete = false;
        continue;
      }
      double power = 0.0;
      for (const double sample : samples) power += sample * sample;
      const double rms = std::sqrt(2.0 * power / static_cast<double>(samples.size()));
      reading.figures.push_back(
          {"level_" + std::to_string(step + 1), Unit::dbfs, 0, 20.0 * std::log10(rms), {}});
    }
    return reading;
  }
};

class MeasurementRunTest : public ::testing::Test {
 protected:
  MeasurementRunTest() {
    QObject::connect(&run, &MeasurementRun::finished,
                     [this](const ResultPtr& finished) { result = finished; });
    QObject::connect(&run, &MeasurementRun::failed,
                     [this](const Error& failed) { error = failed; });
    CommandLine wishes;
    wishes.backend = CommandLine::Backend::simulated;
    session.begin(wishes);
  }

  static simulation::StudioConfig studioConfig() {
    simulation::StudioConfig config;
    config.path.output.source.resistance = Ohms::of(100.0);
    return config;
  }
  [[nodiscard]] measure::Values values() const {
    measure::Values made(procedure.parameters());
    made.set("resistor", 100.0);
    return made;
  }
  [[nodiscard]] bool waitFor(State state) {
    return waitUntil([&] { return run.state() == state; });
  }

  TwoLevels procedure;
  audio::Pacing fast{audio::Pace::asFastAsPossible};
  std::shared_ptr<simulation::SimulatedStudio> studio =
      std::make_shared<simulation::SimulatedStudio>(studioConfig(), fast);
  Session session{{studio, {}, fast}};
  MeasurementRun run{session};
  ResultPtr result;
  std::optional<Error> error;
};

TEST_F(MeasurementRunTest, WaitsForTheCablesOfEachStepAndTheStudioChangesItsOwn) {
  run.begin(procedure, values());
  ASSERT_TRUE(waitFor(State::awaitsCables));
  EXPECT_EQ(run.step(), 0U);
  run.goOn();
  ASSERT_TRUE(waitUntil([&] { return run.state() == State::awaitsCables && run.step() == 1; }));
  EXPECT_EQ(run.steps()[run.step()].harness, Harness::loadedOutput);
  run.goOn();
  ASSERT_TRUE(waitUntil([&] { return result != nullptr; }));
  EXPECT_TRUE(result->reading.isComplete);
  const auto* open = result->reading.figure("level_1", 0);
  const auto* loaded = result->reading.figure("level_2", 0);
  ASSERT_TRUE(open && loaded);
  EXPECT_NEAR(*open->value, -20.0, 0.01);
  // 100 Ω behind 100 Ω.
  EXPECT_NEAR(*loaded->value - *open->value, 20.0 * std::log10(0.5), 0.01);
}

TEST_F(MeasurementRunTest, StoppedBetweenTheStepsItKeepsTheFirst) {
  run.begin(procedure, values());
  ASSERT_TRUE(waitFor(State::awaitsCables));
  run.goOn();
  ASSERT_TRUE(waitUntil([&] { return run.state() == State::awaitsCables && run.step() == 1; }));
  run.stop();
  ASSERT_TRUE(waitUntil([&] { return result != nullptr; }));
  EXPECT_FALSE(result->reading.isComplete);
  EXPECT_NE(result->reading.figure("level_1", 0), nullptr);
  EXPECT_EQ(result->reading.figure("level_2", 0), nullptr);
}

TEST_F(MeasurementRunTest, WithoutConsentNothingLoudIsPlayed) {
  auto loud = values();
  loud.set("level", -6.0);
  run.begin(procedure, loud);
  ASSERT_TRUE(waitFor(State::asksConsent));
  EXPECT_NEAR(run.loudest().value(), -6.0, 0.01);
  run.goOn();
  EXPECT_EQ(run.state(), State::asksConsent);
  run.stop();
  ASSERT_TRUE(waitUntil([&] { return error.has_value(); }));
  EXPECT_EQ(error->code, ErrorCode::cancelled);
  EXPECT_EQ(result, nullptr);
}

TEST_F(MeasurementRunTest, WithConsentItIsPlayed) {
  auto loud = values();
  loud.set("level", -6.0);
  run.begin(procedure, loud);
  ASSERT_TRUE(waitFor(State::asksConsent));
  run.agree();
  ASSERT_TRUE(waitFor(State::awaitsCables));
  run.goOn();
  EXPECT_TRUE(waitUntil([&] { return run.step() == 1; }));
}

TEST_F(MeasurementRunTest, WhatHasToBeToldIsAskedForBeforeAnythingIsPlayed) {
  run.begin(procedure, measure::Values(procedure.parameters()));
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::usage);
  EXPECT_TRUE(run.isIdle());
  EXPECT_FALSE(session.isMeasuring());
}

TEST_F(MeasurementRunTest, WhatWasListenedToStopsMeanwhileAndGoesOnAfterwards) {
  ASSERT_TRUE(session.isRunning());
  run.begin(procedure, values());
  ASSERT_TRUE(waitFor(State::awaitsCables));
  ASSERT_TRUE(waitUntil([&] { return !session.isRunning(); }));
  session.start();
  EXPECT_FALSE(session.isRunning());
  run.stop();
  EXPECT_TRUE(waitUntil([&] { return run.isIdle() && session.isRunning(); }));
}

TEST_F(MeasurementRunTest, AnUnpluggedInterfaceEndsTheRunWithItsReason) {
  studio->faults().set(simulation::Fault::unplugged, true);
  run.begin(procedure, values());
  ASSERT_TRUE(waitFor(State::awaitsCables));
  run.goOn();
  ASSERT_TRUE(waitUntil([&] { return error.has_value(); }));
  EXPECT_NE(error->code, ErrorCode::cancelled);
  EXPECT_TRUE(run.isIdle());
}

}  // namespace
}  // namespace linecheck::ui
