#include "diagnosis/baseline.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "hum_fixture.h"

namespace linecheck::diagnosis {
namespace {

TEST(OverBaseline, IsTheDifferenceOfPowers) {
  const auto over = overBaseline(humWith({{1, -60}}), humWith({{1, -80}}));
  ASSERT_EQ(over.size(), 1u);
  EXPECT_FALSE(over[0].over.isBound);
  EXPECT_NEAR(over[0].over.level.value(), -60 + 10 * std::log10(0.99), 1e-6);
}

TEST(OverBaseline, LeavesAloneWhatTheBaselineLacks) {
  const auto over = overBaseline(humWith({{1, -60}, {3, -90}}), humWith({{1, -80}}));
  ASSERT_EQ(over.size(), 2u);
  EXPECT_EQ(over[1].over.level, DecibelsFs::of(-90));
  EXPECT_NEAR(over[1].over.standardError.value(), 8.686 * std::pow(10, -50.0 / 20), 1e-6);
}

TEST(OverBaseline, CannotTellAsMuchFromTheInterfacesOwn) {
  const auto over = overBaseline(humWith({{1, -80}}), humWith({{1, -80}}));
  EXPECT_TRUE(over.at(0).over.isBound);
  EXPECT_NEAR(over.at(0).over.level.value(), -80 + 6.02, 0.01);
}

// The phases of the two are not known: over all of them the truth lies within two errors, and a
// bound is never below it.
TEST(OverBaseline, HoldsInWhateverPhaseTheTwoMeet) {
  std::mt19937_64 random(9);
  std::uniform_real_distribution<double> phase(0.0, 2 * std::numbers::pi);
  for (const double own : {-110.0, -90.0, -75.0, -62.0, -58.0}) {
    int inside = 0;
    constexpr int kDraws = 1000;
    for (int i = 0; i < kDraws; ++i) {
      const double truth = 1e-3, baseline = std::pow(10.0, own / 20.0);
      const double angle = phase(random);
      const double together =
          std::hypot(truth + baseline * std::cos(angle), baseline * std::sin(angle));
      const auto over =
          overBaseline(humWith({{1, 20 * std::log10(together)}}), humWith({{1, own}})).at(0).over;
      if (over.isBound) {
        inside += over.level.value() >= -60.0 - 1e-9 ? 1 : 0;
      } else {
        inside += std::abs(over.level.value() + 60.0) <= 2 * over.standardError.value() ? 1 : 0;
      }
    }
    EXPECT_GE(inside, 0.95 * kDraws) << own;
  }
}

}  // namespace
}  // namespace linecheck::diagnosis
