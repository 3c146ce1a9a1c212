#pragma once

#include <gtest/gtest.h>

#include <functional>

#include "support/measure/studio_recording.h"
#include "support/measure/truth_run.h"

namespace linecheck::measure::testing {

/// Fails the test for every number beyond its limit and every wrong word.
inline void expectTruth(const TruthCase& given, const Outcome& outcome) {
  for (const Judged& judged : judge(given, outcome)) {
    EXPECT_LE(judged.error, judged.limit) << judged.name << " is " << judged.truth << ' '
                                          << judged.unit << ", reading " << judged.reading;
  }
}

/// One seed of a truth through the simulated studio.
inline void expectTruthOfSeed(std::string_view name, std::uint64_t seed) {
  SCOPED_TRACE(::testing::Message() << name << ", seed " << seed);
  const Truth& truth = truthOf(name);
  const TruthCase given = truth.of(seed);
  StudioBench bench;
  const auto outcome = runTruth(bench, truth.procedure, given);
  ASSERT_TRUE(outcome) << outcome.error().message();
  EXPECT_TRUE(outcome->reading.isComplete);
  expectTruth(given, *outcome);
}

/// All seeds of a truth through its path alone: quick.
inline void expectTruthWithoutGate(std::string_view name) {
  const Truth& truth = truthOf(name);
  const Procedure& procedure = *findProcedure(truth.procedure);
  for (std::uint64_t seed = 1; seed <= truth.seeds; ++seed) {
    SCOPED_TRACE(::testing::Message() << name << ", seed " << seed);
    const TruthCase given = truth.of(seed);
    Outcome outcome;
    outcome.reading = measuredWithoutGate(procedure, given.run);
    expectTruth(given, outcome);
  }
}

}  // namespace linecheck::measure::testing
