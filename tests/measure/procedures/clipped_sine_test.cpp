#include "measure/procedures/clipped_sine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace linecheck::measure {
namespace {

// Fourier's integral by the midpoint rule over many points.
double harmonicBySum(double limit, int order) {
  constexpr int kPoints = 200000;
  double sum = 0.0;
  for (int i = 0; i < kPoints; ++i) {
    const double angle = 2.0 * std::numbers::pi * (i + 0.5) / kPoints;
    sum += std::clamp(std::sin(angle), -limit, limit) * std::sin(order * angle);
  }
  return 2.0 * sum / kPoints;
}

TEST(ClippedSine, HasTheHarmonicsOfFouriersIntegral) {
  for (const double limit : {0.1, 0.5, 0.9, 0.99, 1.0}) {
    for (const int order : {1, 3, 5, 7}) {
      EXPECT_NEAR(clippedSineHarmonic(limit, order), harmonicBySum(limit, order), 1e-8)
          << limit << " order " << order;
    }
  }
}

TEST(ClippedSine, LimitIsFoundFromTheFundamental) {
  for (const double limit : {0.05, 0.3, 0.8, 0.97, 0.999}) {
    EXPECT_NEAR(clippingLimit(harmonicBySum(limit, 1)), limit, 1e-6);
  }
  EXPECT_EQ(clippingLimit(1.0), 1.0);
}

}  // namespace
}  // namespace linecheck::measure
