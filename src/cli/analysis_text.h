#pragma once

#include <optional>
#include <span>
#include <string>

#include "measure/analysis.h"
#include "units/calibration.h"

namespace linecheck::cli {

/// The channels as tables for people, each with its verdict first. `firstNumber` counts from 1.
[[nodiscard]] std::string channelsText(std::span<const measure::ChannelAnalysis> channels,
                                       int firstNumber,
                                       const std::optional<Calibration>& calibration);

}  // namespace linecheck::cli
