#pragma once

#include <cstddef>
#include <memory>

#include "simulation/path_stage.h"

namespace linecheck::simulation {

/// The limiter at the end of Windows's mixer, as far as its behaviour is known: nothing is touched
/// up to its ceiling, all channels get the same gain. A peak above the envelope takes the gain to
/// ceiling/peak on a straight line over the look-ahead; a slope that is steeper already stays.
/// Once there, the envelope falls at exp(−2.205/rate) a sample, but only while twice the peak is
/// no more than it. How the gain goes down is not published: of several ways this one was taken,
/// for it comes nearest to the distortion that is reported. It shows what a measurement has to
/// find, not what Windows does to the sample.
///
/// At 48 kHz a tone of 997 Hz from −0.1 dBFS up comes out at −0.125 dBFS with −66 dB THD+N, one of
/// 100 Hz with −58.9 dB, one of 50 Hz (0 dBFS) with −52.1 dB.
struct SystemLimiter {
  static constexpr double kCeiling = 0.985;  ///< Of full scale: −0.1313 dBFS.

  /// Look-ahead, by which samples come later: 16, 32, 64 or 128 frames.
  [[nodiscard]] static int latencyFrames(int sampleRate);
};

[[nodiscard]] std::unique_ptr<PathStage> makeSystemLimiter(std::size_t channels, int sampleRate);

}  // namespace linecheck::simulation
