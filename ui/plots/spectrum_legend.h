#pragma once

#include <QPainter>
#include <vector>

#include "plots/chart_painting.h"
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

/// What is to be seen besides the live traces.
struct LegendContent {
  bool held = false;
  bool frozen = false;
  std::vector<LegendEntry> overlays;  ///< In a line of their own.
};

/// Names the traces at the top right of the plot, and says when the picture stands still.
void drawLegend(QPainter& painter, const PlotScales& scales, const Palette& palette,
                const LegendContent& content);

}  // namespace linecheck::ui
