#include "canvas/connector_glyph.h"

#include <QtMath>

namespace linecheck::ui {
namespace {

void drawDot(QPainter& painter, QPointF at, qreal radius) {
  painter.drawEllipse(at, radius, radius);
}

// `pins` small dots evenly on a circle of radius `r`, the first at `startDegrees`.
void drawPins(QPainter& painter, QPointF centre, int pins, qreal r, qreal startDegrees,
              qreal radius) {
  for (int i = 0; i < pins; ++i) {
    const qreal angle = qDegreesToRadians(startDegrees + 360.0 * i / pins);
    drawDot(painter, centre + QPointF(std::cos(angle), std::sin(angle)) * r, radius);
  }
}

}  // namespace

void drawConnector(QPainter& painter, const QRectF& box, ConnectorShape shape, const QColor& ink,
                   const QColor& fill) {
  const QPointF c = box.center();
  const qreal r = box.width() / 2 - 1;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(ink, 1.4));
  painter.setBrush(fill);
  const auto solid = [&] {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
  };
  switch (shape) {
    case ConnectorShape::usb:
      painter.drawRoundedRect(QRectF(c.x() - r, c.y() - 0.5 * r, 2 * r, r), 0.5 * r, 0.5 * r);
      solid();
      painter.drawRect(QRectF(c.x() - 0.5 * r, c.y() - 0.1 * r, r, 0.2 * r));
      break;
    case ConnectorShape::rca:
      drawDot(painter, c, r);
      drawDot(painter, c, 0.55 * r);
      solid();
      drawDot(painter, c, 0.22 * r);
      break;
    case ConnectorShape::jack635:
      drawDot(painter, c, r);
      solid();
      drawDot(painter, c, 0.5 * r);
      break;
    case ConnectorShape::jack35:
      drawDot(painter, c, 0.75 * r);
      solid();
      drawDot(painter, c, 0.32 * r);
      break;
    case ConnectorShape::jack44:
      drawDot(painter, c, 0.85 * r);
      painter.setBrush(Qt::NoBrush);
      drawDot(painter, c, 0.5 * r);
      solid();
      drawDot(painter, c, 0.2 * r);
      break;
    case ConnectorShape::xlr:
      drawDot(painter, c, r);
      solid();
      drawPins(painter, c, 3, 0.5 * r, 90, 0.17 * r);
      break;
    case ConnectorShape::xlr4:
      drawDot(painter, c, r);
      solid();
      drawPins(painter, c, 4, 0.5 * r, 45, 0.16 * r);
      break;
    case ConnectorShape::combo:
      drawDot(painter, c, r);
      solid();
      drawDot(painter, c, 0.3 * r);
      drawPins(painter, c, 3, 0.68 * r, 90, 0.14 * r);
      break;
    case ConnectorShape::optical:
      painter.drawRoundedRect(QRectF(c.x() - 0.85 * r, c.y() - 0.85 * r, 1.7 * r, 1.7 * r), 2, 2);
      solid();
      painter.drawRect(QRectF(c.x() - 0.25 * r, c.y() - 0.25 * r, 0.5 * r, 0.5 * r));
      break;
    case ConnectorShape::wire:
      solid();
      drawDot(painter, c, 0.4 * r);
      break;
    case ConnectorShape::other:
      painter.drawRoundedRect(QRectF(c.x() - 0.8 * r, c.y() - 0.8 * r, 1.6 * r, 1.6 * r), 2, 2);
      break;
  }
  painter.restore();
}

}  // namespace linecheck::ui
