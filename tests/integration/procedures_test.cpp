// Every measurement through PortAudio, with a planted path inside the fault box.
#include <gtest/gtest.h>

#include <cctype>

#include "support/jack/jack_bench.h"
#include "support/measure/truth.h"

namespace linecheck::testing {
namespace {

using measure::testing::judge;
using measure::testing::runTruth;
using measure::testing::Truth;
using measure::testing::TruthCase;

// Seeds of a truth from the first on, all at the rate of the first.
void expectThroughPortAudio(std::string_view name, std::uint64_t seeds = 1) {
  const Truth& truth = measure::testing::truthOf(name);
  const int rate = truth.of(1).run.sampleRate;
  JackBench bench(rate);
  ASSERT_TRUE(bench.isUp()) << bench.output();
  for (std::uint64_t seed = 1, done = 0; done < seeds; ++seed) {
    const TruthCase given = truth.of(seed);
    if (given.run.sampleRate != rate) continue;
    ++done;
    SCOPED_TRACE(::testing::Message() << name << ", seed " << seed);
    const auto outcome = runTruth(bench, truth.procedure, given);
    ASSERT_TRUE(outcome) << outcome.error().message();
    EXPECT_TRUE(outcome->reading.isComplete);
    for (const auto& judged : judge(given, *outcome)) {
      EXPECT_LE(judged.error, judged.limit) << judged.name << " is " << judged.truth << ' '
                                            << judged.unit << ", reading " << judged.reading;
    }
  }
}

class ProcedureThroughPortAudio : public ::testing::TestWithParam<const char*> {};

TEST_P(ProcedureThroughPortAudio, ReadsWhatWasPlanted) {
  expectThroughPortAudio(GetParam());
}

std::string testNameOf(const ::testing::TestParamInfo<const char*>& info) {
  std::string name;
  bool isFirst = true;
  for (const char letter : std::string(info.param)) {
    const bool isLetter = std::isalnum(static_cast<unsigned char>(letter)) != 0;
    if (isLetter) {
      name +=
          isFirst ? static_cast<char>(std::toupper(static_cast<unsigned char>(letter))) : letter;
    }
    isFirst = !isLetter;
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(
    All, ProcedureThroughPortAudio,
    ::testing::Values("noise", "distortion", "response", "crosstalk", "balance", "latency",
                      "jitter", "intermodulation", "multitone", "level-steps", "frequency-steps",
                      "headroom: input too high", "headroom: output clips hard",
                      "headroom: amplifier clips softly", "headroom: takes full scale",
                      "limiter: limits", "limiter: clips hard", "limiter: neither", "overs: pass",
                      "overs: clipped", "overs: limited", "output-impedance: one clock",
                      "headphone-impedance", "common-mode"),
    testNameOf);

class GateThroughPortAudio : public ::testing::TestWithParam<const char*> {};

TEST_P(GateThroughPortAudio, FindsWhatWasPlantedAndNothingElse) {
  expectThroughPortAudio(GetParam(), 2);
}

INSTANTIATE_TEST_SUITE_P(All, GateThroughPortAudio,
                         ::testing::Values("path: clean", "path: volume", "path: 16 bits",
                                           "path: drift", "path: 44.1 and 48 kHz converted",
                                           "path: swapped", "path: inverted",
                                           "path: automatic gain"),
                         testNameOf);

// The smallest that has to be seen, not one that was drawn.
TEST(SmallFaults, OfATenthOfADecibelAndTenPartsPerMillionAreFoundThroughPortAudio) {
  JackBench bench(48000);
  ASSERT_TRUE(bench.isUp()) << bench.output();
  TruthCase given = measure::testing::truthOf("path: clean").of(2);
  ASSERT_EQ(given.run.sampleRate, 48000);
  auto& computer = given.run.studio.path.computer;
  computer.volume = Decibels::of(-0.1);
  computer.clockDriftPpm = 10.0;
  const auto outcome = runTruth(bench, "path", given);
  ASSERT_TRUE(outcome) << outcome.error().message();
  const auto* gain = outcome->path.find(measure::PathFault::gain);
  const auto* drift = outcome->path.find(measure::PathFault::clockDrift);
  ASSERT_NE(gain, nullptr);
  ASSERT_NE(drift, nullptr);
  EXPECT_EQ(outcome->path.findings.size(), 2U);
  EXPECT_NEAR(gain->value.value_or(0.0), -0.1, 0.01);
  EXPECT_NEAR(drift->value.value_or(0.0), -10.0, 0.2);
}

}  // namespace
}  // namespace linecheck::testing
