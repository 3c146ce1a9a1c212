#pragma once

#include <QPainter>

#include "plots/mains_marks.h"
#include "plots/plot_scales.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// Draws the mains harmonics along the plot's top edge: "50", "3×", "5×" …, strong with a line down
/// the plot where they were detected, quiet where they were only looked for.
void drawMainsLane(QPainter& painter, const PlotScales& scales, const MainsMarks& mains,
                   const Palette& palette);

/// How much room the lane takes above the plot's area.
inline constexpr qreal kMainsLaneHeight = 22.0;

}  // namespace linecheck::ui
