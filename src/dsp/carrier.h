#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace linecheck::dsp {

/// How the phase and amplitude of a nearly steady tone run over a stretch of samples.
///
/// With u = (n − centre) / halfSpan in −1…1: phase = 2π·cyclesPerSample·(n − centre) plus
/// Legendre polynomials of u from order 2 (orders 0 and 1 are a phase and a frequency), amplitude =
/// 1 plus Legendre polynomials of u from order 1. Both are empty for a steady tone.
struct Carrier {
  double cyclesPerSample = 0.0;
  double centre = 0.0;                ///< In samples; half-way between two if their count is even.
  double halfSpan = 1.0;              ///< In samples.
  std::vector<double> phaseTerms;     ///< Radians.
  std::vector<double> envelopeTerms;  ///< Relative to the mean amplitude.

  /// A steady tone over samples 0…length − 1.
  [[nodiscard]] static Carrier steady(double cyclesPerSample, std::size_t length);

  [[nodiscard]] bool isSteady() const { return phaseTerms.empty() && envelopeTerms.empty(); }
  /// Radians at a sample, less whole turns of the steady part.
  [[nodiscard]] double phaseAt(double sample) const;
  /// Radians per sample.
  [[nodiscard]] double slopeAt(double sample) const;
  [[nodiscard]] double envelopeAt(double sample) const;
  /// Mean of the squared envelope over the stretch.
  [[nodiscard]] double envelopeMeanSquare() const;
};

/// Legendre polynomials of orders 0…values.size() − 1 at u.
void legendre(double u, std::span<double> values);

}  // namespace linecheck::dsp
