#pragma once

#include <optional>

#include "dsp/line_search.h"
#include "measure/analysis.h"

namespace linecheck::diagnosis {

/// Steady tones of a computer that reached the analogue signal.
struct DigitalLines {
  dsp::SpectralLine strongest;
  DecibelsFs total;          ///< Power sum.
  double probability = 0.0;  ///< That they are a computer's, not a tone somebody plays.
};

/// The lines at multiples of 1 kHz, USB's frame clock (full-speed frames; high-speed microframes
/// make 8 kHz), that neither are a test tone's nor stand in a comb of mains harmonics. None with
/// fewer than two, for one alone may be a tone that somebody plays. Hash that wanders with the
/// computer's load has no lines and is not found here.
[[nodiscard]] std::optional<DigitalLines> digitalLines(const measure::ChannelAnalysis& channel);

}  // namespace linecheck::diagnosis
