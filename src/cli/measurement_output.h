#pragma once

#include <optional>
#include <string>

#include "measure/measurement.h"
#include "units/calibration.h"

namespace linecheck::cli {

/// The linecheck.measurement/1 document, with a newline. An invalid measurement has no channels.
[[nodiscard]] std::string measurementJson(const measure::Measurement& measurement,
                                          const std::optional<Calibration>& calibration);

/// The same for people; empty if it is invalid, for the error says why.
[[nodiscard]] std::string measurementText(const measure::Measurement& measurement,
                                          const std::optional<Calibration>& calibration);

}  // namespace linecheck::cli
