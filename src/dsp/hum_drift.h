#pragma once

#include <span>
#include <vector>

#include "dsp/hum_baseband.h"

namespace linecheck::dsp::hum {

/// The phase of the fundamental over time, as it departs from that of a constant frequency.
struct PhaseTrack {
  std::vector<double> phase;  ///< Radians, one per frame of the baseband that it was made from.
  double firstTime = 0.0;     ///< Seconds from the middle of the signal, of frame 0.
  double hop = 0.0;           ///< Seconds between frames.
  /// The straight line that joins the ends of the signal: what is left has no mean frequency.
  double lineStart = 0.0;           ///< Radians in frame 0.
  double lineStep = 0.0;            ///< Radians per hop.
  bool isDrifting = false;          ///< It bends more than noise explains.
  double meanFrequencyError = 0.0;  ///< Of the line's frequency, drifting: one standard error, Hz.

  /// Radians above the line, smoothly between the frames and straight on beyond them.
  [[nodiscard]] double bendAt(double time) const;
  /// Departure from the mean frequency in Hz.
  [[nodiscard]] double deviationAt(double time) const;
  /// The range in Hz that holds the frequency for eight tenths of the time.
  [[nodiscard]] double excursion() const;
};

/// Follows the common phase of all harmonics: the maximum a posteriori track under Gaussian noise
/// for a frequency that walks at random by `wander` Hz in √1 s. Low orders come first, as their
/// phase is the last to become ambiguous. `noise` is the noise power per frame of each order of
/// `baseband`; `start` is a track over the same frames to begin with, or empty.
[[nodiscard]] PhaseTrack followPhase(const Baseband& baseband, std::span<const double> noise,
                                     double wander, const PhaseTrack& start = {});

}  // namespace linecheck::dsp::hum
