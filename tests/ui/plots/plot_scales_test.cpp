#include "plots/plot_scales.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::ui {
namespace {

class PlotScalesTest : public ::testing::Test {
 protected:
  PlotScalesTest() {
    // Three decades over 300 pixels, 100 dB over 200.
    scales.setArea({50.0, 20.0, 300.0, 200.0});
    scales.setNyquist(10000.0);
    scales.setLevels({-100.0, 0.0});
  }

  PlotScales scales;
};

TEST_F(PlotScalesTest, DecadesAreEquallyWide) {
  EXPECT_NEAR(scales.xOf(10.0), 50.0, 1e-9);
  EXPECT_NEAR(scales.xOf(100.0), 150.0, 1e-9);
  EXPECT_NEAR(scales.xOf(1000.0), 250.0, 1e-9);
  EXPECT_NEAR(scales.xOf(10000.0), 350.0, 1e-9);
  EXPECT_NEAR(scales.hzAt(150.0), 100.0, 1e-9);
  EXPECT_NEAR(scales.hzAt(200.0), std::sqrt(100.0 * 1000.0), 1e-9);
}

TEST_F(PlotScalesTest, LouderIsHigher) {
  EXPECT_NEAR(scales.yOf(0.0), 20.0, 1e-9);
  EXPECT_NEAR(scales.yOf(-100.0), 220.0, 1e-9);
  EXPECT_NEAR(scales.dbfsAt(120.0), -50.0, 1e-9);
}

TEST_F(PlotScalesTest, ZoomKeepsWhatIsUnderThePointer) {
  scales.zoomFrequency(170.0, 0.5);
  EXPECT_NEAR(scales.hzAt(170.0), std::pow(10.0, 2.2), 1e-6);
  EXPECT_NEAR(std::log10(scales.highHz() / scales.lowHz()), 1.5, 1e-9);
  scales.zoomLevels(70.0, 0.5);
  EXPECT_NEAR(scales.dbfsAt(70.0), -25.0, 1e-9);
  EXPECT_NEAR(scales.levels().span(), 50.0, 1e-9);
}

TEST_F(PlotScalesTest, ZoomingOutEndsAtTheLimits) {
  scales.zoomFrequency(170.0, 0.1);
  scales.zoomFrequency(60.0, 1000.0);
  EXPECT_TRUE(scales.showsAllFrequencies());
  EXPECT_NEAR(scales.lowHz(), 10.0, 1e-9);
  EXPECT_NEAR(scales.highHz(), 10000.0, 1e-6);
}

TEST_F(PlotScalesTest, ZoomingInEndsAtAFifthOfAHertzAroundTheMains) {
  for (int i = 0; i < 200; ++i) scales.zoomFrequency(scales.xOf(50.0), 0.5);
  EXPECT_NEAR(scales.highHz() / scales.lowHz(), std::pow(10.0, 0.002), 1e-9);
}

TEST_F(PlotScalesTest, PanMovesThePictureWithThePointer) {
  scales.zoomFrequency(200.0, 0.5);
  const double hz = scales.hzAt(200.0);
  scales.pan({15.0, 10.0});
  EXPECT_NEAR(scales.hzAt(215.0), hz, 1e-6);
  EXPECT_NEAR(scales.dbfsAt(30.0), 0.0, 1e-9);
}

TEST_F(PlotScalesTest, PanStopsAtTheLimitsWithoutZooming) {
  scales.zoomFrequency(200.0, 0.5);
  scales.pan({100000.0, 0.0});
  EXPECT_NEAR(scales.lowHz(), 10.0, 1e-9);
  EXPECT_NEAR(std::log10(scales.highHz() / scales.lowHz()), 1.5, 1e-9);
}

TEST_F(PlotScalesTest, APartFillsThePlot) {
  scales.zoomTo({150.0, 70.0, 100.0, 50.0}, true);
  EXPECT_NEAR(scales.lowHz(), 100.0, 1e-9);
  EXPECT_NEAR(scales.highHz(), 1000.0, 1e-9);
  EXPECT_NEAR(scales.levels().high, -25.0, 1e-9);
  EXPECT_NEAR(scales.levels().low, -50.0, 1e-9);
}

TEST_F(PlotScalesTest, AnotherSampleRateKeepsAZoomedViewAndStretchesAWholeOne) {
  scales.setNyquist(48000.0);
  EXPECT_NEAR(scales.highHz(), 48000.0, 1e-6);
  scales.zoomTo({150.0, 20.0, 100.0, 200.0}, false);
  const double low = scales.lowHz();
  scales.setNyquist(96000.0);
  EXPECT_NEAR(scales.lowHz(), low, 1e-9);
  EXPECT_LT(scales.highHz(), 48000.0);
}

}  // namespace
}  // namespace linecheck::ui
