#pragma once

#include <QString>
#include <optional>

#include "measure/spectrum_frame.h"
#include "units/calibration.h"

namespace linecheck::ui {

/// The bins of `frame` from `lowHz` to `highHz` as comma-separated values with a line of names.
/// Numbers are plain, with a point; a silent bin's level is empty.
[[nodiscard]] QString spectrumAsCsv(const measure::SpectrumFrame& frame, double lowHz,
                                    double highHz, const std::optional<Calibration>& calibration);

}  // namespace linecheck::ui
