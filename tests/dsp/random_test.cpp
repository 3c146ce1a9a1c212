#include "dsp/random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;

// From a Python implementation of the two published algorithms; it reproduces their reference
// outputs (xoshiro256++ from state {1, 2, 3, 4}: 41943041, 58720359; splitmix64 from 0:
// 0xE220A8397B1DCDAF).
TEST(Random, IsTheSameEverywhere) {
  Random random(1);
  EXPECT_EQ(random.bits(), 0xCFC5D07F6F03C29B);
  EXPECT_EQ(random.bits(), 0xBF424132963FE08D);
  EXPECT_EQ(random.bits(), 0x19A37D5757AAF520);
}

TEST(Random, SeedsDiffer) {
  EXPECT_NE(Random(1).bits(), Random(2).bits());
  EXPECT_EQ(Random(7).gaussian(), Random(7).gaussian());
}

TEST(Random, HasTheMomentsOfItsDistributions) {
  constexpr int kCount = 1'000'000;
  Random random(3);
  double sum = 0.0, square = 0.0, fourth = 0.0, beyondTwo = 0.0;
  double triangular = 0.0, triangularSquare = 0.0;
  for (int i = 0; i < kCount; ++i) {
    const double g = random.gaussian();
    sum += g;
    square += g * g;
    fourth += g * g * g * g;
    beyondTwo += std::abs(g) > 2.0 ? 1.0 : 0.0;
    const double t = random.triangular();
    ASSERT_LT(std::abs(t), 1.0);
    triangular += t;
    triangularSquare += t * t;
  }
  // Five standard errors of each mean.
  EXPECT_THAT(sum / kCount, DoubleNear(0.0, 5e-3));
  EXPECT_THAT(square / kCount, DoubleNear(1.0, 7e-3));
  EXPECT_THAT(fourth / kCount, DoubleNear(3.0, 5e-2));
  EXPECT_THAT(beyondTwo / kCount, DoubleNear(0.0455, 1.1e-3));
  EXPECT_THAT(triangular / kCount, DoubleNear(0.0, 2.1e-3));
  EXPECT_THAT(triangularSquare / kCount, DoubleNear(1.0 / 6.0, 1e-3));
}

}  // namespace
}  // namespace linecheck::dsp
