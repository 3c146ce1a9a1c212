#pragma once

#include <QPainter>

#include "setup/item.h"

namespace linecheck::ui {

/// How something is known, as a shape: a meter's needle, a screen, a plug and socket, a hand's
/// tick. Goes beside its word.
void drawKnownByIcon(QPainter& painter, const QRectF& box, setup::KnownBy by, const QColor& ink);

}  // namespace linecheck::ui
