#pragma once

#include <span>

#include "dsp/kaiser.h"

namespace linecheck::simulation {

/// The kernel of a low-pass sin(2π·cutoff·t) / (π·t) under Kaiser's window, symmetrical about 0,
/// with unity gain at DC. Time in any unit, frequencies in its inverse.
class WindowedSinc {
 public:
  /// It ends at ±halfWidth; all > 0.
  WindowedSinc(double cutoff, double halfWidth, double beta);

  /// Kernel at start + i·step, 0 outside of it.
  void fill(double start, double step, std::span<double> values) const;
  /// Its Fourier transform, real as the kernel is symmetrical: the transform of Kaiser's window
  /// integrated over frequency ± cutoff, within 10⁻⁷.
  [[nodiscard]] double response(double frequency) const;

 private:
  [[nodiscard]] double windowIntegral(double frequency) const;

  double cutoff_;
  double halfWidth_;
  double beta_;
  dsp::Kaiser window_;
};

}  // namespace linecheck::simulation
