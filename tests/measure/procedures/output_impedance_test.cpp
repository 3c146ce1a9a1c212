#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/synthetic_recording.h"

namespace linecheck::measure {
namespace {

using linecheck::measure::testing::cutShort;
using linecheck::measure::testing::SyntheticPath;
using linecheck::measure::testing::syntheticRecording;
using Complex = std::complex<double>;

const Procedure& kProcedure = outputImpedanceProcedure();

/// An output with its impedance, a load that may be there, and the input behind it.
struct Bench {
  double ohms = 10.0;
  double henries = 0.0;
  double farads = 0.0;  ///< In series; 0 is none.
  double input = 20e3;
  double gain = 0.5;
  double latency = 2112.37;
  DecibelsFs noise = DecibelsFs::of(-110.0);
  double hum = 0.0;
  std::uint64_t seed = 1;

  [[nodiscard]] Complex impedance(double frequency) const {
    const Complex s(0.0, 2.0 * std::numbers::pi * frequency);
    return ohms + s * henries + (farads > 0.0 ? 1.0 / (s * farads) : 0.0);
  }
  [[nodiscard]] SyntheticPath path(std::optional<double> resistor) const {
    SyntheticPath path;
    path.response = [*this, resistor](int from, int to, double frequency) -> Complex {
      if (from != to) return 0.0;
      const double load = 1.0 / (1.0 / input + (resistor ? 1.0 / *resistor : 0.0));
      return gain * load / (load + impedance(frequency));
    };
    path.latency = latency;
    path.noise = noise;
    path.hum = hum;
    path.seed = resistor ? seed : seed + 1000;
    return path;
  }
};

Values valuesOf(double resistor, std::optional<double> input) {
  Values values(kProcedure.parameters());
  values.set("resistor", resistor);
  values.set("resistor-tolerance", 0.1);
  values.set("seconds", 2.0);
  if (input) values.set("input-impedance", *input);
  return values;
}

std::vector<Recording> record(const Bench& bench, const Bench& later, const Values& values) {
  std::vector<Recording> recordings;
  recordings.push_back(syntheticRecording(kProcedure, 0, values, bench.path({})));
  recordings.push_back(syntheticRecording(kProcedure, 1, values, later.path(values["resistor"])));
  return recordings;
}

Reading measured(const Bench& bench, const Values& values) {
  return kProcedure.read(record(bench, bench, values), values);
}

class OutputImpedanceOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(All, OutputImpedanceOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(OutputImpedanceOfSeed, IsFoundWithinOnePercentOrTwentyMilliohms) {
  const std::uint64_t seed = GetParam();
  dsp::Random random(seed);
  Bench bench;
  bench.seed = seed;
  bench.ohms = std::pow(10.0, random.uniform(-0.5, 2.7));
  bench.henries = seed % 3 == 0 ? bench.ohms * random.uniform(1e-6, 1e-5) : 0.0;
  bench.farads = seed % 4 == 0 ? random.uniform(1e-5, 2e-4) : 0.0;
  bench.latency = random.uniform(100.0, 12000.0);
  bench.gain = random.uniform(0.05, 1.0);
  bench.hum = 1e-3;
  const double resistor = std::clamp(bench.ohms * random.uniform(1.0, 5.0), 5.0, 600.0);
  const Values values = valuesOf(resistor, bench.input);
  const Reading reading = measured(bench, values);
  for (const int channel : {0, 1}) {
    const Figure* figure = reading.figure("output_impedance", channel);
    ASSERT_NE(figure, nullptr) << "seed " << seed;
    ASSERT_TRUE(figure->value) << "seed " << seed;
    const double truth = std::abs(bench.impedance(1000.0));
    EXPECT_NEAR(*figure->value, truth, std::max(0.02, 0.01 * truth))
        << "seed " << seed << ": " << truth << " Ω behind " << resistor << " Ω";
    EXPECT_NEAR(*figure->value, truth, 5.0 * *figure->uncertainty + 0.002 * truth)
        << "seed " << seed;
  }
  const Trace* trace = reading.trace("output_impedance", 0);
  ASSERT_NE(trace, nullptr);
  EXPECT_LT(trace->x.front(), 25.0);
  EXPECT_GT(trace->x.back(), 15000.0);
  for (std::size_t i = 0; i < trace->x.size(); ++i) {
    const double truth = std::abs(bench.impedance(trace->x[i]));
    EXPECT_NEAR(trace->y[i], truth, std::max(0.02, 0.01 * truth))
        << "seed " << seed << " at " << trace->x[i] << " Hz";
  }
}

TEST(OutputImpedance, AnUnknownInputIsSaidSoAndCounted) {
  Bench bench;
  bench.ohms = 600.0;
  bench.input = 10e3;
  const Reading reading = measured(bench, valuesOf(600.0, {}));
  ASSERT_NE(reading.statement("input_impedance"), nullptr);
  EXPECT_EQ(reading.statement("input_impedance")->word, "unknown");
  const Figure* figure = reading.figure("output_impedance", 0);
  ASSERT_NE(figure, nullptr);
  // What the output and the input have in parallel.
  EXPECT_NEAR(figure->value.value(), 600.0 * 10e3 / 10.6e3, 1.0);
  EXPECT_NEAR(figure->value.value(), 600.0, 2.0 * figure->uncertainty.value());
  EXPECT_EQ(measured(bench, valuesOf(600.0, 10e3)).statement("input_impedance"), nullptr);
}

TEST(OutputImpedance, TheResistorsToleranceIsInTheUncertainty) {
  Bench bench;
  bench.ohms = 100.0;
  Values values = valuesOf(100.0, bench.input);
  values.set("resistor-tolerance", 5.0);
  const Figure* figure = nullptr;
  const Reading reading = measured(bench, values);
  figure = reading.figure("output_impedance", 1);
  ASSERT_NE(figure, nullptr);
  // Even within ±5 Ω.
  EXPECT_NEAR(figure->uncertainty.value(), 5.0 / std::sqrt(3.0), 0.05);
}

TEST(OutputImpedance, APhaseIsThatOfTheOutput) {
  Bench bench;
  bench.ohms = 30.0;
  bench.farads = 4.7e-6;
  const Reading reading = measured(bench, valuesOf(33.0, bench.input));
  const double truth = std::arg(bench.impedance(1000.0)) * 180.0 / std::numbers::pi;
  ASSERT_NE(reading.figure("output_impedance_phase", 0), nullptr);
  EXPECT_NEAR(reading.figure("output_impedance_phase", 0)->value.value(), truth, 0.5);
}

TEST(OutputImpedance, WhatIsBelowTheNoiseIsABound) {
  Bench bench;
  bench.ohms = 0.0;
  bench.noise = DecibelsFs::of(-60.0);
  const Reading reading = measured(bench, valuesOf(1000.0, bench.input));
  const Figure* figure = reading.figure("output_impedance", 0);
  ASSERT_NE(figure, nullptr);
  EXPECT_EQ(figure->value, std::nullopt);
  ASSERT_NE(reading.figure("output_impedance_at_most", 0), nullptr);
  EXPECT_GT(reading.figure("output_impedance_at_most", 0)->value.value(), 0.0);
  ASSERT_NE(reading.statement("output_impedance", 0), nullptr);
  EXPECT_EQ(reading.statement("output_impedance", 0)->word, "below_what_can_be_told");
}

TEST(OutputImpedance, AVolumeThatWasTurnedUpBetweenTheStepsIsNoticed) {
  Bench before;
  Bench after;
  after.gain = 2.0 * before.gain;
  const Values values = valuesOf(33.0, before.input);
  const Reading reading = kProcedure.read(record(before, after, values), values);
  ASSERT_NE(reading.statement("level_between_steps", 0), nullptr);
  EXPECT_EQ(reading.statement("level_between_steps", 0)->word, "changed");
  ASSERT_NE(reading.figure("output_impedance", 0), nullptr);
  EXPECT_EQ(reading.figure("output_impedance", 0)->value, std::nullopt);
}

TEST(OutputImpedance, AVolumeThatWasTurnedFarDownBetweenTheStepsIsNoticed) {
  Bench before;
  Bench after;
  after.gain = 0.01 * before.gain;
  const Values values = valuesOf(600.0, 1e6);
  before.input = after.input = 1e6;
  const Reading reading = kProcedure.read(record(before, after, values), values);
  ASSERT_NE(reading.statement("level_between_steps", 0), nullptr);
  EXPECT_EQ(reading.figure("output_impedance", 0)->value, std::nullopt);
}

TEST(OutputImpedance, AChannelThatGoesSilentUnderLoadIsNamed) {
  Bench bench;
  const Values values = valuesOf(33.0, bench.input);
  auto recordings = record(bench, bench, values);
  Bench silent = bench;
  silent.gain = 0.0;
  recordings[1] = syntheticRecording(kProcedure, 1, values, silent.path(33.0));
  const Reading reading = kProcedure.read(recordings, values);
  ASSERT_NE(reading.statement("output_impedance", 0), nullptr);
  EXPECT_EQ(reading.statement("output_impedance", 0)->word, "not_heard_under_load");
  EXPECT_EQ(reading.figure("output_impedance", 0), nullptr);
}

TEST(OutputImpedance, NoiseAloneGivesNoFigure) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Bench bench;
    bench.gain = 0.0;
    bench.seed = seed;
    EXPECT_TRUE(measured(bench, valuesOf(33.0, bench.input)).figures.empty()) << seed;
  }
}

TEST(OutputImpedance, StoppedBeforeTheEndItIsIncompleteAndTellsNothing) {
  const Bench bench;
  const Values values = valuesOf(33.0, bench.input);
  auto recordings = record(bench, bench, values);
  const Reading one = kProcedure.read(std::span(recordings).first(1), values);
  EXPECT_FALSE(one.isComplete);
  EXPECT_TRUE(one.figures.empty());
  recordings[1] = cutShort(std::move(recordings[1]));
  const Reading cut = kProcedure.read(recordings, values);
  EXPECT_FALSE(cut.isComplete);
  EXPECT_TRUE(cut.figures.empty());
}

TEST(OutputImpedance, TheResistorHasToBeToldAndTheInputNeedNot) {
  Values values(kProcedure.parameters());
  const auto untold = checkValues(kProcedure.parameters(), values);
  ASSERT_FALSE(untold);
  EXPECT_EQ(untold.error().where, "resistor");
  values.set("resistor", 33.0);
  EXPECT_TRUE(checkValues(kProcedure.parameters(), values));
}

}  // namespace
}  // namespace linecheck::measure
