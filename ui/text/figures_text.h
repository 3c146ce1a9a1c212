#pragma once

#include <optional>

#include "measure/analysis.h"
#include "text/figure.h"
#include "text/level_scale.h"

namespace linecheck::ui {

/// What changes with each picture: the level of the newest block.
struct LiveLevel {
  DecibelsFs rms;
  DecibelsPeak peak;
};

/// The rows of the results panel. `level` is of the newest block, `analysis` is read off the last
/// seconds without a gap; either may be missing (null).
[[nodiscard]] Figures resultFigures(const std::optional<LiveLevel>& level,
                                    const measure::ChannelAnalysis* analysis,
                                    const LevelScale& scale);

}  // namespace linecheck::ui
