#pragma once

#include <optional>

#include "measure/calibration_match.h"
#include "measure/capture.h"
#include "prediction/predict.h"

namespace linecheck::prediction {

/// The gain that was saved for the loop of a capture while all was right: better than what profiles
/// say. None if none was saved for its devices, rate and controls.
[[nodiscard]] std::optional<KnownGain> knownGain(const measure::Calibrations& calibrations,
                                                 const measure::Capture& capture,
                                                 const measure::ControlSettings& controls);

}  // namespace linecheck::prediction
