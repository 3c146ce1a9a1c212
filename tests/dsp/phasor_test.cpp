#include "dsp/phasor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "dsp/random.h"

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;

TEST(FractionOfCycle, IsExactFarFromTheOrigin) {
  // 3/8 of a cycle per sample is exact in binary: so must be its multiples.
  EXPECT_EQ(fractionOfCycle(0.375, 1'000'000'000'001.0), 0.375);
  // The double nearest 1/3 is 1/3 − 2⁻⁵⁴/3: after 3·2⁴⁰ samples it lags by 2⁻¹⁴ of a cycle.
  const double samples = 3.0 * std::ldexp(1.0, 40);
  EXPECT_THAT(std::remainder(fractionOfCycle(1.0 / 3.0, samples), 1.0),
              DoubleNear(-std::ldexp(1.0, -14), 1e-15));
}

TEST(SteppedPhasor, IsAsGoodAsTheLibrary) {
  Random random(41);
  SteppedPhasor::Strip cosines{};
  SteppedPhasor::Strip sines{};
  for (int trial = 0; trial < 100; ++trial) {
    const double step = random.uniform(0.0, 0.5);
    const double start = random.uniform();
    SteppedPhasor(step).fill(start, cosines, sines);
    for (std::size_t i = 0; i < SteppedPhasor::kStrip; ++i) {
      const double angle =
          2.0 * std::numbers::pi * std::remainder(start + step * static_cast<double>(i), 1.0);
      ASSERT_THAT(cosines[i], DoubleNear(std::cos(angle), 4e-14));
      ASSERT_THAT(sines[i], DoubleNear(std::sin(angle), 4e-14));
    }
  }
}

}  // namespace
}  // namespace linecheck::dsp
