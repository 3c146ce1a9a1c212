#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <vector>

namespace linecheck::ui {

/// The way of a power lead from an inlet down to a power point: straight lines with round corners,
/// beside cards that lie under the inlet instead of behind them. `order` keeps leads apart that
/// run side by side.
[[nodiscard]] QPainterPath powerRoute(QPointF inlet, QPointF outlet,
                                      const std::vector<QRectF>& cards, int order);

}  // namespace linecheck::ui
