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

const Procedure& kProcedure = headphoneImpedanceProcedure();

/// A driver, the resistor it hangs on, and two inputs that are not quite alike.
struct Bench {
  double resistance = 32.0;
  double peak = 30.0;  ///< 0 is a planar driver.
  double resonance = 90.0;
  double quality = 1.5;
  double henries = 0.0;
  double resistor = 100.0;
  double input = 10e3;
  double unlike = 1.03;  ///< Gain of input 2 against input 1,
  double corner = 60e3;  ///< and a low-pass that only input 2 has, Hz.
  double latency = 2112.5;
  DecibelsFs noise = DecibelsFs::of(-110.0);
  double hum = 0.0;
  std::uint64_t seed = 1;

  [[nodiscard]] Complex impedance(double f) const {
    return resistance + Complex(0.0, 2.0 * std::numbers::pi * f * henries) +
           peak / Complex(1.0, quality * (f / resonance - resonance / f));
  }
  [[nodiscard]] SyntheticPath path(bool isLoaded) const {
    SyntheticPath path;
    path.response = [*this, isLoaded](int from, int to, double f) -> Complex {
      if (from != 0) return 0.0;
      if (to == 0) return 0.7;
      const Complex admittance = 1.0 / input + (isLoaded ? 1.0 / impedance(f) : Complex(0.0, 0.0));
      return 0.7 * unlike / Complex(1.0, f / corner) / (1.0 + resistor * admittance);
    };
    path.latency = latency;
    path.noise = noise;
    path.hum = hum;
    path.seed = isLoaded ? seed : seed + 1000;
    return path;
  }
};

Values valuesOf(const Bench& bench, bool tellsInput = true) {
  Values values(kProcedure.parameters());
  values.set("resistor", bench.resistor);
  values.set("resistor-tolerance", 0.1);
  values.set("seconds", 3.0);
  if (tellsInput) values.set("input-impedance", bench.input);
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

double valueOf(const Reading& reading, std::string_view id) {
  const Figure* figure = reading.figure(id);
  if (figure == nullptr || !figure->value) {
    ADD_FAILURE() << "no " << id;
    return std::nan("");
  }
  return *figure->value;
}

/// The frequency at which |Z| is greatest, by a fine search.
double truePeak(const Bench& bench) {
  double best = bench.resonance;
  for (double f = 0.5 * bench.resonance; f < 2.0 * bench.resonance; f *= 1.0001) {
    if (std::abs(bench.impedance(f)) > std::abs(bench.impedance(best))) best = f;
  }
  return best;
}

class HeadphoneImpedanceOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(All, HeadphoneImpedanceOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(HeadphoneImpedanceOfSeed, IsThatOfTheDriverAtAllFrequencies) {
  const std::uint64_t seed = GetParam();
  dsp::Random random(seed);
  Bench bench;
  bench.seed = seed;
  bench.resistance = std::pow(10.0, random.uniform(1.1, 2.6));
  bench.peak = bench.resistance * random.uniform(0.3, 3.0);
  bench.resonance = random.uniform(45.0, 250.0);
  bench.quality = random.uniform(0.8, 3.0);
  bench.henries = bench.resistance * random.uniform(0.0, 5e-6);
  bench.resistor = bench.resistance * random.uniform(0.7, 4.0);
  bench.unlike = random.uniform(0.9, 1.1);
  bench.hum = 1e-4;
  bench.latency = random.uniform(50.0, 12000.0);
  const Reading reading = measured(bench, valuesOf(bench));
  const Trace* trace = reading.trace("headphone_impedance");
  ASSERT_NE(trace, nullptr) << "seed " << seed;
  EXPECT_LT(trace->x.front(), 22.0);
  EXPECT_GT(trace->x.back(), 18000.0);
  for (std::size_t i = 0; i < trace->x.size(); ++i) {
    const double truth = std::abs(bench.impedance(trace->x[i]));
    EXPECT_NEAR(trace->y[i], truth, 0.005 * truth)
        << "seed " << seed << " at " << trace->x[i] << " Hz";
  }
  const double at = truePeak(bench);
  EXPECT_NEAR(valueOf(reading, "resonance"), at, 0.01 * at) << "seed " << seed;
  const double top = std::abs(bench.impedance(at));
  EXPECT_NEAR(valueOf(reading, "resonance_impedance"), top, 0.01 * top) << "seed " << seed;
  const double reference = std::abs(bench.impedance(1000.0));
  EXPECT_NEAR(valueOf(reading, "impedance_1k"), reference, 0.005 * reference);
}

TEST(HeadphoneImpedance, TheRatedOneIsAtMostAQuarterAboveTheLeast) {
  Bench bench;
  bench.resistance = 40.0;
  const Reading reading = measured(bench, valuesOf(bench));
  // Far above its resonance nothing of it is left.
  EXPECT_NEAR(valueOf(reading, "impedance_least"), 40.0, 0.1);
  EXPECT_NEAR(valueOf(reading, "impedance_rated_at_most"), 50.0, 0.15);
}

TEST(HeadphoneImpedance, APlanarDriverHasNoResonance) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Bench bench;
    bench.seed = seed;
    bench.peak = 0.0;
    const Reading reading = measured(bench, valuesOf(bench));
    EXPECT_EQ(reading.figure("resonance"), nullptr) << "seed " << seed;
    ASSERT_NE(reading.statement("resonance"), nullptr);
    EXPECT_EQ(reading.statement("resonance")->word, "none");
    EXPECT_NEAR(valueOf(reading, "impedance_1k"), 32.0, 0.1);
  }
}

