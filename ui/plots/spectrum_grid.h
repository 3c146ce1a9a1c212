#pragma once

#include <QPainter>

#include "plots/plot_scales.h"
#include "text/level_scale.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// Draws grid lines, numbers and units around the plot's area.
void drawGrid(QPainter& painter, const PlotScales& scales, const LevelScale& levels,
              const Palette& palette);

/// Draws the frequencies below the plot's area, in the painter's font; their unit stands once.
void drawFrequencyLabels(QPainter& painter, const PlotScales& scales, const Palette& palette);

/// How much room they take there.
inline constexpr int kFrequencyLabelHeight = 26;

}  // namespace linecheck::ui
