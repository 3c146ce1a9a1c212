#include "measure/limits.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::measure {
namespace {

Trace trace(std::vector<double> x, std::vector<double> y) {
  return {"response", 0, "frequency", Unit::hertz, Unit::db, std::move(x), std::move(y)};
}

Limits band() {
  return {{{100.0, -1.0, 1.0}, {10000.0, -3.0, 1.0}}};
}

TEST(Limits, AreReadWithAndWithoutNamesAndWithMissingBounds) {
  const auto limits =
      parseLimits("\xEF\xBB\xBF# mine\nx, lower, upper\r\n20,-3,\n\n1000, -1, 1\n", "my.csv");
  ASSERT_TRUE(limits) << limits.error().message();
  ASSERT_EQ(limits->points.size(), 2U);
  EXPECT_EQ(limits->points[0].x, 20.0);
  EXPECT_EQ(limits->points[0].lower, -3.0);
  EXPECT_TRUE(std::isnan(limits->points[0].upper));
  EXPECT_EQ(limits->points[1].upper, 1.0);
  EXPECT_TRUE(parseLimits("20,-3,3", "my.csv"));
}

TEST(Limits, WhatIsNoLimitIsRefusedWithItsLine) {
  for (const char* text :
       {"20,-3,3\n40,x,3\n", "20,-3,3\n40,3,-3\n", "20,-3,3\n20,-3,3\n", "20,-3,3\n40,1\n"}) {
    const auto limits = parseLimits(text, "my.csv");
    ASSERT_FALSE(limits) << text;
    EXPECT_EQ(limits.error().code, ErrorCode::badInput);
    EXPECT_EQ(limits.error().where, "my.csv:2");
  }
  EXPECT_FALSE(parseLimits("x,lower,upper\n", "my.csv"));
  EXPECT_FALSE(parseLimits("", "my.csv"));
}

TEST(Limits, ComeBackAsTheyWereWritten) {
  const Limits limits{{{20.0, -1.25, std::nan("")}, {1000.5, std::nan(""), 0.1}}};
  const auto again = parseLimits(limitsCsv(limits), "again");
  ASSERT_TRUE(again);
  ASSERT_EQ(again->points.size(), 2U);
  EXPECT_EQ(again->points[0].lower, -1.25);
  EXPECT_TRUE(std::isnan(again->points[0].upper));
  EXPECT_EQ(again->points[1].x, 1000.5);
  EXPECT_EQ(again->points[1].upper, 0.1);
}

TEST(Limits, BetweenTwoFrequenciesTheyAreStraightOverTheLogarithm) {
  EXPECT_NEAR(boundsAt(band(), 1000.0, Unit::hertz).lower, -2.0, 1e-12);
  EXPECT_NEAR(boundsAt(band(), 5050.0, Unit::seconds).lower, -2.0, 1e-12);
  EXPECT_TRUE(std::isnan(boundsAt(band(), 99.0, Unit::hertz).lower));
  EXPECT_TRUE(std::isnan(boundsAt(band(), 10001.0, Unit::hertz).upper));
}

TEST(Limits, ACurveInsidePassesAndTellsWhereItIsNearest) {
  const auto judged = judge(trace({100.0, 1000.0, 10000.0}, {0.0, -1.75, -1.0}), band());
  EXPECT_TRUE(judged.isWithin);
  EXPECT_TRUE(judged.isComplete);
  EXPECT_EQ(judged.x, 1000.0);
  EXPECT_NEAR(judged.excess, -0.25, 1e-12);
}

TEST(Limits, ACurveOutsideFailsWhereItIsFarthestOut) {
  const auto judged = judge(trace({100.0, 1000.0, 10000.0}, {1.5, 0.0, -4.0}), band());
  EXPECT_FALSE(judged.isWithin);
  EXPECT_EQ(judged.x, 10000.0);
  EXPECT_NEAR(judged.excess, 1.0, 1e-12);
}

TEST(Limits, WhatWasNotMeasuredIsNeitherJudgedNorPassed) {
  const auto part = judge(trace({100.0, 1000.0}, {0.0, 0.0}), band());
  EXPECT_TRUE(part.isWithin);
  EXPECT_FALSE(part.isComplete);
  EXPECT_FALSE(judge(trace({20.0, 50.0}, {0.0, 0.0}), band()).isWithin);
  EXPECT_FALSE(judge(trace({100.0, 10000.0}, {std::nan(""), std::nan("")}), band()).isWithin);
  EXPECT_FALSE(judge(trace({100.0, 10000.0}, {-HUGE_VAL, 0.0}), band()).isWithin);
}

TEST(Limits, AroundACurveItPassesItselfAndAShiftByMoreFails) {
  const Trace curve = trace({20.0, 200.0, 2000.0}, {0.3, std::nan(""), -0.7});
  const Limits limits = limitsAround(curve, 0.5);
  EXPECT_EQ(limits.points.size(), 2U);
  EXPECT_TRUE(judge(curve, limits).isWithin);
  Trace shifted = curve;
  for (double& y : shifted.y) y += 0.49;
  EXPECT_TRUE(judge(shifted, limits).isWithin);
  for (double& y : shifted.y) y += 0.02;
  EXPECT_FALSE(judge(shifted, limits).isWithin);
}

}  // namespace
}  // namespace linecheck::measure
