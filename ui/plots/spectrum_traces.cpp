#include "plots/spectrum_traces.h"

#include <QPolygonF>

#include "plots/device_columns.h"

namespace linecheck::ui {

void drawTrace(QPainter& painter, const PlotScales& scales, std::span<const float> levels,
               const QColor& colour) {
  const qreal ratio = painter.device()->devicePixelRatioF();
  const DeviceColumns columns(scales, ratio);
  QPolygonF line;
  line.reserve(static_cast<qsizetype>(levels.size()));
  qreal x = columns.left;
  for (const float level : levels) line << QPointF(x++, columns.yOf(level));
  painter.save();
  painter.setClipRect(scales.area());
  painter.scale(1.0 / ratio, 1.0 / ratio);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(colour, 0));
  painter.drawPolyline(line);
  painter.restore();
}

}  // namespace linecheck::ui
