// Captures with known hum through the estimator, compared: how often a verdict is wrong.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

#include "diagnosis/comparison.h"
#include "dsp/generators.h"
#include "dsp/hum.h"

namespace linecheck::diagnosis {
namespace {

constexpr Hertz kRate = Hertz::of(4000);
constexpr double kSeconds = 3.0;
constexpr double kNoise = -80.0;

using Levels = std::map<int, double>;

Evidence hear(const Levels& levels, std::mt19937_64& random) {
  std::uniform_real_distribution<double> phase(0.0, 6.283), mains(49.95, 50.05);
  auto samples = dsp::whiteNoise(DecibelsFs::of(kNoise),
                                 static_cast<std::size_t>(kSeconds * kRate.value()), random());
  const double fundamental = mains(random);
  for (const auto& [order, level] : levels) {
    dsp::addSine(samples,
                 {Hertz::of(fundamental * order), std::pow(10.0, level / 20.0), phase(random)},
                 kRate);
  }
  dsp::HumSearch search;
  search.harmonics = 15;
  Evidence evidence;
  evidence.hum = dsp::estimateHum(samples, kRate, search);
  return evidence;
}

struct Count {
  int lines = 0, less = 0, more = 0, unchanged = 0, inside = 0;
};

// Each order's verdict on `after` against `before`, over many captures.
std::map<int, Count> verdicts(const Levels& before, const Levels& after, int pairs,
                              std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::map<int, Count> counts;
  for (int i = 0; i < pairs; ++i) {
    for (const auto& [order, change] :
         compare(hear(before, random), hear(after, random)).harmonics) {
      Count& count = counts[order];
      ++count.lines;
      count.less += change.verdict == ChangeVerdict::less ? 1 : 0;
      count.more += change.verdict == ChangeVerdict::more ? 1 : 0;
      count.unchanged += change.verdict == ChangeVerdict::unchanged ? 1 : 0;
      if (before.count(order) == 0 || after.count(order) == 0) continue;
      const double truth = after.at(order) - before.at(order);
      const double error = change.standardError.value();
      count.inside += std::abs(change.change.value() - truth) <= 2.0 * error ? 1 : 0;
    }
  }
  return counts;
}

TEST(ComparisonTruth, UnchangedLinesAreHardlyEverCalledChanged) {
  // From far above the noise to the edge of being found.
  const Levels levels = {{1, -60}, {3, -85}, {5, -95}, {7, -98}, {9, -100}};
  int lines = 0, wrong = 0;
  for (const auto& [order, count] : verdicts(levels, levels, 250, 3)) {
    lines += count.lines;
    wrong += count.less + count.more;
    if (order <= 3) {
      EXPECT_GE(count.inside, 0.93 * count.lines) << order;
    }
    if (order == 1) {
      EXPECT_GE(count.unchanged, 0.98 * count.lines);
    }
  }
  EXPECT_GT(lines, 900);
  EXPECT_LE(wrong, lines / 200) << "of " << lines;
}

TEST(ComparisonTruth, ADifferenceIsSeenForWhatItIs) {
  const Levels before = {{1, -60}, {3, -80}, {5, -85}};
  const Levels after = {{1, -66}, {3, -86}, {5, -85}};
  const auto counts = verdicts(before, after, 100, 4);
  EXPECT_EQ(counts.at(1).less, 100);
  EXPECT_EQ(counts.at(3).less, 100);
  EXPECT_LE(counts.at(5).less + counts.at(5).more, 1);
}

// The fundamental sinks below the noise, and with it the hum is not found at all; what stays at a
// high order, where nobody looks for hum by itself, must not be called gone.
TEST(ComparisonTruth, AHighOrderThatStaysIsNotCalledGone) {
  const Levels before = {{1, -85}, {11, -88}};
  const Levels after = {{11, -88}};
  int absent = 0;
  std::mt19937_64 random(5);
  for (int i = 0; i < 100; ++i) {
    const Evidence heard = hear(after, random);
    absent += heard.hum.present ? 0 : 1;
    const auto comparison = compare(hear(before, random), heard);
    for (const auto& [order, change] : comparison.harmonics) {
      if (order == 11) {
        EXPECT_NE(change.verdict, ChangeVerdict::less);
      }
      if (order == 1) {
        EXPECT_EQ(change.verdict, ChangeVerdict::less);
      }
    }
  }
  EXPECT_GT(absent, 90);
}

TEST(ComparisonTruth, WhatIsGoneIsBoundedFromAbove) {
  const Levels before = {{1, -70}, {3, -75}};
  const auto counts = verdicts(before, {}, 100, 6);
  EXPECT_EQ(counts.at(1).less, 100);
  EXPECT_EQ(counts.at(3).less, 100);
}

}  // namespace
}  // namespace linecheck::diagnosis
