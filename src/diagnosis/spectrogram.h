#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "diagnosis/quiet_stretches.h"
#include "dsp/window.h"
#include "units/quantity.h"

namespace linecheck::diagnosis {

/// Power spectra of frames that follow each other, where something is quiet. A sine of peak 1 on a
/// bin reads 1.
struct Spectrogram {
  double binWidth = 1.0;  ///< Hz.
  double hop = 1.0;       ///< Seconds from one frame to the next.
  double enbwBins = 1.0;
  std::size_t bins = 0;
  std::size_t frames = 0;
  std::vector<float> powers;   ///< Frame after frame.
  std::vector<double> begins;  ///< Of each frame, seconds.
  double lobe = 1.0;           ///< Hz: half the main lobe of a line.

  [[nodiscard]] std::span<const float> frame(std::size_t index) const {
    return {powers.data() + index * bins, bins};
  }
  /// Whether a frame follows the one before it without a gap.
  [[nodiscard]] bool goesOn(std::size_t frame) const {
    return frame > 0 && frame < frames && begins[frame] - begins[frame - 1] < 1.5 * hop;
  }
  /// Bins from a line's top to where its main lobe has ended.
  [[nodiscard]] std::size_t lobeBins() const {
    return static_cast<std::size_t>(std::ceil(lobe / binWidth - 1e-6));
  }
  /// The first bin at or above a frequency in Hz, at most `bins`.
  [[nodiscard]] std::size_t binAt(double frequency) const;
  /// Noise power per hertz, so that 10·log10 of it is dBFS in 1 Hz, of a bin's power.
  [[nodiscard]] double densityOf(double power) const { return power / (enbwBins * binWidth); }
};

/// Frames of `length` samples every `hop` samples of each stretch; none where fewer are left.
[[nodiscard]] Spectrogram makeSpectrogram(std::span<const double> samples, Hertz rate,
                                          std::span<const Stretch> stretches,
                                          dsp::WindowKind window, std::size_t length,
                                          std::size_t hop);

/// A frame as long in time as one of `at48k` samples at 48 kHz, to the nearest power of two.
[[nodiscard]] std::size_t frameLength(std::size_t at48k, Hertz rate);

/// The value that a share of the values lies below (0 … 1); `values` is reordered. 0 if empty.
[[nodiscard]] double quantile(std::vector<double>& values, double share);

}  // namespace linecheck::diagnosis
