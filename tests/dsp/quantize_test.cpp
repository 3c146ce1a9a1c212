#include "dsp/quantize.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "dsp/generators.h"

namespace linecheck::dsp {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

double errorMeanSquare(const std::vector<double>& exact, const std::vector<double>& rounded) {
  double sum = 0.0;
  for (std::size_t i = 0; i < exact.size(); ++i) sum += std::pow(rounded[i] - exact[i], 2.0);
  return sum / static_cast<double>(exact.size());
}

TEST(Quantize, RoundsToStepsAndClipsLikeAConverter) {
  std::vector<double> x = {0.0, 0.26, -0.26, 0.9, 1.5, -1.5, 0.12};
  quantize(x, 3, Dither::none);
  EXPECT_THAT(x, ElementsAre(0.0, 0.25, -0.25, 0.75, 0.75, -1.0, 0.0));
}

TEST(Quantize, ErrorHasTheTheoreticalPower) {
  const auto exact = tone(997_Hz, DecibelsFs::of(-1.0), 48000_Hz, 1 << 18);
  for (const int bits : {16, 24}) {
    const double step = std::ldexp(1.0, 1 - bits);
    auto rounded = exact;
    quantize(rounded, bits, Dither::none);
    EXPECT_THAT(errorMeanSquare(exact, rounded) / (step * step), DoubleNear(1.0 / 12.0, 0.002));
    auto dithered = exact;
    quantize(dithered, bits, Dither::triangular);
    EXPECT_THAT(errorMeanSquare(exact, dithered) / (step * step), DoubleNear(0.25, 0.004));
  }
}

TEST(Quantize, DitherFreesTheErrorFromTheSignal) {
  // A third of a step is lost by rounding, and kept on average with dither.
  std::vector<double> x(1 << 18, 1.0 / 3.0 / 32768.0);
  auto rounded = x;
  quantize(rounded, 16, Dither::none);
  EXPECT_EQ(rounded[0], 0.0);
  quantize(x, 16, Dither::triangular);
  double sum = 0.0;
  for (const double v : x) sum += v;
  EXPECT_THAT(sum / static_cast<double>(x.size()) * 32768.0, DoubleNear(1.0 / 3.0, 0.005));
}

TEST(Quantize, FloatKeeps24Bits) {
  std::vector<double> x = {1.0 / 3.0, 0.5};
  quantizeToFloat(x);
  EXPECT_NE(x[0], 1.0 / 3.0);
  EXPECT_THAT(x[0], DoubleNear(1.0 / 3.0, std::ldexp(1.0, -26)));
  EXPECT_EQ(x[1], 0.5);
}

}  // namespace
}  // namespace linecheck::dsp
