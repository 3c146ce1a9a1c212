#pragma once

#include <complex>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "dsp/carrier.h"

namespace linecheck::dsp {

/// A tone candidate's complex amplitude (peak) in each block of HarmonicBlocks::kLength samples,
/// against a carrier of fixed frequency with phase 0 at sample 0.
struct ToneTrack {
  double cyclesPerSample = 0.0;
  std::vector<std::complex<double>> blocks;
};

/// `cyclesPerSample` in 0…½; samples after the last whole block are left out.
[[nodiscard]] ToneTrack trackTone(std::span<const double> samples, double cyclesPerSample);

/// A run of blocks.
struct Stretch {
  std::size_t firstBlock = 0;
  std::size_t blocks = 0;
};

/// The longest stretch in which the tone keeps its amplitude within about 1 dB (and what its own
/// noise adds); nothing if that is less than a quarter of the track. Tracks of less than 16
/// averages are taken as a whole.
[[nodiscard]] std::optional<Stretch> steadyStretch(const ToneTrack& track);

/// A carrier that was followed along a track.
struct FollowedCarrier {
  Carrier carrier;      ///< Counted from the stretch's first sample.
  bool isClose = true;  ///< False if it wanders faster than the carrier's few terms can follow.
};

/// The carrier over a stretch: frequency, and the slow drift of phase and amplitude where it stands
/// out of the noise. Nothing if the phase is too noisy to follow.
[[nodiscard]] std::optional<FollowedCarrier> followCarrier(const ToneTrack& track, Stretch stretch);

}  // namespace linecheck::dsp
