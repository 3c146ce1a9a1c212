#pragma once

#include <optional>
#include <span>

#include "units/quantity.h"

namespace linecheck::dsp {

/// How much faster the playing clock runs than the recording one.
struct ClockRatio {
  double ppm = 0.0;            ///< Tone received / tone sent − 1, in millionths.
  double standardError = 0.0;  ///< Of `ppm`; wandering of the phase counts as noise.
};

/// From the slope of a known tone's phase over the stretch in which it keeps its level, found by
/// trackTone. `received` holds the tone that was sent as exactly `tone` by its own clock, for at
/// least 0.2 s, within 300 ppm of it (and half a cycle in 256 samples).
///
/// None if there is no such tone or its phase is too noisy to follow. `tone` above 0 and below
/// Nyquist. Thread-safe: yes. Realtime-safe: no.
[[nodiscard]] std::optional<ClockRatio> estimateClockRatio(std::span<const double> received,
                                                           Hertz sampleRate, Hertz tone);

}  // namespace linecheck::dsp
