#include "dsp/window.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <span>

#include "base/check.h"

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

// Clenshaw's sum of the alternating cosine series at angle acos(c).
double cosineSum(std::span<const double> terms, double c) {
  double b1 = 0.0;
  double b2 = 0.0;
  for (std::size_t k = terms.size(); k-- > 1;) {
    const double b0 = (k % 2 == 1 ? -terms[k] : terms[k]) + 2.0 * c * b1 - b2;
    b2 = b1;
    b1 = b0;
  }
  return terms[0] + c * b1 - b2;
}

// Power series of the modified Bessel function I0; all terms are positive, so nothing cancels.
double besselI0(double x) {
  const double quarter = x * x / 4.0;
  double term = 1.0;
  double sum = 1.0;
  for (int k = 1; term > sum * 1e-17; ++k) {
    term *= quarter / (static_cast<double>(k) * k);
    sum += term;
  }
  return sum;
}

double valueAt(WindowKind kind, std::span<const double> terms, double kaiserBeta, double position) {
  if (kind == WindowKind::kaiser) {
    const double fromCentre = 2.0 * position - 1.0;
    return besselI0(kaiserBeta * std::sqrt(1.0 - fromCentre * fromCentre)) / besselI0(kaiserBeta);
  }
  return cosineSum(terms, std::cos(2.0 * pi * position));
}

double firstNull(WindowKind kind, std::size_t terms, double kaiserBeta) {
  if (kind == WindowKind::kaiser) return std::hypot(1.0, kaiserBeta / pi);
  return static_cast<double>(terms);
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
  window.firstNullBins = firstNull(kind, terms.size(), kaiserBeta);
  window.coefficients.assign(length, 1.0);
  auto& w = window.coefficients;
  // A single sample would be the window's edge, where flat-tops are zero or less.
  if (kind != WindowKind::rectangular && length > 1) {
    for (std::size_t n = 0; n <= length / 2; ++n) {
      w[n] = valueAt(kind, terms, kaiserBeta, static_cast<double>(n) / static_cast<double>(length));
      if (n > 0) w[length - n] = w[n];
    }
  }

  double sum = 0.0;
  double sumOfSquares = 0.0;
  std::complex<double> halfBin = 0.0;
  const double step = pi / static_cast<double>(length);
  for (std::size_t n = 0; n < length; ++n) {
    sum += w[n];
    sumOfSquares += w[n] * w[n];
    halfBin += std::polar(1.0, step * static_cast<double>(n)) * w[n];
  }
  const auto count = static_cast<double>(length);
  window.coherentGain = sum / count;
  window.enbwBins = count * sumOfSquares / (sum * sum);
  window.scallopingLoss = Decibels::fromAmplitudeRatio(sum / std::abs(halfBin));
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
