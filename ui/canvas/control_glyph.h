#pragma once

#include <QPainter>

#include "canvas/chain_view.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// Draws a control of a card in its row: its name, and the switch or knob as it stands. Where
/// nobody has told, no position is filled and a knob has no pointer.
void drawControl(QPainter& painter, const Palette& palette, const CardView& card,
                 std::size_t index);

}  // namespace linecheck::ui
