#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "dsp/hum.h"
#include "dsp/hum_signals.h"

// Monte-Carlo runs against bounds that theory sets. Seeds are fixed: a run that passes passes
// everywhere.
namespace linecheck::dsp {
namespace {

constexpr double kPi = std::numbers::pi;

struct Trials {
  double meanSquareOverBound = 0.0;          // Of f0.
  double normalisedFrequencyVariance = 0.0;  // Of (estimate − truth)/standard error.
  double normalisedLevelVariance = 0.0;
  int misses = 0;
};

// One second at 1 kHz, f0 evenly in 49.7…50.3 Hz, `lines` harmonics of equal level; `snr` is the
// power of one of them over the variance of the white noise, in dB.
Trials trials(int runs, int lines, double snr) {
  constexpr double kRate = 1000.0;
  constexpr int kLength = 1000;
  const double variance = 0.5 * std::pow(10.0, -snr / 10.0);
  double orders = 0.0;
  for (int order = 1; order <= lines; ++order) orders += order * order;
  const double bound =
      24.0 * variance / (kLength * (1e6 - 1.0) * orders) * std::pow(kRate / (2.0 * kPi), 2);
  Random random(static_cast<std::uint64_t>(100 * lines) + static_cast<std::uint64_t>(snr));
  Trials result;
  for (int run = 0; run < runs; ++run) {
    const double f = random.uniform(49.7, 50.3);
    std::vector<double> x(kLength);
    for (double& value : x) value = std::sqrt(variance) * random.gaussian();
    for (int order = 1; order <= lines; ++order) {
      addSine(x, {Hertz::of(order * f), 1.0, random.uniform(0.0, 2.0 * kPi)}, Hertz::of(kRate));
    }
    const HumEstimate hum = estimateHum(x, Hertz::of(kRate));
    if (!hum.present) {
      ++result.misses;
      continue;
    }
    const double error = hum.fundamental.value() - f;
    result.meanSquareOverBound += error * error / bound / runs;
    result.normalisedFrequencyVariance +=
        std::pow(error / hum.fundamentalStandardError.value(), 2) / runs;
    for (int order = 1; order <= lines; ++order) {
      const HumHarmonic& line = hum.harmonics[static_cast<std::size_t>(order) - 1];
      result.normalisedLevelVariance +=
          std::pow(line.level.value() / line.levelStandardError.value(), 2) / runs / lines;
    }
  }
  return result;
}

struct Case {
  int lines;
  double snr;
};

class HumAccuracy : public testing::TestWithParam<Case> {};

// The mean square of 1000 runs is known to 4.5 %.
TEST_P(HumAccuracy, ReachesTheCramerRaoBoundAndKnowsItsError) {
  const Trials result = trials(1000, GetParam().lines, GetParam().snr);
  EXPECT_EQ(result.misses, 0);
  EXPECT_LT(result.meanSquareOverBound, 1.1);
  EXPECT_GT(result.meanSquareOverBound, 0.88);
  EXPECT_NEAR(result.normalisedFrequencyVariance, 1.0, 0.15);
  EXPECT_NEAR(result.normalisedLevelVariance, 1.0, 0.15);
}

INSTANTIATE_TEST_SUITE_P(SignalToNoise, HumAccuracy,
                         testing::Values(Case{1, 10.0}, Case{1, 30.0}, Case{1, 60.0}, Case{6, 20.0},
                                         Case{6, 60.0}));

// In coloured noise the error of each order comes from the floor around it; a strong tone at 997 Hz
// makes the fit weigh the samples, which costs precision that has to be stated too.
TEST(HumAccuracyInColour, StandardErrorsAreHonest) {
  constexpr double kRate = 4000.0;
  constexpr int kRuns = 400;
  double frequency = 0.0, first = 0.0, seventh = 0.0;
  for (int run = 0; run < kRuns; ++run) {
    Random random(static_cast<std::uint64_t>(run) + 1);
    // Falls by 6 dB an octave from 30 Hz on: 16 dB between the two lines.
    auto x = test::noise(-65.0, 3.0, kRate, static_cast<std::uint64_t>(run) + 7000);
    double filtered = 0.0;
    for (double& value : x) value = filtered = 0.954 * filtered + value;
    const double f = random.uniform(49.8, 50.2);
    test::addLine(x, f, -55.0, kRate, random.uniform(0.0, 6.0));
    test::addLine(x, 7.0 * f, -65.0, kRate, random.uniform(0.0, 6.0));
    if (run % 2 == 1) test::addLine(x, 997.0, -6.0, kRate);
    const HumEstimate hum = estimateHum(x, Hertz::of(kRate));
    ASSERT_TRUE(hum.present);
    frequency +=
        std::pow((hum.fundamental.value() - f) / hum.fundamentalStandardError.value(), 2) / kRuns;
    const auto normalised = [&](int order, double level) {
      const HumHarmonic& line = hum.harmonics[static_cast<std::size_t>(order) - 1];
      return std::pow((line.level.value() - level) / line.levelStandardError.value(), 2);
    };
    first += normalised(1, -55.0) / kRuns;
    seventh += normalised(7, -65.0) / kRuns;
  }
  // 400 runs know a variance to 7 %.
  EXPECT_NEAR(frequency, 1.0, 0.2);
  EXPECT_NEAR(first, 1.0, 0.2);
  EXPECT_NEAR(seventh, 1.0, 0.2);
}

// At the default one in a million nothing could be counted, so the rate is checked where it can.
// The tests on the lines that follow the joint test cost about half of what it lets pass.
TEST(HumFalseAlarms, AreNoMoreThanStatedAndNotFarLess) {
  constexpr double kRate = 4000.0;
  constexpr int kSignals = 1000;
  HumSearch search;
  search.falseAlarmRate = 0.1;
  int alarms = 0;
  for (int seed = 1; seed <= kSignals; ++seed) {
    const auto x = test::noise(-60.0, 4.0, kRate, static_cast<std::uint64_t>(seed));
    alarms += estimateHum(x, Hertz::of(kRate), search).present ? 1 : 0;
  }
  EXPECT_LE(alarms, 0.1 * kSignals);
  EXPECT_GE(alarms, 0.03 * kSignals);
}

TEST(HumDetectionLimit, IsWhereLinesAreFoundNearlyAlways) {
  constexpr double kRate = 4000.0;
  constexpr int kSignals = 200;
  int atLimit = 0, below = 0;
  for (int seed = 1; seed <= kSignals; ++seed) {
    const auto quiet = test::noise(-60.0, 3.0, kRate, static_cast<std::uint64_t>(seed));
    const auto limit = estimateHum(quiet, Hertz::of(kRate)).detectionLimit;
    ASSERT_TRUE(limit);
    Random random(static_cast<std::uint64_t>(seed));
    const int order = 1 + seed % 3;
    const double frequency = order * random.uniform(49.6, 50.4);
    const auto isFoundAt = [&](double level) {
      auto x = quiet;
      test::addLine(x, frequency, level, kRate, random.uniform(0.0, 2.0 * kPi));
      return estimateHum(x, Hertz::of(kRate)).present;
    };
    atLimit += isFoundAt(limit->value()) ? 1 : 0;
    below += isFoundAt(limit->value() - 4.0) ? 1 : 0;
  }
  EXPECT_GE(atLimit, 0.98 * kSignals);
  EXPECT_LE(below, 0.7 * kSignals);  // The limit is not a lazy one either.
}

}  // namespace
}  // namespace linecheck::dsp
