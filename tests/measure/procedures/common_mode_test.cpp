#include <gtest/gtest.h>

#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/synthetic_recording.h"

namespace linecheck::measure {
namespace {

using linecheck::measure::testing::cutShort;
using linecheck::measure::testing::SyntheticPath;
using linecheck::measure::testing::syntheticRecording;
using Complex = std::complex<double>;

const Procedure& kProcedure = commonModeProcedure();

/// A receiver whose rejection falls above a corner, as unlike capacitances make it.
struct Bench {
  double rejection = 70.0;  ///< dB, at low frequencies.
  double corner = 3000.0;   ///< Hz.
  double latency = 2112.25;
  DecibelsFs noise = DecibelsFs::of(-110.0);
  double hum = 0.0;
  std::uint64_t seed = 1;

  [[nodiscard]] double truth(double frequency) const {
    return rejection - 20.0 * std::log10(std::hypot(1.0, frequency / corner));
  }
  [[nodiscard]] SyntheticPath path(bool isCommon) const {
    SyntheticPath path;
    path.response = [*this, isCommon](int from, int to, double frequency) -> Complex {
      if (from != to) return 0.0;
      const Complex common = std::pow(10.0, -rejection / 20.0) * Complex(1.0, frequency / corner);
      return 0.8 * (isCommon ? common : Complex(1.0, 0.0));
    };
    // The driver may need another time when it is opened again.
    path.latency = isCommon ? latency + 311.7 : latency;
    path.noise = noise;
    path.hum = isCommon ? hum : 0.0;
    path.seed = isCommon ? seed : seed + 1000;
    return path;
  }
};

Values shortValues() {
  Values values(kProcedure.parameters());
  values.set("seconds", 3.0);
  return values;
}

std::vector<Recording> record(const Bench& bench, const Values& values) {
  std::vector<Recording> recordings;
  recordings.push_back(syntheticRecording(kProcedure, 0, values, bench.path(false)));
  recordings.push_back(syntheticRecording(kProcedure, 1, values, bench.path(true)));
  return recordings;
}

Reading measured(const Bench& bench, const Values& values) {
  return kProcedure.read(record(bench, values), values);
}

class CommonModeOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(All, CommonModeOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(CommonModeOfSeed, RejectionIsFoundAgainstFrequency) {
  const std::uint64_t seed = GetParam();
  dsp::Random random(seed);
  Bench bench;
  bench.seed = seed;
  bench.rejection = random.uniform(20.0, 85.0);
  bench.corner = random.uniform(500.0, 40000.0);
  bench.latency = random.uniform(50.0, 10000.0);
  const Reading reading = measured(bench, shortValues());
  for (const auto& [id, frequency] :
       {std::pair("cmrr_50", 50.0), {"cmrr_100", 100.0}, {"cmrr_1k", 1000.0}, {"cmrr_10k", 1e4}}) {
    const Figure* figure = reading.figure(id, 1);
    ASSERT_NE(figure, nullptr) << id << " seed " << seed;
    ASSERT_TRUE(figure->value) << id << " seed " << seed;
    EXPECT_NEAR(*figure->value, bench.truth(frequency), 0.1 + 4.0 * *figure->uncertainty)
        << id << " seed " << seed;
    EXPECT_LT(*figure->uncertainty, 1.0) << id << " seed " << seed;
  }
  const Trace* trace = reading.trace("cmrr", 0);
  ASSERT_NE(trace, nullptr);
  for (std::size_t i = 0; i < trace->x.size(); ++i) {
    if (std::isnan(trace->y[i])) continue;
    EXPECT_NEAR(trace->y[i], bench.truth(trace->x[i]), 1.0)
        << "seed " << seed << " at " << trace->x[i] << " Hz";
  }
}

TEST(CommonMode, HumInTheSecondStepIsNotTakenForTheTone) {
  Bench bench;
  bench.hum = 1e-3;
  bench.corner = 1e6;
  const Reading reading = measured(bench, shortValues());
  ASSERT_NE(reading.figure("cmrr_50", 0), nullptr);
  ASSERT_TRUE(reading.figure("cmrr_1k", 0)->value);
  EXPECT_NEAR(*reading.figure("cmrr_1k", 0)->value, 70.0, 0.3);
  // The hum lies 35 dB above the tones: it may make them less certain, but not pass for them.
  const Figure& low = *reading.figure("cmrr_50", 0);
  ASSERT_TRUE(low.value);
  EXPECT_NEAR(*low.value, 70.0, 0.5 + 4.0 * *low.uncertainty);
}

TEST(CommonMode, WhatTheNoiseHidesIsABound) {
  Bench bench;
  bench.rejection = 150.0;
  bench.corner = 1e6;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    bench.seed = seed;
    const Reading reading = measured(bench, shortValues());
    const Figure* figure = reading.figure("cmrr_1k", 0);
    ASSERT_NE(figure, nullptr);
    EXPECT_EQ(figure->value, std::nullopt) << "seed " << seed;
    const Figure* bound = reading.figure("cmrr_1k_at_least", 0);
    ASSERT_NE(bound, nullptr);
    EXPECT_GT(bound->value.value(), 80.0);
    EXPECT_LT(bound->value.value(), 150.0);
    ASSERT_NE(reading.statement("common_mode", 0), nullptr);
    EXPECT_EQ(reading.statement("common_mode", 0)->word, "not_heard");
    EXPECT_TRUE(reading.isComplete);
  }
}

TEST(CommonMode, OneLegOfABalancedOutputCarriesHalf) {
  Bench bench;
  bench.corner = 1e6;
  Values values = shortValues();
  values.set("leg-level", -6.02);
  const Reading reading = measured(bench, values);
  EXPECT_NEAR(reading.figure("cmrr_1k", 0)->value.value(), 70.0 - 6.02, 0.2);
}

TEST(CommonMode, ACableThatWasNotChangedIsNoticed) {
  const Bench bench;
  const Values values = shortValues();
  std::vector<Recording> recordings;
  recordings.push_back(syntheticRecording(kProcedure, 0, values, bench.path(false)));
  recordings.push_back(syntheticRecording(kProcedure, 1, values, bench.path(false)));
  const Reading reading = kProcedure.read(recordings, values);
  ASSERT_NE(reading.statement("common_mode", 0), nullptr);
  EXPECT_EQ(reading.statement("common_mode", 0)->word, "as_loud_as_before");
}

TEST(CommonMode, NoiseAloneGivesNoFigure) {
  const Values values = shortValues();
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    std::vector<Recording> recordings;
    for (const std::size_t step : {0U, 1U}) {
      SyntheticPath path;
      path.response = [](int, int, double) -> Complex { return 0.0; };
      path.noise = DecibelsFs::of(-100.0);
      path.seed = 10 * seed + step;
      recordings.push_back(syntheticRecording(kProcedure, step, values, path));
    }
    EXPECT_TRUE(kProcedure.read(recordings, values).figures.empty()) << seed;
  }
}

TEST(CommonMode, StoppedBeforeTheEndItIsIncompleteAndTellsNothing) {
  const Bench bench;
  const Values values = shortValues();
  auto recordings = record(bench, values);
  EXPECT_FALSE(kProcedure.read(std::span(recordings).first(1), values).isComplete);
  recordings[1] = cutShort(std::move(recordings[1]));
  const Reading cut = kProcedure.read(recordings, values);
  EXPECT_FALSE(cut.isComplete);
  EXPECT_TRUE(cut.figures.empty());
}

TEST(CommonMode, TheSecondStepPlaysNoGate) {
  const auto steps = kProcedure.steps(shortValues());
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_TRUE(steps[0].hasLoop);
  EXPECT_FALSE(steps[1].hasLoop);
}

}  // namespace
}  // namespace linecheck::measure
