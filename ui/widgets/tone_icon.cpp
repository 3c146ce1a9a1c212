#include "widgets/tone_icon.h"

#include <QPainterPath>
#include <QtMath>

namespace linecheck::ui {
namespace {

QPainterPath octagon(const QRectF& box) {
  QPainterPath path;
  for (int i = 0; i < 8; ++i) {
    const qreal angle = qDegreesToRadians(22.5 + 45.0 * i);
    const QPointF corner =
        box.center() + QPointF(std::cos(angle), std::sin(angle)) * (box.width() / 2);
    if (i == 0) {
      path.moveTo(corner);
    } else {
      path.lineTo(corner);
    }
  }
  path.closeSubpath();
  return path;
}

QPainterPath triangle(const QRectF& box) {
  QPainterPath path(QPointF(box.center().x(), box.top() + 1));
  path.lineTo(box.right(), box.bottom() - 2);
  path.lineTo(box.left(), box.bottom() - 2);
  path.closeSubpath();
  return path;
}

void drawExclamation(QPainter& painter, QPointF centre, qreal height, const QColor& ink) {
  painter.setPen(QPen(ink, 2.4, Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(centre - QPointF(0, height / 2), centre + QPointF(0, height / 8));
  painter.drawPoint(centre + QPointF(0, height / 2));
}

}  // namespace

Role roleOf(BannerState::Tone tone) {
  switch (tone) {
    case BannerState::Tone::quiet:
      return Role::quietText;
    case BannerState::Tone::good:
      return Role::good;
    case BannerState::Tone::attention:
      return Role::attention;
    case BannerState::Tone::bad:
      return Role::bad;
  }
  return Role::quietText;
}

void drawToneIcon(QPainter& painter, const QRectF& box, BannerState::Tone tone,
                  const QColor& colour, const QColor& ink) {
  const QPointF c = box.center();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  switch (tone) {
    case BannerState::Tone::quiet:
      painter.setBrush(Qt::NoBrush);
      painter.setPen(QPen(colour, 2));
      painter.drawEllipse(box.adjusted(3, 3, -3, -3));
      break;
    case BannerState::Tone::good:
      painter.drawEllipse(box.adjusted(1, 1, -1, -1));
      painter.setPen(QPen(ink, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      painter.drawPolyline(
          QPolygonF{c + QPointF(-5, 0.5), c + QPointF(-1.5, 4), c + QPointF(5.5, -4)});
      break;
    case BannerState::Tone::attention:
      painter.drawPath(triangle(box));
      drawExclamation(painter, c + QPointF(0, 2.5), 9, ink);
      break;
    case BannerState::Tone::bad:
      painter.drawPath(octagon(box));
      drawExclamation(painter, c, 11, ink);
      break;
  }
  painter.restore();
}

}  // namespace linecheck::ui
