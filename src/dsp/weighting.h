#pragma once

#include "units/quantity.h"

/// Noise weightings as power gains against frequency (1 at their reference frequency, 0 at DC).
namespace linecheck::dsp {

/// A-weighting of IEC 61672-1, by its poles; 0 dB at 1 kHz.
[[nodiscard]] double aWeighting(Hertz frequency);

/// The curve of ITU-R BS.468-4, by its network's polynomials; 0 dB at 1 kHz.
[[nodiscard]] double itu468Weighting(Hertz frequency);

/// CCIR-RMS of AES17: the curve of ITU-R BS.468-4 with 0 dB at 2 kHz, about 5.6 dB lower.
[[nodiscard]] double ccirRmsWeighting(Hertz frequency);

}  // namespace linecheck::dsp
