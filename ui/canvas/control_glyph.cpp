#include "canvas/control_glyph.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <QtMath>

#include "canvas/card_geometry.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qreal kSwitchRadius = 4;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

// All positions side by side, the present one filled.
void drawPositions(QPainter& painter, const Palette& palette, const ControlView& control,
                   const std::vector<QRectF>& faces) {
  const QRectF all = faces.front().united(faces.back());
  QPainterPath outline;
  outline.addRoundedRect(all.adjusted(0.5, 0.5, -0.5, -0.5), kSwitchRadius, kSwitchRadius);
  painter.fillPath(outline, palette[Role::ground]);
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const bool isHere = control.stands == static_cast<int>(i);
    if (isHere) {
      QPainterPath knob;
      knob.addRoundedRect(faces[i].adjusted(1.5, 1.5, -1.5, -1.5), kSwitchRadius - 1,
                          kSwitchRadius - 1);
      painter.fillPath(knob, palette[Role::text]);
    }
    painter.setPen(isHere ? palette[Role::ground] : palette[Role::quietText]);
    painter.drawText(faces[i], Qt::AlignCenter, control.positions[i]);
  }
  painter.setPen(QPen(palette[Role::power], 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(outline);
}

// The present position alone, with an arrow that there are more.
void drawPill(QPainter& painter, const Palette& palette, const ControlView& control,
              const QRectF& face) {
  painter.setPen(QPen(palette[Role::power], 1));
  painter.setBrush(palette[Role::ground]);
  painter.drawRoundedRect(face.adjusted(0.5, 0.5, -0.5, -0.5), kSwitchRadius, kSwitchRadius);
  const QRectF room = face.adjusted(7, 0, -18, 0);
  painter.setPen(control.stands ? palette[Role::text] : palette[Role::quietText]);
  const QString text = control.stands ? control.positions[static_cast<std::size_t>(*control.stands)]
                                      : Text::tr("not told");
  painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, room.width()));
  const QPointF c(face.right() - 10, face.center().y());
  painter.setPen(QPen(palette[Role::quietText], 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(QPolygonF{c + QPointF(-3, -1.5), c + QPointF(0, 1.5), c + QPointF(3, -1.5)});
}

// A dial from seven to five o'clock.
void drawKnob(QPainter& painter, const Palette& palette, const ControlView& control,
              const QRectF& face) {
  const QPointF c = face.center();
  const qreal r = face.width() / 2 - 2;
  constexpr qreal kFirst = 240.0;  // Degrees, counter-clockwise from three o'clock.
  constexpr qreal kSweep = -300.0;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(palette[Role::power], 1.6, Qt::SolidLine, Qt::RoundCap));
  const QRectF ring(c.x() - r, c.y() - r, 2 * r, 2 * r);
  painter.drawArc(ring, static_cast<int>(kFirst * 16), static_cast<int>(kSweep * 16));
  if (!control.travel) return;
  painter.setPen(QPen(palette[Role::text], 2, Qt::SolidLine, Qt::RoundCap));
  painter.drawArc(ring, static_cast<int>(kFirst * 16),
                  static_cast<int>(kSweep * *control.travel * 16));
  const qreal angle = qDegreesToRadians(kFirst + kSweep * *control.travel);
  const QPointF way(std::cos(angle), -std::sin(angle));
  painter.drawLine(c + way * 1.5, c + way * (r - 1));
}

}  // namespace

void drawControl(QPainter& painter, const Palette& palette, const CardView& card,
                 std::size_t index) {
  const ControlView& control = card.controls[index];
  const QRectF row = card::controlRow(card, index);
  const QRectF face = card::controlFace(card, index);
  const QFontMetricsF metrics(painter.font());
  qreal free = face.left();
  if (control.positions.empty()) {
    drawKnob(painter, palette, control, face);
    const QString reading = control.reading.isEmpty() ? QStringLiteral("—") : control.reading;
    painter.setPen(control.reading.isEmpty() ? palette[Role::quietText] : palette[Role::text]);
    free = face.left() - 6 - metrics.horizontalAdvance(reading);
    painter.drawText(QPointF(free, row.center().y() + metrics.capHeight() / 2), reading);
  } else if (const auto faces = card::positionFaces(card, index); !faces.empty()) {
    drawPositions(painter, palette, control, faces);
  } else {
    drawPill(painter, palette, control, face);
  }
  if (card::isNamedByPositions(control)) return;
  painter.setPen(palette[Role::quietText]);
  const qreal room = free - row.left() - space::kTight;
  painter.drawText(QPointF(row.left(), row.center().y() + metrics.capHeight() / 2),
                   metrics.elidedText(control.label, Qt::ElideRight, room));
}

}  // namespace linecheck::ui
