#pragma once

#include <QPainter>
#include <span>

#include "plots/plot_scales.h"

namespace linecheck::ui {

/// Draws one level (dBFS) per device pixel column of the plot's area as a hair line. One-pixel
/// segments without smoothing: wider or smoothed lines cost ten times as much.
void drawTrace(QPainter& painter, const PlotScales& scales, std::span<const float> levels,
               const QColor& colour);

}  // namespace linecheck::ui
