#pragma once

#include <optional>
#include <string_view>

#include "chain/id.h"
#include "measure/parameters.h"
#include "prediction/lane_levels.h"
#include "prediction/loop.h"
#include "prediction/prediction.h"

namespace linecheck::prediction {

/// What else is known of a measurement.
struct Circumstances {
  std::optional<KnownGain> knownGain{};         ///< From a loop that was measured and saved.
  std::optional<chain::DeviceId> headphones{};  ///< Under test; empty: the only ones of the desk.
};

/// What the chain says of a procedure's figures, statements and traces, under the ids that its
/// reading has. What no profile tells is left out or has bounds only. docs/measurements.md gives
/// the formulas. `values` are the procedure's own, checked.
[[nodiscard]] Prediction predict(const Loop& loop, std::string_view procedure,
                                 const measure::Values& values,
                                 const Circumstances& circumstances = {});

}  // namespace linecheck::prediction
