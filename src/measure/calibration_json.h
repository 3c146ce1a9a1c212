#pragma once

#include "json/reader.h"
#include "json/value.h"
#include "measure/calibration_record.h"

/// How calibrations are written in a file.
namespace linecheck::measure {

/// A record of either kind, `{"kind": "full_scale", …}` or `{"kind": "loop_gain", …}`, with its
/// faults told to the cursor's reader.
[[nodiscard]] CalibrationRecord readCalibration(const json::Cursor& place);

[[nodiscard]] json::Object toJson(const CalibrationRecord& record);

}  // namespace linecheck::measure
