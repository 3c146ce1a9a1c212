#include "measure/trace_smoothing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::measure {
namespace {

Trace trace(Unit yUnit) {
  Trace made{"response", 0, "frequency", Unit::hertz, yUnit, {}, {}};
  for (int i = 0; i < 241; ++i) {
    made.x.push_back(20.0 * std::pow(2.0, i / 24.0));
    made.y.push_back(-6.0);
  }
  return made;
}

TEST(TraceSmoothing, LeavesAConstantAsItIsAndGapsWhereTheyAre) {
  Trace made = trace(Unit::db);
  made.y[100] = std::nan("");
  const Trace even = smoothed(made, 1.0);
  for (std::size_t i = 0; i < even.y.size(); ++i) {
    if (i == 100) {
      EXPECT_TRUE(std::isnan(even.y[i]));
    } else {
      EXPECT_NEAR(even.y[i], -6.0, 1e-9) << i;
    }
  }
}

TEST(TraceSmoothing, SpreadsTheEnergyOfAPeakOverItsWidth) {
  Trace made = trace(Unit::dbfs);
  for (double& y : made.y) y = -HUGE_VAL;
  made.y[120] = 0.0;
  // One point of 1/24 octave in an octave.
  EXPECT_NEAR(smoothed(made, 1.0).y[120], 10.0 * std::log10(1.0 / 24.0), 1e-9);
  EXPECT_EQ(smoothed(made, 1.0).y[20], -HUGE_VAL);
}

TEST(TraceSmoothing, IsForDecibelsAgainstFrequencyOnly) {
  Trace phase = trace(Unit::degrees);
  phase.y[3] = 90.0;
  EXPECT_FALSE(isSmoothable(phase));
  EXPECT_EQ(smoothed(phase, 1.0).y, phase.y);
  Trace impulse = trace(Unit::db);
  impulse.xUnit = Unit::milliseconds;
  EXPECT_FALSE(isSmoothable(impulse));
}

}  // namespace
}  // namespace linecheck::measure
