#pragma once

#include <optional>
#include <span>

#include "dsp/tone.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// The frequency of the strongest line in the options' band, or near the tone that they expect,
/// to about a fiftieth of a bin of a few Hann spectra. Nothing if there is none, or if the signal
/// is shorter than eight of its periods. Whether it is a steady tone is not asked here.
[[nodiscard]] std::optional<Hertz> findStrongestLine(std::span<const double> samples,
                                                     Hertz sampleRate, const ToneOptions& options);

/// True of frequencies that, unasked for, are taken for mains hum and not for a test tone: 45 to
/// 66 Hz, and the second to fourth harmonic of 50 and 60 Hz within 1 %.
[[nodiscard]] bool isMainsLike(Hertz frequency);

}  // namespace linecheck::dsp
