#pragma once

#include <QPainter>

#include "text/banner_state.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// The colour of a tone.
[[nodiscard]] Role roleOf(BannerState::Tone tone);

/// A tone as a shape of its own: ring, tick in a disc, mark in a triangle, mark in an octagon.
void drawToneIcon(QPainter& painter, const QRectF& box, BannerState::Tone tone,
                  const QColor& colour, const QColor& ink);

}  // namespace linecheck::ui
