#include "matching/dose.h"

#include <gtest/gtest.h>

namespace linecheck::matching {
namespace {

TEST(Dose, FortyHoursAtEightyDecibelsAreAWeeks) {
  EXPECT_DOUBLE_EQ(weeklyDose(DecibelsSpl::of(80.0), Seconds::of(40.0 * 3600.0)), 1.0);
}

TEST(Dose, ThreeDecibelsMoreHalveTheTime) {
  for (double level = 60.0; level < 110.0; level += 7.0) {
    EXPECT_NEAR(weeklyTime(DecibelsSpl::of(level + 3.0)) / weeklyTime(DecibelsSpl::of(level)), 0.5,
                1e-12);
  }
}

TEST(Dose, SilenceCostsNothing) {
  EXPECT_EQ(weeklyDose(DecibelsSpl::silence(), Seconds::of(3600.0)), 0.0);
}

}  // namespace
}  // namespace linecheck::matching
