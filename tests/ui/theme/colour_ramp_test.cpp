#include "theme/colour_ramp.h"

#include <gtest/gtest.h>

#include <cmath>

#include "theme/palette.h"

namespace linecheck::ui {
namespace {

double distance(const OkLab& x, const OkLab& y) {
  return std::hypot(x.lightness - y.lightness, x.a - y.a, x.b - y.b);
}

// CSS Color 4 gives sRGB red as oklab(0.62796 0.22486 0.12585) and white as oklab(1 0 0).
TEST(ColourRamp, OkLabIsThatOfTheStandard) {
  EXPECT_LT(distance(okLab(QColor(255, 0, 0)), {0.62796, 0.22486, 0.12585}), 1e-4);
  EXPECT_LT(distance(okLab(Qt::white), {1.0, 0.0, 0.0}), 1e-4);
  EXPECT_LT(distance(okLab(Qt::black), {0.0, 0.0, 0.0}), 1e-4);
}

TEST(ColourRamp, LeadsFromGroundToAccentInEvenSteps) {
  for (const Palette& palette : {Palette::dark(), Palette::light()}) {
    const ColourRamp ramp(palette[Role::ground], palette[Role::accent]);
    EXPECT_EQ(ramp[0], palette[Role::ground].rgb());
    EXPECT_EQ(ramp[ColourRamp::kSteps - 1], palette[Role::accent].rgb());
    // Sixteen strides along it, each as long as the others but for the rounding of colours.
    constexpr int kStride = 17;
    const double whole = distance(okLab(palette[Role::ground]), okLab(palette[Role::accent]));
    for (int step = 0; step + kStride < ColourRamp::kSteps; step += kStride) {
      const double stride =
          distance(okLab(QColor(ramp[step])), okLab(QColor(ramp[step + kStride])));
      EXPECT_NEAR(stride, whole / 15.0, 0.004) << step;
    }
  }
}

}  // namespace
}  // namespace linecheck::ui
