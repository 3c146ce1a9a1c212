#pragma once

#include <span>
#include <vector>

#include "diagnosis/diagnosis.h"
#include "measure/measurement.h"

namespace linecheck::diagnosis {

/// Each channel by itself. Arguments as of `diagnoseSound`. Thread-safe: yes.
[[nodiscard]] std::vector<Diagnosis> diagnoseEach(std::span<const std::vector<double>> channels,
                                                  Hertz rate, const Listening& listening = {});

/// Of a measurement, each input channel; none if it is invalid. What it played is known.
[[nodiscard]] std::vector<Diagnosis> diagnoseEach(const measure::Measurement& measurement,
                                                  Listening listening = {});

}  // namespace linecheck::diagnosis
