#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "measure/stimulus.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// Noise for comparing the loudness of two things that sound: pink, and only from 500 Hz to 2 kHz,
/// where a room's modes and the place of a head in it matter least. A meter's weighting is the same
/// for both sides.
struct MatchNoise {
  DecibelsFs level = DecibelsFs::of(-34.0);  ///< RMS. At most −20 dBFS.
  Hertz low = Hertz::of(500.0);
  Hertz high = Hertz::of(2000.0);
  std::uint64_t seed = 1;
};

inline constexpr DecibelsFs kLoudestMatchNoise = DecibelsFs::of(-20.0);
inline constexpr DecibelsFs kQuietestMatchNoise = DecibelsFs::of(-80.0);

/// Four seconds that go on without a seam when they are repeated, in units of full scale. Its peaks
/// are some 12 dB above those of a sine of its level. `usage` for a level out of range, for a band
/// that is none or not below Nyquist, or if its peaks are above those of a sine of kLoudestUnasked
/// without the user's consent.
[[nodiscard]] Result<std::vector<float>> matchNoise(const MatchNoise& noise, Hertz sampleRate,
                                                    LoudTone loud = LoudTone::refused);

}  // namespace linecheck::measure
