#pragma once

#include <complex>
#include <span>
#include <vector>

namespace linecheck::dsp {

/// x(n) ≈ dc + Re Σ amplitudes[i]·exp(i·2π·cycles[i]·(1 + offset)·(n − centre)).
struct MultitoneFit {
  double centre = 0.0;  ///< In samples.
  double offset = 0.0;  ///< Common, relative.
  double dc = 0.0;
  std::vector<std::complex<double>> amplitudes;  ///< Peak.
};

/// Hann-weighted least squares of all tones and their common offset, which is looked for within
/// ±`greatestOffset`. `cycles` are per sample, rising, eight bins of samples.size() or more apart
/// and from 0 and ½.
[[nodiscard]] MultitoneFit fitMultitone(std::span<const double> samples,
                                        std::span<const double> cycles, double greatestOffset);

/// samples − fit.
[[nodiscard]] std::vector<double> withoutMultitone(std::span<const double> samples,
                                                   std::span<const double> cycles,
                                                   const MultitoneFit& fit);

}  // namespace linecheck::dsp
