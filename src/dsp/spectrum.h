#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "dsp/fft.h"
#include "dsp/window.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// What turns a bin's power into a tone's level, a noise density or a band's power.
///
/// Powers are linear and scaled for tones: a sine of peak 1.0 (0 dBFS) on a bin centre reads 1.0.
/// A bin's power is twice the mean square of what it holds, also at DC and Nyquist, so that
/// Σ power / enbwBins over all bins is twice the mean square of the windowed signal.
struct SpectrumScale {
  Hertz binWidth;         ///< Sample rate / FFT length. Bin k is centred on k × binWidth.
  double enbwBins = 1.0;  ///< Of the window; divides sums over bins.
};

/// Windowed power spectra of frames of one length. Everything is allocated when it is made.
class PowerSpectrum {
 public:
  /// `length` in 1…RealFft::kMaxLength samples.
  PowerSpectrum(WindowKind kind, std::size_t length, double kaiserBeta = 20.0);

  [[nodiscard]] std::size_t length() const { return window_.coefficients.size(); }
  [[nodiscard]] std::size_t bins() const { return powers_.size(); }
  [[nodiscard]] const Window& window() const { return window_; }
  [[nodiscard]] SpectrumScale scale(Hertz sampleRate) const;

  /// Powers of `frame`, `length()` samples; valid until the next call. Realtime-safe: yes.
  std::span<const double> compute(std::span<const double> frame);

 private:
  Window window_;
  RealFft fft_;
  std::vector<double> powers_;
};

/// The level of a tone on a bin centre, or of a band, from its linear power.
[[nodiscard]] inline DecibelsFs levelFromPower(double power) {
  return DecibelsFs::of(10.0 * std::log10(power));
}
/// The way back; none of silence.
[[nodiscard]] inline double powerFromLevel(DecibelsFs level) {
  return std::pow(10.0, level.value() / 10.0);
}

/// Power between two frequencies; a bin that straddles an edge counts for the part inside. The
/// band is cut at 0 and at the last bin. `weight`, if given, is a power gain against frequency.
[[nodiscard]] double bandPower(std::span<const double> powers, const SpectrumScale& scale,
                               Hertz low, Hertz high,
                               const std::function<double(Hertz)>& weight = {});

/// Noise density at a bin: power per hertz, so that 10·log10 of it is dBFS in 1 Hz.
[[nodiscard]] inline double noiseDensity(double power, const SpectrumScale& scale) {
  return power / (scale.enbwBins * scale.binWidth.value());
}

}  // namespace linecheck::dsp
