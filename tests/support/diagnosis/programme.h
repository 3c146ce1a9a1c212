#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::testing {

/// Two channels, left and right, of one length, in units of full scale.
using StereoSamples = std::array<std::vector<double>, 2>;

/// What somebody plays while a capture is taken.
enum class ProgrammeKind {
  music,  ///< Chords, plucked notes, a bass down to E1 (41.2 Hz), kick drum and hi-hat.
  voice,  ///< Glottal pulses of 90…250 Hz through formants, syllables, and pauses for breath.
};

struct ProgrammeConfig {
  ProgrammeKind kind = ProgrammeKind::music;
  /// RMS over the whole length and both channels. Less if peaks would pass −1 dBFS.
  DecibelsFs level = DecibelsFs::of(-30.0);
  std::uint64_t seed = 1;
  int sampleRate = 48000;  ///< Hertz.
  Seconds length = Seconds::of(5.0);
};

/// Synthetic programme material: a function of its config. Nothing lies above 20 kHz but what the
/// edges of drums and consonants have. Between phrases and in rests there are exact zeros.
[[nodiscard]] StereoSamples makeProgramme(const ProgrammeConfig& config);

/// Without the scaling to a level.
[[nodiscard]] StereoSamples makeMusic(std::uint64_t seed, int sampleRate, std::size_t frames);
[[nodiscard]] StereoSamples makeVoice(std::uint64_t seed, int sampleRate, std::size_t frames);

/// A stretch of frames, `end` not with it.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Where both channels are exactly 0 for at least `shortest`.
[[nodiscard]] std::vector<Stretch> pausesIn(const StereoSamples& programme, int sampleRate,
                                            Seconds shortest = Seconds::of(0.1));

}  // namespace linecheck::testing
