#pragma once

#include <complex>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "dsp/carrier.h"

namespace linecheck::dsp {

/// x(n) ≈ dc + envelope(n) · Re Σ amplitudes[l − 1]·exp(i·l·phase(n)), l = 1….
struct HarmonicFit {
  Carrier carrier;
  double dc = 0.0;
  std::vector<std::complex<double>> amplitudes;  ///< Peak.
};

/// Joint Hann-weighted least squares of DC, a tone and its harmonics up to order `harmonics` ≥ 1.
/// The weight costs 1.8 dB of variance and keeps what is not in the model (hum, other tones) from
/// leaking into it. The carrier's frequency is refined until the rest is orthogonal to a change of
/// it; its drift and envelope are taken as given.
///
/// `samples` is a multiple of HarmonicBlocks::kLength and at least eight periods long. `start` lies
/// over the same samples, its frequency within half a bin of their length. All harmonics lie below
/// Nyquist by a few such bins.
[[nodiscard]] HarmonicFit fitHarmonics(std::span<const double> samples, const Carrier& start,
                                       std::size_t harmonics);

/// Passes samples − fit to `use`, block by block; `samples` as in fitHarmonics.
void subtractHarmonics(std::span<const double> samples, const HarmonicFit& fit,
                       const std::function<void(std::span<const double>)>& use);

}  // namespace linecheck::dsp
