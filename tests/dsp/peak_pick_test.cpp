#include "dsp/peak_pick.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

#include "dsp/window.h"

namespace linecheck::dsp {
namespace {

// Power of the windowed DFT of a unit sine at `bin` (a fraction), summed directly.
std::vector<float> spectrumOfSine(WindowKind kind, double bin, std::size_t length) {
  const Window window = makeWindow(kind, length);
  std::vector<float> powers(length / 2 + 1);
  const auto n = static_cast<double>(length);
  for (std::size_t k = 0; k < powers.size(); ++k) {
    std::complex<double> sum = 0.0;
    for (std::size_t i = 0; i < length; ++i) {
      const double t = 2.0 * std::numbers::pi * static_cast<double>(i) / n;
      sum +=
          window.coefficients[i] * std::sin(bin * t) * std::polar(1.0, -static_cast<double>(k) * t);
    }
    powers[k] = static_cast<float>(std::norm(2.0 * sum / (n * window.coherentGain)));
  }
  return powers;
}

struct Accuracy {
  WindowKind window;
  double bins;
  double decibels;
};

class PeakPickOfWindow : public testing::TestWithParam<Accuracy> {};

TEST_P(PeakPickOfWindow, FindsASteadyLineBetweenTheBins) {
  for (const double offset : {-0.5, -0.3, 0.0, 0.1, 0.25, 0.4}) {
    const double bin = 50.0 + offset;
    const auto powers = spectrumOfSine(GetParam().window, bin, 256);
    const auto peak = highestPeak(powers, 45, 55);
    ASSERT_TRUE(peak);
    EXPECT_NEAR(peak->bin, bin, GetParam().bins) << offset;
    EXPECT_NEAR(10.0 * std::log10(peak->power), 0.0, GetParam().decibels) << offset;
  }
}

INSTANTIATE_TEST_SUITE_P(Windows, PeakPickOfWindow,
                         testing::Values(Accuracy{WindowKind::hann, 0.016, 0.33},
                                         Accuracy{WindowKind::blackmanHarris4, 0.004, 0.04},
                                         Accuracy{WindowKind::blackmanHarris7, 0.001, 0.006}));

TEST(PeakPick, TakesTheHighestOfSeveral) {
  const std::vector<float> powers{1.0F, 2.0F, 1.0F, 1.0F, 5.0F, 1.0F, 3.0F, 1.0F};
  const auto peak = highestPeak(powers, 0, 7);
  ASSERT_TRUE(peak);
  EXPECT_NEAR(peak->bin, 4.0, 1e-9);
  EXPECT_NEAR(peak->power, 5.0, 1e-6);
  EXPECT_NEAR(highestPeak(powers, 5, 7)->bin, 6.0, 1e-9);
}

TEST(PeakPick, FindsNoneOnASlopeOrInTooFewBins) {
  const std::vector<float> rising{1.0F, 2.0F, 3.0F, 4.0F, 5.0F};
  EXPECT_FALSE(highestPeak(rising, 0, 4));
  EXPECT_FALSE(highestPeak(std::vector<float>{1.0F, 2.0F}, 0, 1));
  EXPECT_FALSE(highestPeak({}, 0, 10));
}

TEST(PeakPick, ReadsALoneBinInSilenceAsItStands) {
  const std::vector<float> powers{0.0F, 0.0F, 0.25F, 0.0F, 0.0F};
  const auto peak = highestPeak(powers, 0, 4);
  ASSERT_TRUE(peak);
  EXPECT_EQ(peak->bin, 2.0);
  EXPECT_EQ(peak->power, 0.25);
}

}  // namespace
}  // namespace linecheck::dsp
