#pragma once

#include <QPainter>

#include "plots/plot_scales.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// What the traces are drawn in.
struct TraceColours {
  QColor mean;
  QColor greatest;
  QColor held;
  QColor tint;  ///< Below the mean; translucent.
};

[[nodiscard]] TraceColours traceColours(const Palette& palette);

/// Names the traces at the top right of the plot, and says when the picture stands still.
void drawLegend(QPainter& painter, const PlotScales& scales, const Palette& palette, bool held,
                bool frozen);

}  // namespace linecheck::ui
