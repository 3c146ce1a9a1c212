#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// The plain levels of a signal, in units where full scale is ±1.
struct LevelReadings {
  DecibelsPeak peak;  ///< Greatest |sample|.
  DecibelsFs rms;     ///< Of all, DC included.
  DecibelsPeak dc;    ///< |mean|.
  /// Samples at or beyond full scale on one side that have a neighbour there: one sample alone may
  /// be the crest of a sound wave, a flat top of two or more is not.
  std::int64_t clippedSamples = 0;
};

/// `bits`, if the samples come from integers (2…32), sets full scale to the greatest positive
/// value, 1 − 2^(1 − bits); without it, it is 1. Thread-safe: yes. Realtime-safe: yes.
[[nodiscard]] LevelReadings measureLevels(std::span<const double> samples,
                                          std::optional<int> bits = {});

/// Peak of the waveform between the samples, ITU-R BS.1770: interpolated 4 times by libebur128,
/// which reads up to 0.7 dB low just below Nyquist and within 0.2 dB below a quarter of the sample
/// rate. Any sample rate. Unknown only if the library runs out of memory. Thread-safe: yes.
[[nodiscard]] std::optional<DecibelsTruePeak> measureTruePeak(std::span<const double> samples);

}  // namespace linecheck::dsp
