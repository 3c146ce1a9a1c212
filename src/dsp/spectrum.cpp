#include "dsp/spectrum.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "dsp/vector_code.h"

namespace linecheck::dsp {
namespace {

LC_VECTOR_CODE void multiply(const double* __restrict a, const double* __restrict b,
                             std::size_t count, double* __restrict out) {
  for (std::size_t n = 0; n < count; ++n) out[n] = a[n] * b[n];
}

// Squared magnitudes of complex numbers, read as pairs of doubles ([complex.numbers.general]).
LC_VECTOR_CODE void squareMagnitudes(const double* __restrict pairs, double factor,
                                     std::size_t count, double* __restrict out) {
  for (std::size_t k = 0; k < count; ++k) {
    const double real = pairs[2 * k];
    const double imaginary = pairs[2 * k + 1];
    out[k] = factor * (real * real + imaginary * imaginary);
  }
}

}  // namespace

PowerSpectrum::PowerSpectrum(WindowKind kind, std::size_t length, double kaiserBeta)
    : window_(
          makeWindow(kind, std::clamp<std::size_t>(length, 1, RealFft::kMaxLength), kaiserBeta)),
      fft_(window_.coefficients.size()),
      powers_(fft_.bins()) {
  LC_VERIFY(length >= 1 && length <= RealFft::kMaxLength);
}

SpectrumScale PowerSpectrum::scale(Hertz sampleRate) const {
  return {sampleRate / static_cast<double>(length()), window_.enbwBins};
}

std::span<const double> PowerSpectrum::compute(std::span<const double> frame) {
  if (!LC_VERIFY(frame.size() == length())) return powers_;
  const std::size_t count = length();
  if (window_.kind == WindowKind::rectangular) {
    std::copy(frame.begin(), frame.end(), fft_.input().begin());
  } else {
    multiply(frame.data(), window_.coefficients.data(), count, fft_.input().data());
  }
  const auto bins = fft_.transform();
  const double amplitude = 2.0 / (static_cast<double>(count) * window_.coherentGain);
  squareMagnitudes(reinterpret_cast<const double*>(bins.data()), amplitude * amplitude,
                   powers_.size(), powers_.data());
  // These two have no negative frequency to share their power with.
  powers_[0] *= 0.5;
  if (count % 2 == 0) powers_[count / 2] *= 0.5;
  return powers_;
}

double bandPower(std::span<const double> powers, const SpectrumScale& scale, Hertz low, Hertz high,
                 const std::function<double(Hertz)>& weight) {
  if (powers.empty()) return 0.0;
  // Bin k reaches half a bin to each side, the first and the last only inwards.
  const std::size_t lastBin = powers.size() - 1;
  const auto end = static_cast<double>(lastBin);
  const double from = std::clamp(low / scale.binWidth, 0.0, end);
  const double to = std::clamp(high / scale.binWidth, from, end);
  double sum = 0.0;
  for (auto k = static_cast<std::size_t>(std::lround(from)); k <= lastBin; ++k) {
    const auto centre = static_cast<double>(k);
    const double lower = std::max(centre - 0.5, 0.0);
    const double upper = std::min(centre + 0.5, end);
    const double inside = std::min(to, upper) - std::max(from, lower);
    if (inside <= 0.0) break;
    const double gain = weight ? weight(centre * scale.binWidth) : 1.0;
    sum += powers[k] * gain * inside / (upper - lower);
  }
  return sum / scale.enbwBins;
}

}  // namespace linecheck::dsp
