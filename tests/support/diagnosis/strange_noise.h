#pragma once

#include <cstdint>
#include <string_view>

#include "support/diagnosis/programme.h"

namespace linecheck::testing {

/// What none of the known causes makes.
enum class StrangeKind {
  oddTones,        ///< One or two steady tones, off all multiples of the mains and of 1 kHz.
  railway,         ///< 16.7 Hz and its harmonics.
  aircraft,        ///< 400 Hz and its harmonics, within 1 %.
  rumble,          ///< Noise below 30 Hz, as of wind or a floor.
  radioWarble,     ///< A whistle that warbles, and a station's modulation on noise.
  aliasingSqueal,  ///< Tones that run up and down and are thrown back at half the sample rate.
};
inline constexpr int kStrangeKinds = 6;

[[nodiscard]] std::string_view strangeKindId(StrangeKind kind);

/// RMS of some tenths; the louder channel is `louder`, by up to 6 dB. `mainsHertz` is what its
/// tones keep away from.
struct StrangeNoise {
  StereoSamples samples;
  std::size_t louder = 0;
};
[[nodiscard]] StrangeNoise makeStrangeNoise(StrangeKind kind, std::uint64_t seed, int sampleRate,
                                            std::size_t frames, double mainsHertz);

}  // namespace linecheck::testing
