#pragma once

#include <optional>
#include <span>
#include <string>

#include "diagnosis/diagnosis.h"
#include "measure/analysis.h"
#include "units/calibration.h"

namespace linecheck::cli {

/// The channels as tables for people, each with its verdict first: one of
/// `diagnoses` for each channel. `firstNumber` counts from 1.
[[nodiscard]] std::string channelsText(std::span<const measure::ChannelAnalysis> channels,
                                       std::span<const diagnosis::Diagnosis> diagnoses,
                                       int firstNumber,
                                       const std::optional<Calibration>& calibration);

}  // namespace linecheck::cli
