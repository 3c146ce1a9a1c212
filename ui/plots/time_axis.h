#pragma once

#include <QPainter>

#include "plots/waterfall_history.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// A moment on the waterfall's time axis.
struct TimeTick {
  std::size_t row = 0;  ///< From the newest.
  QString label;        ///< "−2 s"
};

/// Ticks among the newest `rows` rows, `least` or more rows apart at the pace of the newest, by the
/// rows' own time; no tick where there is no row.
[[nodiscard]] std::vector<TimeTick> timeTicks(const WaterfallHistory& history, std::size_t rows,
                                              double least);

/// Draws the ticks left of `area`, whose rows are `rowHeight` high.
void drawTimeAxis(QPainter& painter, const QRectF& area, qreal rowHeight,
                  const WaterfallHistory& history, const Palette& palette);

}  // namespace linecheck::ui
