#pragma once

#include <memory>
#include <vector>

#include "match/candidates.h"
#include "plots/bar_chart.h"
#include "plots/curve_chart.h"

namespace linecheck::ui {

// The pictures of what is put side by side. Their outputs keep letter and colour in all of them.

/// The programme's level against the knob, at each gain.
[[nodiscard]] CurvePicture loudnessPicture(const Candidates& all);
/// Loss, dashed, and deviation against frequency.
[[nodiscard]] CurvePicture responsePicture(const Candidates& all);
/// Power and current that each can give against what the target takes.
[[nodiscard]] BarPicture demandPicture(const Candidates& all);
/// The noise in the ear's own bands against the threshold of hearing.
[[nodiscard]] CurvePicture noisePicture(const Candidates& all);

[[nodiscard]] std::vector<std::shared_ptr<const Chart>> matchCharts(const Candidates& all);

}  // namespace linecheck::ui
