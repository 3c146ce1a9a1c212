#pragma once

#include <array>
#include <span>
#include <vector>

#include "simulation/mains.h"
#include "simulation/stereo_noise.h"
#include "units/decibels.h"

namespace linecheck::simulation {

/// How loud each kind of noise is, as factors of a source at 0 dBFS, in the order of kNoiseKinds.
using NoiseGains = std::array<double, kNoiseKinds.size()>;

/// The noises of a scene at one sample rate, built once; what changes from situation to situation
/// are their gains. A function of the seed, the gains and the frame. One object is used by one
/// thread at a time.
class SceneSound {
 public:
  SceneSound(std::uint64_t seed, const Mains& mains, int sampleRate);

  /// Adds the frames from `first` on; spans of one length. Realtime-safe: yes.
  void addTo(std::span<double> left, std::span<double> right, std::int64_t first,
             const NoiseGains& gains) noexcept;

  /// How loud one kind is on the louder channel from `first` on, against its gain: a noise that
  /// comes and goes may be in a pause.
  [[nodiscard]] Decibels activity(NoiseKind kind, std::int64_t first, std::size_t frames);
  /// Two channels of `frames` frames from `first` on.
  [[nodiscard]] std::vector<std::vector<double>> capture(const NoiseGains& gains,
                                                         std::int64_t first, std::size_t frames);

 private:
  std::vector<StereoNoise> noises_;  ///< In the order of kNoiseKinds.
  std::array<std::vector<double>, 2> one_;
};

}  // namespace linecheck::simulation
