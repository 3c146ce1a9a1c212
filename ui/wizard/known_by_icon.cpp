#include "wizard/known_by_icon.h"

#include <QPainterPath>

namespace linecheck::ui {

void drawKnownByIcon(QPainter& painter, const QRectF& box, setup::KnownBy by, const QColor& ink) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(ink, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  // Drawn on 14 × 14.
  painter.translate(box.topLeft());
  painter.scale(box.width() / 14.0, box.height() / 14.0);
  switch (by) {
    case setup::KnownBy::measured:
      painter.drawArc(QRectF(1.5, 2.5, 11, 11), 20 * 16, 140 * 16);
      painter.drawLine(QPointF(7, 10.5), QPointF(10, 5.5));
      painter.drawLine(QPointF(4, 11.5), QPointF(10, 11.5));
      break;
    case setup::KnownBy::system:
      painter.drawRoundedRect(QRectF(1.5, 2, 11, 7.5), 1.2, 1.2);
      painter.drawLine(QPointF(7, 9.5), QPointF(7, 12));
      painter.drawLine(QPointF(4.5, 12), QPointF(9.5, 12));
      break;
    case setup::KnownBy::chain: {
      painter.drawRoundedRect(QRectF(1, 2, 4.5, 6), 1, 1);
      painter.drawRoundedRect(QRectF(8.5, 6, 4.5, 6), 1, 1);
      QPainterPath cable(QPointF(5.5, 5));
      cable.cubicTo(QPointF(8, 5), QPointF(6, 9), QPointF(8.5, 9));
      painter.drawPath(cable);
      break;
    }
    case setup::KnownBy::user:
      painter.drawRoundedRect(QRectF(1.5, 1.5, 11, 11), 2, 2);
      painter.drawPolyline(QPolygonF{QPointF(4, 7.2), QPointF(6.2, 9.5), QPointF(10.2, 4.6)});
      break;
  }
  painter.restore();
}

}  // namespace linecheck::ui
