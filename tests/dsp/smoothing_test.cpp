#include "dsp/smoothing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "dsp/log_grid.h"
#include "dsp/random.h"

namespace linecheck::dsp {
namespace {

using std::numbers::ln2;
using testing::DoubleNear;
using testing::Each;

std::vector<Hertz> linearGrid(double step, std::size_t count) {
  std::vector<Hertz> grid(count);
  for (std::size_t k = 0; k < count; ++k) grid[k] = Hertz::of(step * static_cast<double>(k));
  return grid;
}

TEST(LogGrid, HasItsStepsAndEnd) {
  const auto grid = logGrid(20_Hz, 20480_Hz, 3.0);
  ASSERT_EQ(grid.size(), 31u);
  EXPECT_EQ(grid.front(), 20_Hz);
  EXPECT_THAT(grid[3].value(), DoubleNear(40.0, 1e-9));
  EXPECT_THAT(grid.back().value(), DoubleNear(20480.0, 1e-6));
  EXPECT_EQ(logGrid(20_Hz, 20_Hz, 48.0).size(), 1u);
  EXPECT_EQ(logGrid(20_Hz, 39_Hz, 1.0).size(), 1u);
}

TEST(Smoothing, KeepsAConstant) {
  for (const auto& grid : {logGrid(20_Hz, 20000_Hz, 48.0), linearGrid(1.5, 16000)}) {
    for (const double octaves : {1.0 / 48.0, 1.0 / 12.0, 1.0 / 3.0, 1.0}) {
      const auto smooth = smoothPowers(grid, std::vector<double>(grid.size(), 0.3), octaves);
      EXPECT_THAT(smooth, Each(DoubleNear(0.3, 1e-12)));
    }
  }
}

TEST(Smoothing, OfAPowerLawIsThatLawTimesItsMean) {
  // The mean of f^n over ±a in ln f is f^n·sinh(n·a)/(n·a).
  for (const double n : {-2.0, -1.0, 1.0, 2.0}) {
    for (const double octaves : {1.0 / 6.0, 1.0}) {
      const double a = 0.5 * octaves * ln2;
      const double factor = std::sinh(n * a) / (n * a);
      for (const auto& grid : {logGrid(20_Hz, 20000_Hz, 480.0), linearGrid(0.5, 40001)}) {
        std::vector<double> powers(grid.size());
        for (std::size_t i = 0; i < grid.size(); ++i) {
          powers[i] = std::pow(std::max(grid[i].value(), 0.1), n);
        }
        const auto smooth = smoothPowers(grid, powers, octaves);
        for (std::size_t i = 0; i < grid.size(); ++i) {
          const double f = grid[i].value();
          // Away from the ends, and where steps are small against the width.
          if (f < 100.0 || f > 10000.0) continue;
          ASSERT_THAT(smooth[i] / (powers[i] * factor), DoubleNear(1.0, 1e-3)) << f;
        }
      }
    }
  }
}

TEST(Smoothing, IsTrueToEnergy) {
  const auto grid = logGrid(20_Hz, 20000_Hz, 96.0);
  Random random(4);
  std::vector<double> powers(grid.size());
  double sum = 0.0;
  for (std::size_t i = 200; i < 700; ++i) sum += powers[i] = std::pow(10.0, random.uniform(-9, 0));
  for (const double octaves : {1.0 / 24.0, 1.0 / 3.0, 1.0}) {
    double smoothSum = 0.0;
    for (const double power : smoothPowers(grid, powers, octaves)) smoothSum += power;
    EXPECT_THAT(smoothSum / sum, DoubleNear(1.0, 1e-9)) << octaves;
  }
}

TEST(Smoothing, SpreadsALineOverItsWidthAndNoFarther) {
  const auto grid = logGrid(20_Hz, 20000_Hz, 96.0);
  std::vector<double> powers(grid.size(), 1e-18);
  powers[400] = 1.0;
  const auto smooth = smoothPowers(grid, powers, 1.0 / 3.0);
  for (std::size_t i = 0; i < grid.size(); ++i) {
    const double steps = std::abs(static_cast<double>(i) - 400.0);
    if (steps < 15.4) {
      EXPECT_THAT(smooth[i], DoubleNear(1.0 / 32.0, 1e-9));
    }
    // The floor far below it is not lost in its rounding error.
    if (steps > 16.6) {
      EXPECT_THAT(smooth[i] / 1e-18, DoubleNear(1.0, 1e-9));
    }
  }
}

TEST(Smoothing, LeavesDcAndCoarseGridsAlone) {
  const std::vector<double> powers{5.0, 1.0, 2.0, 4.0, 8.0};
  EXPECT_EQ(smoothPowers(linearGrid(10.0, 5), powers, 1.0 / 12.0), powers);
  EXPECT_EQ(smoothPowers({}, {}, 1.0), std::vector<double>{});
  EXPECT_EQ(smoothPowers(linearGrid(10.0, 1), std::vector{3.0}, 1.0), std::vector{3.0});
}

TEST(ResampleSpectrum, TakesMeansOrInterpolates) {
  // −6 dB an octave in power: interpolated exactly only in decibels against log f, so nearly.
  std::vector<double> powers(20001);
  for (std::size_t k = 0; k < powers.size(); ++k) {
    powers[k] = 1.0 / std::max(1.0, static_cast<double>(k) * static_cast<double>(k));
  }
  const auto grid = logGrid(20_Hz, 18000_Hz, 48.0);
  const auto resampled = resampleSpectrum(powers, 1_Hz, grid);
  for (std::size_t i = 0; i < grid.size(); ++i) {
    const double f = grid[i].value();
    EXPECT_THAT(resampled[i] * f * f, DoubleNear(1.0, 0.01)) << f;
  }
}

TEST(ResampleSpectrum, KeepsThePowerOfALine) {
  std::vector<double> powers(24001);
  powers[5000] = 1.0;
  const auto grid = logGrid(20_Hz, 20000_Hz, 24.0);
  const auto resampled = resampleSpectrum(powers, 1_Hz, grid);
  double sum = 0.0;
  for (std::size_t i = 1; i + 1 < grid.size(); ++i) {
    sum += resampled[i] * 0.5 * (grid[i + 1] - grid[i - 1]).value();
  }
  EXPECT_THAT(sum, DoubleNear(1.0, 1e-9));
  EXPECT_EQ(resampleSpectrum(powers, 1_Hz, std::vector{30000_Hz}), std::vector{0.0});
  EXPECT_EQ(resampleSpectrum(std::vector{1.0, 4.0}, 1_Hz, std::vector{Hertz::of(0.5)}),
            std::vector{2.0});
}

}  // namespace
}  // namespace linecheck::dsp
