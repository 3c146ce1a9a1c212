#pragma once

#include <complex>
#include <span>
#include <vector>

namespace linecheck::simulation {

/// The amplitudes of a periodic signal by order, the first that of DC: the signal is
/// Σ Im(c[l]·exp(j·2π·l·cycles)), so |c[l]| is the peak of harmonic l. Units of full scale.
using Harmonics = std::vector<std::complex<double>>;

/// Harmonics with room for `orders` of them, all 0.
[[nodiscard]] Harmonics noHarmonics(int orders);

/// Sets one harmonic. `decibels` against a peak of 1, `phase` in turns.
void setHarmonic(Harmonics& harmonics, int order, double decibels, double phase);

/// Takes out all orders from `order` on.
void cutFrom(Harmonics& harmonics, int order);

/// RMS of the sum, without DC.
[[nodiscard]] double rmsOf(std::span<const std::complex<double>> harmonics);

/// Scales to the RMS; silence stays silence.
void scaleToRms(Harmonics& harmonics, double rms);

/// One period in a table, read by cubic interpolation: errors are 89 dB below the highest order
/// and fall by 24 dB per octave towards the low ones.
class PeriodicWave {
 public:
  explicit PeriodicWave(std::span<const std::complex<double>> harmonics);

  /// After `cycles` periods; any number ≥ 0. Realtime-safe: yes.
  [[nodiscard]] double at(double cycles) const;

 private:
  std::vector<double> table_;  ///< One period, with one sample before and two behind.
  double length_ = 0.0;
};

}  // namespace linecheck::simulation
