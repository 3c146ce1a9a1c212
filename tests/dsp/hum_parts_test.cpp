#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "dsp/hum_decimation.h"
#include "dsp/hum_nls.h"
#include "dsp/hum_presence.h"
#include "dsp/hum_signals.h"
#include "dsp/hum_spectrum.h"
#include "dsp/hum_window.h"

namespace linecheck::dsp::hum {
namespace {

constexpr double kPi = std::numbers::pi;

// scipy.special.i0(β√(1 − u²))/i0(β) at the middles of the cells.
TEST(HumWindow, IsKaisers) {
  const std::vector<double> eight = kaiserWindow(8, 5.0);
  const double expected[] = {0.113696521289925, 0.381677225646834, 0.723003598184522,
                             0.965588772231608};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(eight[i], expected[i], 1e-14);
    EXPECT_EQ(eight[7 - i], eight[i]);
  }
  const std::vector<double> five = kaiserWindow(5, 19.86);
  EXPECT_NEAR(five[0], 0.00046009671642015, 1e-16);
  EXPECT_NEAR(five[1], 0.199126558063926, 1e-14);
  EXPECT_DOUBLE_EQ(five[2], 1.0);
}

TEST(HumWindow, TransformIsThatOfTheSamples) {
  const double beta = kaiserBeta(4.0);
  const std::vector<double> window = kaiserWindow(1000, beta);
  const auto sumAt = [&](double bins) {
    double sum = 0.0;
    for (std::size_t n = 0; n < window.size(); ++n) {
      sum += window[n] * std::cos(2.0 * kPi * bins * (static_cast<double>(n) - 499.5) / 1000.0);
    }
    return sum;
  };
  for (const double bins : {0.0, 0.7, 2.5, 5.3}) {
    EXPECT_NEAR(kaiserTransform(bins, beta), sumAt(bins) / sumAt(0.0), 1e-6) << bins;
  }
  EXPECT_NEAR(kaiserTransform(4.0, beta), 0.0, 1e-12);  // The first null, by definition.
}

class HumDecimation : public testing::TestWithParam<double> {};

TEST_P(HumDecimation, KeepsTheBandAndFoldsNothingIntoIt) {
  const double rate = GetParam();
  constexpr double kEdge = 1235.0;
  const auto length = static_cast<std::size_t>(rate);
  const auto amplitudeAfter = [&](double frequency, double readAt) {
    std::vector<double> x(length, 0.0);
    addSine(x, {Hertz::of(frequency), 1.0, 0.4}, Hertz::of(rate));
    const LowBand band = decimate(x, rate, kEdge);
    EXPECT_GE(band.sampleRate, 3.2 * kEdge);
    EXPECT_EQ(std::fmod(rate, band.sampleRate), 0.0);
    EXPECT_LT(static_cast<double>(length) / rate -
                  static_cast<double>(band.samples.size()) / band.sampleRate,
              0.03);
    const std::vector<double> window = kaiserWindow(band.samples.size(), kaiserBeta(7.0));
    double re = 0.0, im = 0.0, sum = 0.0;
    for (std::size_t n = 0; n < window.size(); ++n) {
      const double angle = 2.0 * kPi * readAt / band.sampleRate * static_cast<double>(n);
      re += window[n] * band.samples[n] * std::cos(angle);
      im += window[n] * band.samples[n] * std::sin(angle);
      sum += window[n];
    }
    return 2.0 * std::hypot(re, im) / sum / band.gainAt(readAt);
  };
  for (const double frequency : {50.0, 600.0, 1210.0}) {
    EXPECT_NEAR(amplitudeAfter(frequency, frequency), 1.0, 1e-7) << frequency;
  }
  // Each frequency above the band that folds onto 50 Hz or 1 kHz by some stage.
  for (const double target : {50.0, 1000.0}) {
    for (double image = 4000.0; image + 1000.0 < rate / 2.0; image += rate / 48.0) {
      const double low = image - target;
      EXPECT_LT(amplitudeAfter(low, target), 1e-7) << low;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Rates, HumDecimation, testing::Values(8000.0, 44100.0, 48000.0, 192000.0));

TEST(HumDecimation, LeavesALowRateAlone) {
  const std::vector<double> x = test::noise(-20.0, 1.0, 4000.0);
  const LowBand band = decimate(x, 4000.0, 1235.0);
  EXPECT_EQ(band.samples, x);
  EXPECT_EQ(band.gainAt(100.0), 1.0);
}

// The fit of scipy.optimize (the mean and three harmonics jointly, f0 by minimising the residual)
// to the same samples; the disturbance is deterministic.
TEST(HumNls, AgreesWithScipy) {
  constexpr double kF0 = 49.93;
  std::vector<double> x(1000);
  for (std::size_t n = 0; n < x.size(); ++n) {
    const auto i = static_cast<double>(n);
    const double phase = 2.0 * kPi * kF0 * i / 1000.0;
    x[n] = 0.02 + 0.1 * std::cos(phase + 0.4) + 0.03 * std::cos(2.0 * phase + 1.1) +
           0.05 * std::cos(3.0 * phase - 2.0) + 0.01 * std::sin(0.37 * i * i);
  }
  const int orders[] = {1, 2, 3};
  const double floors[] = {5e-5, 5e-5, 5e-5};
  const NlsFit fit = fitNls(x, 1000.0, 49.9, orders, floors, 3, Taper(1000, 0, 1.0));
  EXPECT_NEAR(fit.fundamental, 49.9279624, 5e-6);
  const double cosines[] = {0.100403841, 0.028003986, -0.050482120};
  const double sines[] = {-0.002393631, -0.010151330, 0.001008721};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(fit.harmonics[i].cosine, cosines[i], 2e-6);
    EXPECT_NEAR(fit.harmonics[i].sine, sines[i], 2e-6);
  }
}

TEST(HumNls, IsExactWithoutNoiseUnderEveryTaper) {
  std::vector<double> x(4000, 0.0);
  test::addLine(x, 50.07, -20.0, 2000.0);
  test::addLine(x, 4 * 50.07, -60.0, 2000.0);
  const int orders[] = {1, 4};
  const double floors[] = {1e-14, 1e-14};
  for (const std::size_t edge : {std::size_t{0}, std::size_t{800}, x.size()}) {
    const NlsFit fit = fitNls(x, 2000.0, 50.06, orders, floors, 6, Taper(x.size(), edge, 6.4));
    EXPECT_NEAR(fit.fundamental, 50.07, 1e-7) << edge;
    EXPECT_NEAR(fit.harmonics[0].amplitude(), 0.1, 1e-8) << edge;
    EXPECT_NEAR(fit.harmonics[3].amplitude(), 0.001, 1e-8) << edge;
    EXPECT_NEAR(fit.harmonics[5].amplitude(), 0.0, 1e-8) << edge;
  }
}

TEST(HumSpectrum, FloorLeavesLinesOutAndKnowsItsOwnSpread) {
  constexpr double kRate = 4000.0;
  LineWindow window(20000, kRate);
  double mean = 0.0, square = 0.0, shape = 0.0;
  constexpr int kRuns = 400;
  for (int run = 0; run < kRuns; ++run) {
    auto x = test::noise(-20.0, 5.0, kRate, static_cast<std::uint64_t>(run) + 1);
    test::addLine(x, 150.0, -10.0, kRate);
    test::addLine(x, 158.0, -20.0, kRate);
    const NoiseFloor floor = LineSpectrum(x, window).floorAround(150.0);
    const double truth = 0.5 * 1e-2;  // −20 dBFS is the level of a sine with twice this power.
    mean += floor.power / truth / kRuns;
    square += std::pow(floor.power / truth, 2) / kRuns;
    shape = floor.shape;
  }
  EXPECT_NEAR(mean, 1.1, 0.07);  // The line at 158 Hz pushes some noise out instead of itself.
  EXPECT_NEAR((square - mean * mean) / (mean * mean) * shape, 1.0, 0.25);
}

TEST(HumSpectrum, ReadsLinesBetweenBins) {
  constexpr double kRate = 4000.0;
  LineWindow window(19999, kRate);
  for (const double frequency : {50.0, 50.03, 50.09, 50.17}) {
    std::vector<double> x(19999, 0.3);
    test::addLine(x, frequency, -40.0, kRate);
    const LineSpectrum spectrum(x, window);
    const Peak peak = spectrum.peakNear(50.1, 0.5);
    EXPECT_TRUE(peak.isInside);
    EXPECT_NEAR(peak.frequency, frequency, 0.02 * spectrum.resolution());
    EXPECT_NEAR(20.0 * std::log10(spectrum.amplitude(peak.power)), -40.0, 0.02);
    EXPECT_FALSE(spectrum.peakNear(51.5, 0.5).isInside);
  }
}

TEST(HumPresence, EvidenceIsTheExactTailForAnEstimatedFloor) {
  // P(X/Y > r) for X ~ Exp(1), Y ~ Gamma(K)/K is (1 + r/K)^−K.
  EXPECT_DOUBLE_EQ(evidence(6.0, 2.0, 4.0), 4.0 * std::log(1.75));
  EXPECT_DOUBLE_EQ(powerWithEvidence(evidence(6.0, 2.0, 4.0), 2.0, 4.0), 6.0);
  EXPECT_NEAR(evidence(6.0, 2.0, 1e9), 3.0, 1e-6);
  EXPECT_EQ(evidence(0.0, 2.0, 4.0), 0.0);
}

TEST(HumPresence, ThresholdSolvesRicesFormula) {
  LineWindow window(40000, 4000.0);
  const LineSpectrum spectrum(test::noise(-20.0, 10.0, 4000.0), window);
  const FrequencyRange ranges[] = {{49.5, 50.5}, {59.5, 60.5}};
  const int orders[] = {1, 2, 3};
  for (const double rate : {1e-1, 1e-3, 1e-6}) {
    const double u = presenceThreshold(spectrum, ranges, orders, rate);
    // Tail of Gamma(3) at each range's start, and upcrossings over 2 Hz.
    const double tail = 2.0 * (1.0 + u + u * u / 2.0) * std::exp(-u);
    const double crossings = std::sqrt(spectrum.slopeVariance() * (14.0 / 3.0) / kPi) * 2.0 *
                             std::pow(u, 2.5) * std::exp(-u) / 2.0;
    EXPECT_NEAR((tail + crossings) / rate, 1.0, 1e-6);
  }
}

TEST(HumPresence, StimulusCoversItsMultiples) {
  const Stimulus stimulus({100.0, 0.0, -3.0});
  EXPECT_TRUE(stimulus.covers(100.4, 0.5, 1.0));
  EXPECT_TRUE(stimulus.covers(299.6, 0.5, 1.0));
  EXPECT_FALSE(stimulus.covers(150.0, 0.5, 1.0));
  EXPECT_FALSE(stimulus.covers(50.0, 0.5, 1.0));
  EXPECT_FALSE(Stimulus().covers(50.0, 1.0, 1.0));
}

}  // namespace
}  // namespace linecheck::dsp::hum
