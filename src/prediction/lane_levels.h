#pragma once

#include <cstddef>
#include <optional>

#include "levels/level_plan.h"
#include "prediction/computer_path.h"
#include "prediction/loop.h"
#include "prediction/trust.h"
#include "profiles/figure.h"

namespace linecheck::prediction {

/// A loop's gain that was measured with all controls as the chain has them. It takes the place of
/// what the profiles would give.
struct KnownGain {
  Decibels gain;
  Decibels standardError;
};

/// What a lane does to a signal, from the samples that are played to those that are captured.
struct LaneLevels {
  levels::Path path;
  ComputerPath computer;
  levels::Estimate<Decibels> gain;
  Trust gainTrust;
  /// RMS without signal, as captured, over 20 Hz to 20 kHz.
  levels::Estimate<DecibelsFs> noise;
  Trust noiseTrust;
  std::optional<profiles::Weighting> weighting;  ///< Of the noise; empty where nobody says.
  /// Of the input alone.
  levels::Estimate<DecibelsFs> inputNoise;
  std::optional<profiles::Weighting> inputWeighting;
  /// The played level from which on a sine clips somewhere; above 0 dBFS nowhere.
  levels::Estimate<DecibelsFs> clip;
  std::optional<std::size_t> clipPoint;  ///< Of the path: which one does.
};

/// Gain: the output's level at 0 dBFS as its controls stand, less what the impedances divide, and
/// so on to the input, against the level that is full scale there; and the system volume. Noise:
/// that of all devices and of samples of fewer than 24 bits, where the chain says so.
[[nodiscard]] LaneLevels laneLevels(const Loop& loop, const Lane& lane,
                                    const std::optional<KnownGain>& known = {});

/// What cutting samples to so many bits adds over 20 Hz to 20 kHz: from rounding, as captured
/// −98.88 dBFS with 16, to dither of triangular density, −94.11 dBFS, and 6.02 dB less for each
/// bit more.
[[nodiscard]] levels::Estimate<DecibelsFs> quantisationNoise(int bits);

}  // namespace linecheck::prediction
