#pragma once

#include <optional>
#include <span>
#include <string>

#include "diagnosis/diagnosis.h"
#include "measure/measurement.h"
#include "units/calibration.h"

namespace linecheck::cli {

/// The linecheck.measurement/1 document, with a newline. An invalid measurement has no channels.
/// `diagnoses` has one for each channel.
[[nodiscard]] std::string measurementJson(const measure::Measurement& measurement,
                                          std::span<const diagnosis::Diagnosis> diagnoses,
                                          const std::optional<Calibration>& calibration);

/// The same for people; empty if it is invalid, for the error says why.
[[nodiscard]] std::string measurementText(const measure::Measurement& measurement,
                                          std::span<const diagnosis::Diagnosis> diagnoses,
                                          const std::optional<Calibration>& calibration);

}  // namespace linecheck::cli
