#pragma once

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

#include "dsp/hum_lines.h"
#include "dsp/hum_spectrum.h"

namespace linecheck::dsp::hum {

/// Frames overlap so that they add up to a flat weight.
inline constexpr int kHopsPerFrame = 4;

/// Each harmonic moved to 0 Hz and low-passed: its complex amplitude in short overlapping frames.
/// A steady sine Re(c·e^{jθ}) with θ = 2π · order · fundamental · t, t from the middle of the
/// signal, reads c in every frame.
class Baseband {
 public:
  /// Frames last 0.2…0.4 s, so that neither another harmonic nor a loud tone 16 Hz away is seen;
  /// `samples` has to last longer than one. Frequencies in Hz.
  Baseband(std::span<const double> samples, double sampleRate, double fundamental,
           std::vector<int> orders);

  [[nodiscard]] const std::vector<int>& orders() const { return orders_; }
  [[nodiscard]] std::size_t frames() const { return frames_; }
  [[nodiscard]] double fundamental() const { return fundamental_; }
  /// Time of a frame's middle in seconds, 0 in the middle of the signal.
  [[nodiscard]] double timeOf(std::size_t frame) const;
  [[nodiscard]] double hop() const { return hop_ / sampleRate_; }
  [[nodiscard]] double hopSamples() const { return hop_; }
  /// Values of the harmonic at `index` of `orders`, one per frame.
  [[nodiscard]] std::span<const std::complex<double>> values(std::size_t index) const;

  /// E|c|² that everything in the spectrum but the line itself puts into a frame of each order;
  /// `lines` gives the floor that stands for what each line hides, within its lobe and `drift` Hz
  /// of the fundamental.
  [[nodiscard]] std::vector<double> noisePowers(const LineSpectrum& spectrum,
                                                const MainsLines& lines, double drift) const;
  /// E|c|² in a frame from white noise of variance 1.
  [[nodiscard]] double whiteNoisePower() const { return whiteNoisePower_; }

 private:
  double sampleRate_;
  double fundamental_;
  std::vector<int> orders_;
  std::size_t frames_ = 0;
  double hop_ = 0.0;     // Samples.
  double origin_ = 0.0;  // Seconds, of the first frame's middle.
  double frameSeconds_ = 0.0;
  double beta_ = 0.0;
  double whiteNoisePower_ = 0.0;
  std::vector<std::complex<double>> values_;
};

/// How much of a harmonic's power keeps its phase along `phase` (the fundamental's, in radians per
/// frame): 1 for a steady line, less for a decaying or gliding note. Noise is taken off before;
/// where it is too strong to tell, 1.
[[nodiscard]] double steadiness(const Baseband& baseband, std::size_t index,
                                std::span<const double> phase, double noisePower);

}  // namespace linecheck::dsp::hum
