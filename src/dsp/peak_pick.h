#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace linecheck::dsp {

/// The top of a spectral line.
struct SpectralPeak {
  double bin = 0.0;    ///< Interpolated; frequency = bin × sampleRate / FFT length.
  double power = 0.0;  ///< Interpolated, in the spectrum's own scale.
};

/// The highest local maximum among the bins `first`…`last` (cut to the spectrum), with its top
/// interpolated by a parabola through the logarithms of three bins. None if the powers only rise
/// or fall there. A steady line is read within 0.016 bin and 0.33 dB under a Hann window, 0.004 bin
/// and 0.04 dB under Blackman-Harris 4, 0.001 bin and 0.006 dB under Blackman-Harris 7; under a
/// flat-top the level is right and the frequency is not. Thread-safe: yes.
[[nodiscard]] std::optional<SpectralPeak> highestPeak(std::span<const float> powers,
                                                      std::size_t first, std::size_t last);

}  // namespace linecheck::dsp
