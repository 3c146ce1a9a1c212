#pragma once

#include <optional>
#include <span>

#include "diagnosis/diagnosis.h"
#include "json/value.h"
#include "measure/analysis.h"
#include "units/calibration.h"

namespace linecheck::cli {

/// `channels[]` of linecheck.analysis/1 and linecheck.measurement/1; `firstNumber` counts from 1;
/// `diagnoses` has one for each channel.
/// With a calibration the main levels stand there in dBu too.
[[nodiscard]] json::Array channelsJson(std::span<const measure::ChannelAnalysis> channels,
                                       std::span<const diagnosis::Diagnosis> diagnoses,
                                       int firstNumber,
                                       const std::optional<Calibration>& calibration);

}  // namespace linecheck::cli
