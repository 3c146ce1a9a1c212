#pragma once

#include <QString>
#include <optional>

#include "measure/spectrum_frame.h"
#include "plots/spectrum_overlays.h"
#include "units/calibration.h"

namespace linecheck::ui {

/// The bins of `frame` from `lowHz` to `highHz` as comma-separated values with a line of names.
/// Numbers are plain, with a point; a silent bin's level is empty. A kept spectrum has a column, or
/// a table of its own below if its bins lie elsewhere.
[[nodiscard]] QString spectrumAsCsv(const measure::SpectrumFrame& frame,
                                    const SpectrumOverlays& overlays, double lowHz, double highHz,
                                    const std::optional<Calibration>& calibration);

}  // namespace linecheck::ui
