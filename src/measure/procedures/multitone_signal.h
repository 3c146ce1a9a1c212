#pragma once

#include <vector>

#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// Tones that sound together, ten to the decade from 20 Hz to 20 kHz, all of one level, with
/// Schroeder's phases. They lie 4 Hz or more beside all multiples of 50 and 60 Hz, so that hum
/// falls into the notches between them.
struct MultitoneSignal {
  std::vector<Hertz> frequencies;  ///< Ascending, as far as the sample rate carries them.
  std::vector<double> samples;     ///< Without ramps, in units of full scale.
  DecibelsFs each;                 ///< Level of one tone.
  Decibels crestFactor;            ///< Peak to RMS; of a sine it is 3.01 dB.
};

/// `peak`: level of the sine that has the signal's peak.
[[nodiscard]] MultitoneSignal makeMultitone(DecibelsFs peak, Seconds duration, int sampleRate);

}  // namespace linecheck::measure
