#pragma once

#include <QPainter>

#include "canvas/chain_view.h"

namespace linecheck::ui {

/// Draws the face of a connector into a square box: `ink` for its lines, `fill` behind them.
void drawConnector(QPainter& painter, const QRectF& box, ConnectorShape shape, const QColor& ink,
                   const QColor& fill);

}  // namespace linecheck::ui
