#include "dsp/window.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "base/check.h"
#include "dsp/kaiser.h"
#include "dsp/phasor.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;

// Terms of w(n) = Σ (−1)^k a_k cos(2πkn/N).
constexpr std::array<double, 1> kRectangular = {1.0};
constexpr std::array<double, 2> kHann = {0.5, 0.5};
// Harris, Proc. IEEE 66 (1978): the four-term window of least side lobes, −92 dB.
constexpr std::array<double, 4> kBlackmanHarris4 = {0.35875, 0.48829, 0.14128, 0.01168};
// Albrecht, ICASSP 2001: the seven-term window of least side lobes, −180 dB.
constexpr std::array<double, 7> kBlackmanHarris7 = {
    0.27105140069342, 0.43329793923448, 0.21812299954311, 0.06592544638803,
    0.01081174209837, 0.00077658482522, 0.00001388721735};
// Heinzel, Rüdiger, Schilling, "Spectrum and spectral density estimation by the DFT" (2002).
constexpr std::array<double, 5> kHft90d = {1.0, 1.942604, 1.340318, 0.440811, 0.043097};
constexpr std::array<double, 7> kHft144d = {1.0,        1.96760033, 1.57983607, 0.81123644,
                                            0.22583558, 0.02773848, 0.00090360};
constexpr std::array<double, 11> kHft248d = {1.0,
                                             1.985844164102,
                                             1.791176438506,
                                             1.282075284005,
                                             0.667777530266,
                                             0.240160796576,
                                             0.056656381764,
                                             0.008134974479,
                                             0.000624544650,
                                             0.000019808998,
                                             0.000000132974};

std::span<const double> cosineTerms(WindowKind kind) {
  switch (kind) {
    case WindowKind::rectangular:
    case WindowKind::kaiser:
      return kRectangular;
    case WindowKind::hann:
      return kHann;
    case WindowKind::blackmanHarris4:
      return kBlackmanHarris4;
    case WindowKind::blackmanHarris7:
      return kBlackmanHarris7;
    case WindowKind::hft90d:
      return kHft90d;
    case WindowKind::hft144d:
      return kHft144d;
    case WindowKind::hft248d:
      return kHft248d;
  }
  return kRectangular;
}

// Windows are made in strips of this many samples, whose inner loops a compiler can vectorise.
constexpr std::size_t kStrip = SteppedPhasor::kStrip;
using Strip = SteppedPhasor::Strip;
static_assert(kStrip == Kaiser::kStrip);

// Clenshaw's sum of the alternating cosine series, at angles given by their cosines.
void cosineSums(std::span<const double> terms, const Strip& cosines, Strip& sums) {
  Strip b1{};
  Strip b2{};
  for (std::size_t k = terms.size(); k-- > 1;) {
    const double term = k % 2 == 1 ? -terms[k] : terms[k];
    for (std::size_t i = 0; i < kStrip; ++i) {
      const double b0 = term + 2.0 * cosines[i] * b1[i] - b2[i];
      b2[i] = b1[i];
      b1[i] = b0;
    }
  }
  for (std::size_t i = 0; i < kStrip; ++i) sums[i] = terms[0] + cosines[i] * b1[i] - b2[i];
}

double firstNull(WindowKind kind, std::size_t terms, double kaiserBeta) {
  if (kind == WindowKind::kaiser) return std::hypot(1.0, kaiserBeta / pi);
  return static_cast<double>(terms);
}

std::vector<double> coefficientsOf(WindowKind kind, std::span<const double> terms,
                                   std::size_t length, double kaiserBeta) {
  std::vector<double> w(length, 1.0);
  // A single sample would be the window's edge, where flat-tops are zero or less.
  if (kind == WindowKind::rectangular || length == 1) return w;
  const double step = 1.0 / static_cast<double>(length);
  const bool isKaiser = kind == WindowKind::kaiser;
  const Kaiser kaiser(isKaiser ? kaiserBeta : 0.0);
  const SteppedPhasor phasor(step);
  Strip cosines{};
  Strip sines{};
  Strip values{};
  for (std::size_t start = 0; start <= length / 2; start += kStrip) {
    const double position = static_cast<double>(start) * step;
    if (isKaiser) {
      kaiser.fill(position, step, values);
    } else {
      phasor.fill(position, cosines, sines);
      cosineSums(terms, cosines, values);
    }
    const std::size_t end = std::min(start + kStrip, length / 2 + 1);
    for (std::size_t n = start; n < end; ++n) {
      w[n] = values[n - start];
      if (n > 0) w[length - n] = w[n];
    }
  }
  return w;
}

void measureFigures(Window& window) {
  const auto& w = window.coefficients;
  const auto count = static_cast<double>(w.size());
  // The window is even about its middle but for w[0], so half a bin off it sums to
  // Σ w·sin(πn/N) beside w[0] in quadrature.
  double sum = 0.0;
  double sumOfSquares = 0.0;
  double halfBin = 0.0;
  const double halfStep = 0.5 / count;
  const SteppedPhasor phasor(halfStep);
  Strip cosines{};
  Strip sines{};
  for (std::size_t start = 0; start < w.size(); start += kStrip) {
    phasor.fill(static_cast<double>(start) * halfStep, cosines, sines);
    const std::size_t end = std::min(start + kStrip, w.size());
    for (std::size_t n = start; n < end; ++n) {
      sum += w[n];
      sumOfSquares += w[n] * w[n];
      halfBin += w[n] * sines[n - start];
    }
  }
  window.coherentGain = sum / count;
  window.enbwBins = count * sumOfSquares / (sum * sum);
  window.scallopingLoss = Decibels::fromAmplitudeRatio(sum / std::hypot(halfBin, w[0]));
}

}  // namespace

Window makeWindow(WindowKind kind, std::size_t length, double kaiserBeta) {
  // I0 overflows a double beyond 713; nobody needs a −5000 dB window.
  constexpr double kGreatestBeta = 700.0;
  if (!LC_VERIFY(length >= 1)) length = 1;
  if (!LC_VERIFY(kaiserBeta >= 0.0 && kaiserBeta <= kGreatestBeta)) kaiserBeta = 20.0;

  const auto terms = cosineTerms(kind);
  Window window;
  window.kind = kind;
  window.coefficients = coefficientsOf(kind, terms, length, kaiserBeta);
  window.firstNullBins = firstNull(kind, terms.size(), kaiserBeta);
  measureFigures(window);
  return window;
}

std::string_view windowName(WindowKind kind) {
  switch (kind) {
    case WindowKind::rectangular:
      return "Rectangular";
    case WindowKind::hann:
      return "Hann";
    case WindowKind::blackmanHarris4:
      return "Blackman-Harris 4";
    case WindowKind::blackmanHarris7:
      return "Blackman-Harris 7";
    case WindowKind::hft90d:
      return "Flat-top HFT90D";
    case WindowKind::hft144d:
      return "Flat-top HFT144D";
    case WindowKind::hft248d:
      return "Flat-top HFT248D";
    case WindowKind::kaiser:
      return "Kaiser";
  }
  return "";
}

}  // namespace linecheck::dsp
