#include "plots/cursor_readout.h"

#include <algorithm>
#include <cmath>

#include "text/tabular.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qreal kGap = 10.0;
constexpr qreal kThin = 3.0;

qreal width(const Reading& reading, const QFont& number, const QFont& unit) {
  return tabularWidth(number, reading.number) + kThin +
         QFontMetricsF(unit).horizontalAdvance(reading.unit);
}

void draw(QPainter& painter, QPointF at, const Reading& reading, const QFont& number,
          const QFont& unit, const Palette& palette) {
  painter.setFont(number);
  painter.setPen(palette[Role::text]);
  const qreal advance = drawTabular(painter, at, reading.number);
  painter.setFont(unit);
  painter.setPen(palette[Role::quietText]);
  painter.drawText(at + QPointF(advance + kThin, 0), reading.unit);
}

}  // namespace

void drawCursor(QPainter& painter, const PlotScales& scales, const CursorReading& reading,
                const LevelScale& levels, const Palette& palette) {
  const QRectF& area = scales.area();
  const qreal x = scales.xOf(reading.frequency.value());
  const qreal y = std::clamp(scales.yOf(reading.level.value()), area.top(), area.bottom());
  painter.save();
  const qreal pixel = std::floor(x) + 0.5;
  painter.setPen(palette[Role::accent]);
  painter.drawLine(QPointF(pixel, area.top()), QPointF(pixel, area.bottom()));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(palette[Role::accent], 1.5));
  painter.setBrush(palette[Role::ground]);
  painter.drawEllipse(QPointF(x, y), 4, 4);

  const QFont number = textFont(TextSize::body, QFont::DemiBold);
  const QFont unit = textFont(TextSize::caption);
  const Reading frequency = frequencyReading(reading.frequency, 2);
  const Reading level = levels.read(reading.level);
  const QFontMetricsF metrics(number);
  const qreal line = metrics.height() + 1;
  const QSizeF size(std::max(width(frequency, number, unit), width(level, number, unit)) + 2 * kGap,
                    2 * line + kGap);
  // Beside the cursor on the side with room, and above the line's top, so as to hide no other line.
  const bool right = x + kGap + size.width() <= area.right();
  QRectF box(QPointF(right ? x + kGap : x - kGap - size.width(), y - size.height() - kGap), size);
  const qreal highest = area.top() + kGap;
  box.moveTop(std::max(box.top(), highest));
  painter.setPen(palette[Role::line]);
  painter.setBrush(palette[Role::card]);
  painter.drawRoundedRect(box, space::kRadius, space::kRadius);
  const QPointF text = box.topLeft() + QPointF(kGap, kGap / 2 + metrics.ascent());
  draw(painter, text, frequency, number, unit, palette);
  draw(painter, text + QPointF(0, line), level, number, unit, palette);
  painter.restore();
}

QString cursorText(const CursorReading& reading, const LevelScale& levels) {
  return frequencyReading(reading.frequency, 2).text() + QStringLiteral(", ") +
         levels.read(reading.level).text();
}

}  // namespace linecheck::ui
