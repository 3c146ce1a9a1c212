// What holds for any output and any headphones: bounds hold for whatever lies within them.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "matching/match.h"
#include "matching/steps.h"
#include "support/matching/pairs.h"

namespace linecheck::matching {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  double between(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(engine_);
  }
  double log(double low, double high) { return std::exp(between(std::log(low), std::log(high))); }
  bool chance(double part) { return between(0.0, 1.0) < part; }

  /// A range that may miss bounds, or all.
  template <class T>
  Bounded<T> range(double low, double high) {
    const double nominal = log(low, high);
    if (chance(0.1)) return {};
    if (chance(0.4)) return Bounded<T>::exactly(T::of(nominal));
    const T least = T::of(nominal * between(0.5, 1.0));
    const T most = T::of(nominal * between(1.0, 2.0));
    if (chance(0.1)) return {T::of(nominal), std::nullopt, most};
    if (chance(0.1)) return {T::of(nominal), least, std::nullopt};
    return {T::of(nominal), least, most};
  }
  /// A value within a range.
  template <class T>
  Bounded<T> within(const Bounded<T>& range) {
    if (range.isUnknown()) return range;
    const double nominal = range.rawNominal();
    const double low = range.low() ? range.rawLow() : 0.3 * nominal;
    const double high = range.high() ? range.rawHigh() : 3.0 * nominal;
    return Bounded<T>::exactly(T::of(low + between(0.0, 1.0) * (high - low)));
  }

 private:
  std::mt19937 engine_;
};

Output randomOutput(Dice& dice) {
  Output output;
  output.kind =
      dice.chance(0.5) ? profiles::Kind::headphoneAmplifier : profiles::Kind::audioInterface;
  output.isFed = output.kind == profiles::Kind::headphoneAmplifier;
  output.impedance = dice.range<Ohms>(0.05, 120.0);
  output.maximum = dice.range<Volts>(0.5, 20.0);
  output.noise = dice.range<Volts>(1e-7, 1e-4);
  double load = 12.0;
  while (dice.chance(0.5)) {
    load *= dice.between(1.5, 4.0);
    output.ratings.push_back({Ohms::of(load), dice.range<Volts>(0.5, 20.0)});
    if (output.ratings.back().voltage.isUnknown()) output.ratings.pop_back();
  }
  double gain = -20.0;
  while (dice.chance(0.6)) addStep(output, "", gain += dice.between(3.0, 15.0));
  if (dice.chance(0.8)) {
    output.knob = Knob{profiles::VolumeTechnology::potentiometer, std::nullopt};
    if (dice.chance(0.7)) {
      output.knob->taper = dice.chance(0.5) ? profiles::Taper::linear : profiles::Taper::audio;
    }
  }
  return output;
}

Load randomLoad(Dice& dice) {
  Load load;
  load.impedance = dice.range<Ohms>(8.0, 600.0);
  if (dice.chance(0.9)) {
    const double level = dice.between(85.0, 120.0);
    const auto made =
        dice.chance(0.5) ? profiles::Sensitivity::perMilliwatt : profiles::Sensitivity::perVolt;
    load.sensitivity = {made(DecibelsSpl::of(level)), made(DecibelsSpl::of(level - 2.0)),
                        made(DecibelsSpl::of(level + 3.0))};
  }
  if (dice.chance(0.3)) load.driver = profiles::Driver::planar;
  return load;
}

template <class T>
void expectOrdered(const Bounded<T>& figure, const char* what) {
  constexpr double kRounding = 1e-9;
  if (figure.low() && figure.nominal()) {
    EXPECT_LE(figure.rawLow(), figure.rawNominal() + kRounding) << what;
  }
  if (figure.nominal() && figure.high()) {
    EXPECT_LE(figure.rawNominal(), figure.rawHigh() + kRounding) << what;
  }
  if (figure.low() && figure.high()) {
    EXPECT_LE(figure.rawLow(), figure.rawHigh() + kRounding) << what;
  }
}

template <class T>
void expectWithin(const Bounded<T>& inner, const Bounded<T>& outer, const char* what) {
  constexpr double kRounding = 1e-6;
  if (!inner.nominal()) return;
  if (outer.low()) {
    EXPECT_GE(inner.rawNominal(), outer.rawLow() - kRounding) << what;
  }
  if (outer.high()) {
    EXPECT_LE(inner.rawNominal(), outer.rawHigh() + kRounding) << what;
  }
}

TEST(Properties, BoundsLieOnBothSidesOfTheBestValue) {
  Dice dice(1);
  for (int i = 0; i < 5000; ++i) {
    const Match pair = match(randomOutput(dice), randomLoad(dice), {});
    expectOrdered(pair.loss, "loss");
    expectOrdered(pair.damping, "damping");
    expectOrdered(pair.deviation, "deviation");
    expectOrdered(pair.maximum, "maximum");
    expectOrdered(pair.headroom, "headroom");
    expectOrdered(pair.noise, "noise");
    expectOrdered(pair.attenuation, "attenuation");
    expectOrdered(pair.travel, "travel");
    if (::testing::Test::HasFailure()) FAIL() << "in pair " << i;
  }
}

