#include "plots/spectrum_legend.h"

#include <QCoreApplication>
#include <cmath>

#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("SpectrumLegend", text);
}

constexpr qreal kSample = 16, kGap = 6, kBetween = 16, kInset = 8;

// One line of entries that ends left of `right`'s x; returns where the next begins.
qreal drawRow(QPainter& painter, const std::vector<LegendEntry>& entries, QPointF right,
              const Palette& palette) {
  const QFont plain = textFont(TextSize::caption);
  const QFont strong = textFont(TextSize::caption, QFont::DemiBold);
  const QFontMetricsF metrics(plain);
  const auto markWidth = [&](const LegendEntry& entry) {
    return entry.mark.isEmpty() ? 0.0 : QFontMetricsF(strong).horizontalAdvance(entry.mark) + kGap;
  };
  qreal width = (static_cast<qreal>(entries.size()) - 1) * kBetween;
  for (const LegendEntry& entry : entries) {
    width += kSample + kGap + markWidth(entry) + metrics.horizontalAdvance(entry.name);
  }
  const QRectF box(right.x() - width - 3 * kInset, right.y(), width + 2 * kInset,
                   metrics.height() + kInset);
  QColor veil = palette[Role::ground];
  veil.setAlphaF(0.85F);
  painter.fillRect(box, veil);
  qreal x = box.left() + kInset;
  const qreal middle = std::floor(box.center().y()) + 0.5;
  const qreal base = box.center().y() + metrics.capHeight() / 2;
  for (const LegendEntry& entry : entries) {
    painter.setPen(entry.colour);
    painter.drawLine(QPointF(x, middle), QPointF(x + kSample, middle));
    x += kSample + kGap;
    painter.setFont(strong);
    painter.drawText(QPointF(x, base), entry.mark);
    x += markWidth(entry);
    painter.setFont(plain);
    painter.setPen(palette[Role::quietText]);
    painter.drawText(QPointF(x, base), entry.name);
    x += metrics.horizontalAdvance(entry.name) + kBetween;
  }
  return box.bottom();
}

}  // namespace

TraceColours traceColours(const Palette& palette) {
  QColor tint = palette[Role::digital];
  tint.setAlphaF(palette.isDark() ? 0.13F : 0.10F);
  return {palette[Role::digital],
          withContrast(mixed(palette[Role::ground], palette[Role::digital], 0.5),
                       palette[Role::ground], 3.0),
          palette[Role::accent], tint};
}

void drawLegend(QPainter& painter, const PlotScales& scales, const Palette& palette,
                const LegendContent& content) {
  const TraceColours colours = traceColours(palette);
  std::vector<LegendEntry> live{{{}, tr("Average"), colours.mean},
                                {{}, tr("Maximum"), colours.greatest}};
  if (content.held) live.push_back({{}, tr("Peak hold"), colours.held});
  painter.save();
  const QRectF& area = scales.area();
  const qreal below = drawRow(painter, live, {area.right(), area.top() + kInset}, palette);
  if (!content.overlays.empty()) {
    drawRow(painter, content.overlays, {area.right(), below}, palette);
  }
  if (content.frozen) {
    painter.setFont(textFont(TextSize::body, QFont::DemiBold));
    painter.setPen(palette[Role::accent]);
    painter.drawText(QPointF(area.left() + 2 * kInset, below - kInset), tr("Frozen"));
  }
  painter.restore();
}

}  // namespace linecheck::ui
