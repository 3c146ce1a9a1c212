#pragma once

#include <complex>
#include <optional>
#include <span>

namespace linecheck::dsp {

/// One point of an impedance against frequency.
struct ResonancePoint {
  double frequency = 0.0;  ///< Hz.
  std::complex<double> ohms;
  double noise = 0.0;  ///< Standard error of the magnitude, ohms.
};

/// The hump that a driver's resonance makes in its impedance.
struct Resonance {
  double frequency = 0.0;       ///< Hz, where the magnitude is greatest.
  double frequencyError = 0.0;  ///< Standard error, from how well the model fits.
  double ohms = 0.0;            ///< Magnitude there.
  double quality = 0.0;         ///< Of the resonance.
};

/// The lowest clear hump below `highest` Hz, fitted over half an octave to either side with
/// Z = R + i·X + P / (1 + i·Q·(f/f0 − f0/f)) by complex least squares. None if no hump stands out
/// by 5 % of the impedance around it, as with planar drivers. `curve` ascending in frequency.
[[nodiscard]] std::optional<Resonance> fitResonance(std::span<const ResonancePoint> curve,
                                                    double highest = 2000.0);

}  // namespace linecheck::dsp