TEST(Properties, WhateverLiesWithinTheBoundsGivesResultsWithinThem) {
  Dice dice(2);
  for (int i = 0; i < 5000; ++i) {
    const Output output = randomOutput(dice);
    const Load load = randomLoad(dice);
    Output exact = output;
    exact.impedance = dice.within(output.impedance);
    exact.noise = dice.within(output.noise);
    exact.maximum = dice.within(output.maximum);
    Load exactLoad = load;
    exactLoad.impedance = dice.within(load.impedance);
    const Match wide = match(output, load, {});
    const Match narrow = match(exact, exactLoad, {});
    expectWithin(narrow.loss, wide.loss, "loss");
    expectWithin(narrow.damping, wide.damping, "damping");
    expectWithin(narrow.noise, wide.noise, "noise");
    if (::testing::Test::HasFailure()) FAIL() << "in pair " << i;
  }
}

/// An amplifier that gives `volts` without load and `amperes` at the most behaves so.
double across(double load, double volts, double amperes) {
  return std::min(volts, amperes * load);
}

TEST(Properties, AnAmplifierGivesWhatItsRatingsIntoOtherLoadsBound) {
  Dice dice(7);
  for (int i = 0; i < 5000; ++i) {
    const double volts = dice.log(1.0, 20.0);
    const double amperes = dice.log(0.02, 2.0);
    Output output = openOutput(0.0);
    if (dice.chance(0.5)) output.maximum = Bounded<Volts>::exactly(Volts::of(volts));
    double rated = 10.0;
    do {
      rated *= dice.between(1.3, 4.0);
      output.ratings.push_back(
          {Ohms::of(rated), Bounded<Volts>::exactly(Volts::of(across(rated, volts, amperes)))});
    } while (dice.chance(0.6));
    Load load = perVolt(dice.log(8.0, 600.0), 100.0);
    const double truth =
        100.0 + 20.0 * std::log10(across(load.impedance.rawNominal(), volts, amperes));
    if (dice.chance(0.5)) {
      const double ohm = load.impedance.rawNominal();
      load.impedance = {Ohms::of(ohm * dice.between(0.85, 1.15)), Ohms::of(0.8 * ohm),
                        Ohms::of(1.2 * ohm)};
    }
    const Match pair = match(output, load, {});
    ASSERT_TRUE(pair.maximum.low());
    ASSERT_TRUE(pair.maximum.high());
    EXPECT_LE(pair.maximum.rawLow(), truth + 1e-9) << i;
    EXPECT_GE(pair.maximum.rawHigh(), truth - 1e-9) << i;
    // The best value is a promise, at the impedance that counts as the best one.
    const double nominal = load.impedance.rawNominal();
    EXPECT_LE(pair.maximum.rawNominal(),
              100.0 + 20.0 * std::log10(across(nominal, volts, amperes)) + 1e-9)
        << i;
  }
}

TEST(Properties, ALowerSourceImpedanceNeverLosesMoreNorBendsMore) {
  Dice dice(3);
  for (int i = 0; i < 2000; ++i) {
    const Load load = perMilliwatt(dice.log(8.0, 600.0), 100.0);
    const double source = dice.log(0.05, 100.0);
    const Match high = match(openOutput(source, 2.0), load, {});
    const Match low = match(openOutput(source * dice.between(0.1, 0.99), 2.0), load, {});
    EXPECT_GE(low.loss.nominal(), high.loss.nominal());
    EXPECT_GE(low.maximum.nominal(), high.maximum.nominal());
    EXPECT_LE(low.deviation.high(), high.deviation.high());
    EXPECT_FALSE(better(high, low));
  }
}

TEST(Properties, BetterOrdersAnyThreePairs) {
  Dice dice(4);
  std::vector<Match> pairs;
  pairs.reserve(60);
  for (int i = 0; i < 60; ++i) pairs.push_back(match(randomOutput(dice), randomLoad(dice), {}));
  for (const Match& a : pairs) {
    EXPECT_FALSE(better(a, a));
    for (const Match& b : pairs) {
      EXPECT_FALSE(better(a, b) && better(b, a));
      for (const Match& c : pairs) {
        if (better(a, b) && better(b, c)) {
          EXPECT_TRUE(better(a, c));
        }
      }
    }
  }
}

TEST(Properties, AllPairsAreThePairsOneByOne) {
  Dice dice(5);
  std::vector<Output> outputs;
  std::vector<Load> loads;
  outputs.reserve(12);
  loads.reserve(9);
  for (int i = 0; i < 12; ++i) outputs.push_back(randomOutput(dice));
  for (int i = 0; i < 9; ++i) loads.push_back(randomLoad(dice));
  const auto all = matchAll(outputs, loads, {});
  ASSERT_EQ(all.size(), outputs.size() * loads.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    Match one = match(outputs[i / loads.size()], loads[i % loads.size()], {});
    one.output = static_cast<std::uint32_t>(i / loads.size());
    one.load = static_cast<std::uint32_t>(i % loads.size());
    EXPECT_TRUE(all[i] == one) << i;
  }
}

TEST(Properties, TheChosenStepIsTheLowestWithTheReserve) {
  Dice dice(6);
  for (int i = 0; i < 2000; ++i) {
    const Output output = randomOutput(dice);
    const Load load = randomLoad(dice);
    const Request request;
    const auto steps = stepResults(output, load, request);
    for (const StepResult& step : steps) {
      if (!step.isChosen) continue;
      const bool isLast = &step == &steps.back();
      if (step.maximum.nominal() && !isLast) {
        EXPECT_GE(step.maximum.nominal(), request.peak);
      }
      if (step.step > 0 && steps[step.step - 1].maximum.nominal()) {
        EXPECT_LT(steps[step.step - 1].maximum.nominal(), request.peak);
      }
    }
  }
}

}  // namespace
}  // namespace linecheck::matching
