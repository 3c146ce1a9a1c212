#pragma once

#include <span>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// A narrow spectral line that stands out of the noise around it.
struct SpectralLine {
  Hertz frequency;  ///< Interpolated between bins.
  DecibelsFs level;
};

/// All lines from 20 Hz to 0.45 × `sampleRate` that stand out of the local median of an averaged
/// Hann spectrum (resolution about 0.7 Hz, coarser for less than 1.4 s), by frequency. In noise of
/// any smooth spectrum fewer than one search in a thousand reports a line. `samples` in units of
/// full scale; less than 0.2 s finds nothing. Thread-safe: yes.
[[nodiscard]] std::vector<SpectralLine> findLines(std::span<const double> samples,
                                                  Hertz sampleRate);

}  // namespace linecheck::dsp
