#pragma once

#include <optional>
#include <span>
#include <vector>

#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// Sinusoidal jitter, a pair of side lines around a tone.
struct JitterLine {
  Hertz offset;   ///< Of the side lines from the tone: the jitter's own frequency.
  Decibels side;  ///< One side line's level to the tone.
  Seconds peak;  ///< J = 2·10^(side/20) / (2π·f0): a swing of the phase by β has sides of β/2.
  Seconds error;  ///< Standard error of the peak.
};

struct JitterReading {
  Hertz tone;
  DecibelsFs level;
  std::vector<JitterLine> lines;  ///< The strongest first; none if nothing stands out.
  Seconds bound;                  ///< A line of a greater peak would have stood out.
  /// RMS of what is left without the lines, over the span. Half the power of ordinary noise beside
  /// the tone is in it.
  Seconds noiseRms;
  /// How much denser that is 20…200 Hz beside the tone than in the outer half of the span: the
  /// widening of the tone's foot.
  Decibels skirt;
  /// One side's level to the tone against the offset; of several FFT bins the highest.
  std::vector<Hertz> offsets;
  std::vector<Decibels> sides;
};

/// The phase modulation of a strong steady tone near `tone`, from 10 / duration up to `span` beside
/// it. Lines on both sides that swing the level and not the phase are left out; a line on one side
/// alone counts half. `tone` is known within 1 / duration; span < 2/3 of the tone and of its
/// distance to Nyquist. None if the tone is not there.
[[nodiscard]] std::optional<JitterReading> readJitter(std::span<const double> samples,
                                                      Hertz sampleRate, Hertz tone, Hertz span);

}  // namespace linecheck::measure
