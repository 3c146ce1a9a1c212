#pragma once

#include <optional>

#include "measure/analysis.h"
#include "measure/spectrum_frame.h"
#include "text/figure.h"
#include "text/level_scale.h"

namespace linecheck::ui {

/// The rows of the results panel. `frame` gives what changes with each picture, `analysis` what
/// is read off the last seconds; either may still be missing. A frame that lost samples has no
/// figures at all.
[[nodiscard]] Figures resultFigures(const measure::SpectrumFrame* frame,
                                    const measure::ChannelAnalysis* analysis,
                                    const LevelScale& scale);

}  // namespace linecheck::ui
