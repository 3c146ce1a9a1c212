#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

struct PseudoNoiseSettings {
  Hertz low = Hertz::of(200.0);  ///< 0, or from 100 Hz on.
  Hertz high = Hertz::of(18000.0);
  DecibelsFs level = DecibelsFs::of(-20.0);  ///< RMS level of a long sequence; at most −12 dBFS.
  std::uint64_t seed = 1;
  /// Rounds to steps of such a word (8…32), so that a converter of as many bits changes nothing.
  std::optional<int> bits;
};

/// Band-limited pseudo-random noise, the same for a seed on every system: random signs, filtered by
/// a linear-phase FIR with integer taps, in integer arithmetic.
///
/// Its power density is even within ±0.01 dB from `low` to `high`, and 80 dB down from low/2 on
/// downwards and from high + low/2 on upwards (high + sampleRate/40 if `low` is 0). The
/// crest factor over some seconds is 7…10 dB for the widest bands and 11…14 dB for narrow ones,
/// which are nearly Gaussian; no sample goes beyond full scale. The first sample is as much noise
/// as the last; ramps are the caller's.
///
/// low < high, and the upper edge ends below Nyquist. Thread-safe: yes. Realtime-safe: no.
[[nodiscard]] std::vector<double> pseudoNoise(const PseudoNoiseSettings& settings, Hertz sampleRate,
                                              std::size_t length);

}  // namespace linecheck::dsp
