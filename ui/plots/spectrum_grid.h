#pragma once

#include <QPainter>

#include "plots/plot_scales.h"
#include "text/level_scale.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// Draws grid lines, numbers and units around the plot's area.
void drawGrid(QPainter& painter, const PlotScales& scales, const LevelScale& levels,
              const Palette& palette);

}  // namespace linecheck::ui
