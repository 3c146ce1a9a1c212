#pragma once

#include "dsp/hum_lines.h"
#include "dsp/hum_nls.h"
#include "dsp/hum_spectrum.h"

namespace linecheck::dsp::hum {

/// The flattest weight for a fit of the mains lines through which nothing else in the spectrum
/// leaks noticeably: flat, with tapered edges, or tapered all along.
[[nodiscard]] Taper chooseTaper(const LineSpectrum& spectrum, const MainsLines& lines,
                                std::size_t length, double sampleRate);

}  // namespace linecheck::dsp::hum
