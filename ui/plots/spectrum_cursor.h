#pragma once

#include <optional>

#include "measure/spectrum_frame.h"
#include "plots/plot_scales.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::ui {

/// What the cursor stands on.
struct CursorReading {
  Hertz frequency;
  DecibelsFs level;
  bool onPeak = false;  ///< Snapped to the top of a line; else the bin under the cursor.
};

/// Reads `frame` at `x`: the highest line within a few pixels, or the bin there. None off the
/// spectrum.
[[nodiscard]] std::optional<CursorReading> readCursor(const measure::SpectrumFrame& frame,
                                                      const PlotScales& scales, double x);

}  // namespace linecheck::ui