TEST(HeadphoneImpedance, AnUnknownInputIsSaidSoAndCounted) {
  const Bench bench;
  const Reading reading = measured(bench, valuesOf(bench, false));
  ASSERT_NE(reading.statement("input_impedance"), nullptr);
  const Figure* figure = reading.figure("impedance_1k");
  ASSERT_NE(figure, nullptr);
  const double truth = std::abs(bench.impedance(1000.0));
  // The resistor is taken for that and the input in parallel: 100 Ω and 10 kΩ.
  EXPECT_NEAR(figure->value.value(), truth * 1.01, 0.003 * truth);
  EXPECT_NEAR(figure->value.value(), truth, 2.0 * figure->uncertainty.value());
}

TEST(HeadphoneImpedance, HeadphonesThatAreNotPluggedInAreNoticed) {
  Bench bench;
  const Values values = valuesOf(bench);
  std::vector<Recording> recordings;
  recordings.push_back(syntheticRecording(kProcedure, 0, values, bench.path(false)));
  bench.seed = 77;
  recordings.push_back(syntheticRecording(kProcedure, 1, values, bench.path(false)));
  const Reading reading = kProcedure.read(recordings, values);
  EXPECT_TRUE(reading.figures.empty());
  EXPECT_TRUE(reading.traces.empty());
}

TEST(HeadphoneImpedance, NoiseAloneGivesNoFigure) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Bench bench;
    const Values values = valuesOf(bench);
    std::vector<Recording> recordings;
    for (const std::size_t step : {0U, 1U}) {
      SyntheticPath path = bench.path(step == 1);
      path.response = [](int, int, double) -> Complex { return 0.0; };
      path.seed = 10 * seed + step;
      recordings.push_back(syntheticRecording(kProcedure, step, values, path));
    }
    EXPECT_TRUE(kProcedure.read(recordings, values).figures.empty()) << seed;
  }
}

TEST(HeadphoneImpedance, StoppedBeforeTheEndItIsIncompleteAndTellsNothing) {
  const Bench bench;
  const Values values = valuesOf(bench);
  auto recordings = record(bench, values);
  EXPECT_FALSE(kProcedure.read(std::span(recordings).first(1), values).isComplete);
  recordings[1] = cutShort(std::move(recordings[1]));
  const Reading cut = kProcedure.read(recordings, values);
  EXPECT_FALSE(cut.isComplete);
  EXPECT_TRUE(cut.figures.empty());
}

TEST(HeadphoneImpedance, NothingLoudEverReachesTheHeadphones) {
  const Bench bench;
  const Values values = valuesOf(bench);
  const audio::StreamConfig stream;
  const auto sequence = sequenceOf(kProcedure, 1, values, stream, {});
  ASSERT_TRUE(sequence);
  EXPECT_LE(sequence->loudest().value(), -40.0);
  Values louder = values;
  louder.set("level", -19.0);
  EXPECT_FALSE(checkValues(kProcedure.parameters(), louder));
}

}  // namespace
}  // namespace linecheck::measure
