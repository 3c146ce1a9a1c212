#include "dsp/window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;

// Level of a window's spectrum `bins` away from its centre, relative to it.
double levelAt(const Window& window, double bins) {
  const auto length = static_cast<double>(window.coefficients.size());
  std::complex<double> sum = 0.0;
  for (std::size_t n = 0; n < window.coefficients.size(); ++n) {
    sum += window.coefficients[n] *
           std::polar(1.0, -2.0 * std::numbers::pi * bins * static_cast<double>(n) / length);
  }
  return 20.0 * std::log10(std::abs(sum) / (window.coherentGain * length));
}

double greatestSideLobe(const Window& window) {
  double greatest = -400.0;
  for (int i = 0; i < 600; ++i) {
    greatest = std::max(greatest, levelAt(window, window.firstNullBins + 0.05 * i));
  }
  return greatest;
}

struct Published {
  WindowKind kind;
  double enbw;
  double scalloping;
  double sideLobe;
  double firstNull;
};

class PublishedWindow : public testing::TestWithParam<Published> {};

TEST_P(PublishedWindow, HasItsPublishedFigures) {
  const Published& expected = GetParam();
  const Window window = makeWindow(expected.kind, 4096);
  EXPECT_THAT(window.enbwBins, DoubleNear(expected.enbw, 6e-5));
  EXPECT_THAT(window.scallopingLoss.value(), DoubleNear(expected.scalloping, 6e-4));
  EXPECT_THAT(greatestSideLobe(window), DoubleNear(expected.sideLobe, 0.6));
  EXPECT_EQ(window.firstNullBins, expected.firstNull);
  EXPECT_LT(levelAt(window, window.firstNullBins), expected.sideLobe);
  EXPECT_GT(levelAt(window, window.firstNullBins - 1.0), expected.sideLobe);
}

// Heinzel, Rüdiger, Schilling (2002), and Harris (1978) for the last two of the rectangular.
INSTANTIATE_TEST_SUITE_P(
    All, PublishedWindow,
    testing::Values(Published{WindowKind::rectangular, 1.0, 3.9224, -13.3, 1.0},
                    Published{WindowKind::hann, 1.5, 1.4236, -31.5, 2.0},
                    Published{WindowKind::blackmanHarris4, 2.0044, 0.8256, -92.0, 4.0},
                    Published{WindowKind::blackmanHarris7, 2.6319, 0.485, -180.5, 7.0},
                    Published{WindowKind::hft90d, 3.8832, 0.0039, -90.2, 5.0},
                    Published{WindowKind::hft144d, 4.5386, 0.0021, -144.1, 7.0},
                    Published{WindowKind::hft248d, 5.6512, 0.0009, -248.4, 11.0}));

TEST(Window, CoherentGainIsTheMean) {
  EXPECT_EQ(makeWindow(WindowKind::rectangular, 100).coherentGain, 1.0);
  EXPECT_THAT(makeWindow(WindowKind::hann, 100).coherentGain, DoubleNear(0.5, 1e-15));
  EXPECT_THAT(makeWindow(WindowKind::blackmanHarris4, 100).coherentGain,
              DoubleNear(0.35875, 1e-15));
  EXPECT_THAT(makeWindow(WindowKind::hft248d, 100).coherentGain, DoubleNear(1.0, 1e-14));
}

TEST(Window, KaiserMatchesItsClosedForms) {
  // I0(20) = 43558282.55955353 (SciPy i0): the edge of the window is its inverse.
  const Window window = makeWindow(WindowKind::kaiser, 1024, 20.0);
  EXPECT_THAT(window.coefficients[0] * 43558282.55955353, DoubleNear(1.0, 1e-12));
  EXPECT_THAT(window.coefficients[512], DoubleNear(1.0, 1e-15));
  EXPECT_THAT(window.firstNullBins, DoubleNear(std::hypot(1.0, 20.0 / std::numbers::pi), 1e-15));
  // The continuous window's transform is sinh(√(β² − (πk)²)) / √(…): at half a bin,
  const double atHalf = std::sqrt(400.0 - std::pow(std::numbers::pi / 2.0, 2.0));
  const double scalloping = std::sinh(20.0) / 20.0 * atHalf / std::sinh(atHalf);
  EXPECT_THAT(window.scallopingLoss.value(), DoubleNear(20.0 * std::log10(scalloping), 1e-5));
  EXPECT_LT(levelAt(window, window.firstNullBins), -140.0);
  // β = 0 is the rectangular window.
  EXPECT_THAT(makeWindow(WindowKind::kaiser, 16, 0.0).enbwBins, DoubleNear(1.0, 1e-15));
}

TEST(Window, IsPeriodic) {
  for (const auto kind :
       {WindowKind::hann, WindowKind::blackmanHarris7, WindowKind::hft144d, WindowKind::kaiser}) {
    for (const std::size_t length : {63u, 64u}) {
      const auto w = makeWindow(kind, length).coefficients;
      ASSERT_EQ(w.size(), length);
      for (std::size_t n = 1; n < length; ++n) EXPECT_EQ(w[n], w[length - n]);
    }
  }
}

TEST(Window, OneSampleIsOne) {
  for (const auto kind :
       {WindowKind::rectangular, WindowKind::hann, WindowKind::hft248d, WindowKind::kaiser}) {
    const Window window = makeWindow(kind, 1);
    EXPECT_EQ(window.coefficients[0], 1.0);
    EXPECT_EQ(window.enbwBins, 1.0);
    EXPECT_EQ(window.scallopingLoss.value(), 0.0);
  }
}

}  // namespace
}  // namespace linecheck::dsp
