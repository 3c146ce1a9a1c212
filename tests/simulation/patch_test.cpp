#include "simulation/patch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>

namespace linecheck::simulation {
namespace {

constexpr Hertz kRate = Hertz::of(48000.0);

double gain(const PathConfig& path, int from, int to) {
  return std::abs(path.linearResponse(from, to, Hertz::of(1000.0), kRate));
}

TEST(Patch, PlainCablesAreTheStudiosOwn) {
  const PathConfig path = patched({}, {});
  EXPECT_DOUBLE_EQ(gain(path, 0, 0), 1.0);
  EXPECT_DOUBLE_EQ(gain(path, 1, 1), 1.0);
  EXPECT_DOUBLE_EQ(gain(path, 0, 1), 0.0);
}

TEST(Patch, ATerminatedInputHearsNothing) {
  const PathConfig path = patched({}, {Patch::Kind::terminated, {}});
  for (const int from : {0, 1}) {
    for (const int to : {0, 1}) EXPECT_DOUBLE_EQ(gain(path, from, to), 0.0);
  }
}

TEST(Patch, AResistorAcrossTheOutputDividesWithItsSource) {
  PathConfig plain;
  plain.output.source.resistance = Ohms::of(50.0);
  const PathConfig path = patched(plain, {Patch::Kind::loaded, Ohms::of(150.0)});
  EXPECT_NEAR(gain(path, 0, 0), 150.0 / 200.0, 1e-6);
  EXPECT_NEAR(gain(path, 1, 1), 150.0 / 200.0, 1e-6);
  EXPECT_DOUBLE_EQ(gain(patched(plain, {}), 0, 0), 1.0);
}

TEST(Patch, ASeriesResistorLeadsOutputOneToBothInputs) {
  const PathConfig open = patched({}, {Patch::Kind::seriesResistor, Ohms::of(33.0)});
  EXPECT_NEAR(gain(open, 0, 0), 1.0, 1e-9);
  EXPECT_NEAR(gain(open, 0, 1), 1.0, 1e-9);
  EXPECT_DOUBLE_EQ(gain(open, 1, 1), 0.0);
  // 32 Ω, and a peak of 30 Ω at 90 Hz with Q 1.5.
  const std::complex<double> detuning(1.0, 1.5 * (1000.0 / 90.0 - 90.0 / 1000.0));
  const std::complex<double> earpiece = 32.0 + 30.0 / detuning;
  const PathConfig loaded = patched({}, {Patch::Kind::seriesHeadphones, Ohms::of(33.0)});
  EXPECT_NEAR(gain(loaded, 0, 1), std::abs(earpiece / (earpiece + 33.0)), 1e-9);
  EXPECT_NEAR(gain(loaded, 0, 0), 1.0, 1e-9);
}

TEST(Patch, BothLegsTogetherAreHeardByTheRejectionOnly) {
  PathConfig plain;
  plain.input.commonModeRejection = {Decibels::of(40.0), Decibels::of(60.0)};
  const PathConfig path = patched(plain, {Patch::Kind::bothLegs, {}});
  EXPECT_NEAR(gain(path, 0, 0), 0.01, 1e-9);
  EXPECT_NEAR(gain(path, 1, 1), 0.001, 1e-9);
}

}  // namespace
}  // namespace linecheck::simulation
