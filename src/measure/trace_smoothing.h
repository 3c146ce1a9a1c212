#pragma once

#include "measure/reading.h"

namespace linecheck::measure {

/// Whether a trace can be smoothed: decibels of any kind against frequency.
[[nodiscard]] bool isSmoothable(const Trace& trace);

/// The trace with its powers smoothed over fractions of an octave, see dsp::smoothPowers; each
/// stretch between gaps by itself. `octaves` > 0, usually 1/48…1. A trace that cannot be smoothed
/// is returned as it is. Thread-safe: yes.
[[nodiscard]] Trace smoothed(Trace trace, double octaves);

}  // namespace linecheck::measure
