#include "plots/spectrum_legend.h"

#include <QCoreApplication>
#include <vector>

#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("SpectrumLegend", text);
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

void drawLegend(QPainter& painter, const PlotScales& scales, const Palette& palette, bool held,
                bool frozen) {
  struct Entry {
    QColor colour;
    QString name;
  };
  const TraceColours colours = traceColours(palette);
  std::vector<Entry> entries{{colours.mean, tr("Average")}, {colours.greatest, tr("Maximum")}};
  if (held) entries.push_back({colours.held, tr("Peak hold")});

  constexpr qreal kSample = 16, kGap = 6, kBetween = 16, kInset = 8;
  painter.save();
  painter.setFont(textFont(TextSize::caption));
  const QFontMetricsF metrics(painter.font());
  qreal width = (static_cast<qreal>(entries.size()) - 1) * kBetween;
  for (const Entry& entry : entries) {
    width += kSample + kGap + metrics.horizontalAdvance(entry.name);
  }
  const QRectF& area = scales.area();
  const QRectF box(area.right() - width - 3 * kInset, area.top() + kInset, width + 2 * kInset,
                   metrics.height() + kInset);
  QColor veil = palette[Role::ground];
  veil.setAlphaF(0.85F);
  painter.fillRect(box, veil);
  qreal x = box.left() + kInset;
  const qreal middle = std::floor(box.center().y()) + 0.5;
  const qreal base = box.center().y() + metrics.capHeight() / 2;
  for (const Entry& entry : entries) {
    painter.setPen(entry.colour);
    painter.drawLine(QPointF(x, middle), QPointF(x + kSample, middle));
    painter.setPen(palette[Role::quietText]);
    painter.drawText(QPointF(x + kSample + kGap, base), entry.name);
    x += kSample + kGap + metrics.horizontalAdvance(entry.name) + kBetween;
  }
  if (frozen) {
    painter.setFont(textFont(TextSize::body, QFont::DemiBold));
    painter.setPen(palette[Role::accent]);
    painter.drawText(QPointF(area.left() + 2 * kInset, base), tr("Frozen"));
  }
  painter.restore();
}

}  // namespace linecheck::ui
