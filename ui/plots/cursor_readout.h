#pragma once

#include <QPainter>

#include "plots/plot_scales.h"
#include "plots/spectrum_cursor.h"
#include "text/level_scale.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// Draws the cursor through what it reads, with frequency and level beside it.
void drawCursor(QPainter& painter, const PlotScales& scales, const CursorReading& reading,
                const LevelScale& levels, const Palette& palette);

/// "50.0 Hz, −61.2 dBFS", for screen readers.
[[nodiscard]] QString cursorText(const CursorReading& reading, const LevelScale& levels);

}  // namespace linecheck::ui
