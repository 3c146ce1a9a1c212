#include "plots/spectrum_grid.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "plots/ticks.h"
#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qreal kLabelGap = 6.0;
constexpr qreal kLeastLineGap = 24.0;  // Between level lines, so that their numbers do not touch.

// Lines on the pixel, so that they are one pixel wide.
void drawVertical(QPainter& painter, qreal x, const QRectF& area) {
  const qreal at = std::floor(x) + 0.5;
  painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
}

void drawHorizontal(QPainter& painter, qreal y, const QRectF& area) {
  const qreal at = std::floor(y) + 0.5;
  painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at));
}

void drawFrequencies(QPainter& painter, const PlotScales& scales, const Palette& palette) {
  for (const Tick& tick : frequencyTicks(scales.lowHz(), scales.highHz())) {
    painter.setPen(tick.label.isEmpty() ? mixed(palette[Role::ground], palette[Role::line], 0.55)
                                        : palette[Role::line]);
    drawVertical(painter, scales.xOf(tick.value), scales.area());
  }
  drawFrequencyLabels(painter, scales, palette);
}

std::vector<Tick> levelTicks(const PlotScales& scales, const LevelScale& levels) {
  if (levels.unit() == LevelUnit::volts) return voltTicks(scales.levels(), levels.offset());
  const double decibelsPerPixel = scales.levels().span() / scales.area().height();
  const double fits = kLeastLineGap * decibelsPerPixel;
  // 10 dB is what the eye is used to; finer only in a close view, coarser where it does not fit.
  const double step = scales.levels().span() > 40.0 ? std::max(10.0, niceStep(fits))
                                                    : niceStep(std::max(fits, 0.1));
  return decibelTicks(scales.levels(), step, levels.offset());
}

void drawLevels(QPainter& painter, const PlotScales& scales, const LevelScale& levels,
                const Palette& palette) {
  const QRectF& area = scales.area();
  const QFontMetricsF metrics(painter.font());
  const qreal right = area.left() - kLabelGap;
  for (const Tick& tick : levelTicks(scales, levels)) {
    const qreal y = scales.yOf(tick.value);
    painter.setPen(palette[Role::line]);
    drawHorizontal(painter, y, area);
    const qreal base = y + metrics.capHeight() / 2;
    if (tick.label.isEmpty() || base > area.bottom() + 1) continue;
    painter.setPen(palette[Role::quietText]);
    painter.drawText(QPointF(right - metrics.horizontalAdvance(tick.label), base), tick.label);
  }
  // Volts are written out at each line; decibels have their unit once, above the numbers.
  if (levels.unit() == LevelUnit::volts) return;
  const QString unit = unitName(levels.unit());
  painter.setPen(palette[Role::quietText]);
  painter.drawText(QPointF(right - metrics.horizontalAdvance(unit), area.top() - 2 * kLabelGap),
                   unit);
}

}  // namespace

void drawFrequencyLabels(QPainter& painter, const PlotScales& scales, const Palette& palette) {
  const QRectF& area = scales.area();
  const QFontMetricsF metrics(painter.font());
  const qreal base = area.bottom() + kLabelGap + metrics.ascent();
  // The unit stands in the margin at the right end.
  const qreal unitLeft = area.right() + 2 * kLabelGap;
  painter.setPen(palette[Role::quietText]);
  qreal free = 0;
  for (const Tick& tick : frequencyTicks(scales.lowHz(), scales.highHz())) {
    const qreal width = metrics.horizontalAdvance(tick.label);
    const qreal left = scales.xOf(tick.value) - width / 2;
    if (tick.label.isEmpty() || left < free || left + width > unitLeft - kLabelGap) continue;
    painter.drawText(QPointF(left, base), tick.label);
    free = left + width + kLabelGap;
  }
  painter.drawText(QPointF(unitLeft, base), QStringLiteral("Hz"));
}

void drawGrid(QPainter& painter, const PlotScales& scales, const LevelScale& levels,
              const Palette& palette) {
  painter.setFont(textFont(TextSize::caption));
  drawLevels(painter, scales, levels, palette);
  drawFrequencies(painter, scales, palette);
  painter.setPen(palette[Role::line]);
  drawVertical(painter, scales.area().left(), scales.area());
  drawHorizontal(painter, scales.area().bottom(), scales.area());
}

}  // namespace linecheck::ui
