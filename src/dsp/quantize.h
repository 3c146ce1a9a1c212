#pragma once

#include <cstdint>
#include <span>

namespace linecheck::dsp {

enum class Dither {
  none,        ///< Rounding alone: the error depends on the signal.
  triangular,  ///< TPDF of ±1 step: the error is noise, free of the signal.
};

/// Rounds to the steps of a two's complement word of `bits` (2…32), 2^(1 − bits) of full scale,
/// and clips to −1…1 − one step, as an integer converter does.
void quantize(std::span<double> samples, int bits, Dither dither, std::uint64_t seed = 1);

/// Rounds to 32-bit floats.
void quantizeToFloat(std::span<double> samples);

}  // namespace linecheck::dsp
