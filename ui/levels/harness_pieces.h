#pragma once

#include <QPainter>

#include "levels/harness_layout.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// What stands out is accent, what stays is quiet, in a first step all have their own colour.
[[nodiscard]] QColor inkOf(const Palette& palette, Role own, Emphasis emphasis);

void drawPiece(QPainter& painter, const Palette& palette, const LaidPiece& piece);

}  // namespace linecheck::ui
