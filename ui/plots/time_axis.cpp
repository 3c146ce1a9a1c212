#include "plots/time_axis.h"

#include <algorithm>
#include <cmath>

#include "plots/ticks.h"
#include "text/reading.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qreal kLeastGap = 36.0;
constexpr qreal kLabelGap = 6.0;
constexpr qreal kTickWidth = 4.0;
constexpr std::size_t kPaceRows = 32;

}  // namespace

std::vector<TimeTick> timeTicks(const WaterfallHistory& history, std::size_t rows, double least) {
  const std::size_t shown = std::min(history.size(), rows);
  if (shown < 2) return {};
  const std::size_t sample = std::min(shown - 1, kPaceRows);
  const double perRow = history.ageOf(sample).value() / static_cast<double>(sample);
  if (!(perRow > 0.0)) return {};
  const double step = niceStep(perRow * least);
  const int decimals = static_cast<int>(std::max(0.0, std::ceil(-std::log10(step) - 1e-9)));
  std::vector<TimeTick> ticks;
  for (int n = 0;; ++n) {
    const auto row = history.rowAt(Seconds::of(n * step));
    if (!row || *row >= shown) return ticks;
    ticks.push_back(
        {*row,
         Reading{numberText(n == 0 ? 0.0 : -n * step, decimals), QStringLiteral("s")}.text()});
  }
}

void drawTimeAxis(QPainter& painter, const QRectF& area, qreal rowHeight,
                  const WaterfallHistory& history, const Palette& palette) {
  const auto rows = static_cast<std::size_t>(area.height() / rowHeight);
  painter.setFont(textFont(TextSize::caption));
  const QFontMetricsF metrics(painter.font());
  const qreal right = area.left() - kLabelGap;
  for (const TimeTick& tick : timeTicks(history, rows, kLeastGap / rowHeight)) {
    const qreal y = std::floor(area.top() + static_cast<qreal>(tick.row) * rowHeight) + 0.5;
    painter.setPen(palette[Role::line]);
    painter.drawLine(QPointF(area.left() - kTickWidth, y), QPointF(area.left(), y));
    painter.setPen(palette[Role::quietText]);
    painter.drawText(
        QPointF(right - metrics.horizontalAdvance(tick.label) - 1, y + metrics.capHeight() / 2),
        tick.label);
  }
}

}  // namespace linecheck::ui
