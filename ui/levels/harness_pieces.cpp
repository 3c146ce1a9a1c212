#include "levels/harness_pieces.h"

#include "levels/harness_details.h"

namespace linecheck::ui {
namespace {

void drawHeadphones(QPainter& painter, const QRectF& box, const QColor& ink) {
  const qreal w = box.width(), h = box.height();
  painter.setPen(QPen(ink, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawArc(QRectF(box.left() + w * 0.16, box.top() + h * 0.08, w * 0.68, h * 1.1), 0,
                  180 * 16);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink);
  for (const qreal x : {0.06, 0.7}) {
    painter.drawRoundedRect(QRectF(box.left() + w * x, box.top() + h * 0.52, w * 0.24, h * 0.42), 2,
                            2);
  }
}

void drawCable(QPainter& painter, const QRectF& box, const QColor& ink) {
  const qreal w = box.width(), y = box.center().y(), h = box.height();
  QPainterPath path(QPointF(box.left(), y + h * 0.25));
  path.cubicTo(box.left() + w * 0.3, y + h * 0.5, box.left() + w * 0.2, y, box.left() + w * 0.6, y);
  painter.setPen(QPen(ink, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(path);
  painter.fillRect(QRectF(box.left() + w * 0.58, y - h * 0.16, w * 0.26, h * 0.32), ink);
  painter.fillRect(QRectF(box.left() + w * 0.84, y - h * 0.06, w * 0.16, h * 0.12), ink);
}

void drawGround(QPainter& painter, const QRectF& box, const QColor& ink) {
  painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::FlatCap));
  for (int i = 0; i < 3; ++i) {
    const qreal half = box.height() * (0.5 - 0.17 * i);
    const qreal x = box.left() + box.width() * (0.1 + 0.35 * i);
    painter.drawLine(QPointF(x, box.center().y() - half), QPointF(x, box.center().y() + half));
  }
}

void drawJackPlug(QPainter& painter, const QRectF& box, const QColor& ink, const QColor& fill,
                  bool hasRing) {
  const qreal w = box.width(), h = box.height();
  const auto part = [&](qreal from, qreal to, qreal height) {
    return QRectF(box.left() + from * w + 1, box.center().y() - height * h / 2, (to - from) * w - 2,
                  height * h);
  };
  painter.setPen(QPen(ink, 1.4));
  painter.setBrush(ink);
  painter.drawRoundedRect(part(0, plug::kHandle, 1), 3, 3);
  painter.setBrush(fill);
  painter.drawRect(part(plug::kHandle, plug::kSleeve, 0.62));
  if (hasRing) painter.drawRect(part(plug::kSleeve, plug::kRing, 0.62));
  const QRectF tip = part(hasRing ? plug::kRing : plug::kSleeve, 1, 0.62);
  QPainterPath path(tip.topLeft());
  path.lineTo(tip.right() - tip.height() * 0.6, tip.top());
  path.quadTo(tip.right(), tip.top(), tip.right(), tip.center().y());
  path.quadTo(tip.right(), tip.bottom(), tip.right() - tip.height() * 0.6, tip.bottom());
  path.lineTo(tip.bottomLeft());
  path.closeSubpath();
  painter.drawPath(path);
}

void drawLoudspeaker(QPainter& painter, const QRectF& box, const QColor& ink) {
  const QRectF cabinet = box.adjusted(box.width() * 0.22, 0, -box.width() * 0.22, 0);
  painter.setPen(QPen(ink, 1.6));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(cabinet, 4, 4);
  const qreal r = cabinet.width() / 2;
  painter.drawEllipse(QPointF(cabinet.center().x(), cabinet.top() + box.height() * 0.26), r * 0.36,
                      r * 0.36);
  const QPointF woofer(cabinet.center().x(), cabinet.top() + box.height() * 0.68);
  painter.drawEllipse(woofer, r * 0.68, r * 0.68);
  painter.setBrush(ink);
  painter.drawEllipse(woofer, r * 0.18, r * 0.18);
}

void drawMicrophone(QPainter& painter, const QRectF& box, const QColor& ink) {
  // Held upright: a capsule on a thin neck over a body with its display.
  const qreal w = box.width(), h = box.height(), x = box.center().x();
  painter.setPen(QPen(ink, 1.6));
  painter.setBrush(ink);
  painter.drawRoundedRect(QRectF(x - w * 0.06, box.top(), w * 0.12, h * 0.14), 2, 2);
  painter.drawLine(QPointF(x, box.top() + h * 0.14), QPointF(x, box.top() + h * 0.32));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(x - w * 0.2, box.top() + h * 0.32, w * 0.4, h * 0.68), 4, 4);
  painter.drawRect(QRectF(x - w * 0.12, box.top() + h * 0.42, w * 0.24, h * 0.2));
}

void drawPlugBody(QPainter& painter, const QRectF& box, const QColor& ink, const QColor& fill) {
  painter.setPen(QPen(ink, 1.6));
  painter.setBrush(fill);
  painter.drawRoundedRect(box, 3, 3);
  painter.drawRect(QRectF(box.left() + box.width() * 0.25, box.center().y() - box.height() * 0.18,
                          box.width() * 0.5, box.height() * 0.36));
}

}  // namespace

QColor inkOf(const Palette& palette, Role own, Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::isNew:
      return palette[Role::accent];
    case Emphasis::stays:
      return palette[Role::power];
    case Emphasis::plain:
      break;
  }
  return palette[own];
}

void drawPiece(QPainter& painter, const Palette& palette, const LaidPiece& piece) {
  using Kind = LaidPiece::Kind;
  painter.save();
  const QRectF& box = piece.rect;
  const QColor& card = palette[Role::card];
  const bool isElectric = piece.kind == Kind::resistor || piece.kind == Kind::wire ||
                          piece.kind == Kind::node || piece.kind == Kind::ground;
  const QColor ink =
      inkOf(palette, isElectric ? Role::unbalanced : Role::quietText, piece.emphasis);
  switch (piece.kind) {
    case Kind::resistor:
      painter.setPen(QPen(ink, 2));
      painter.setBrush(card);
      painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2);
      break;
    case Kind::plug:
      drawPlugBody(painter, box, ink, card);
      break;
    case Kind::ground:
      drawGround(painter, box, ink);
      break;
    case Kind::node:
      painter.setPen(Qt::NoPen);
      painter.setBrush(ink);
      painter.drawEllipse(box);
      break;
    case Kind::headphones:
      drawHeadphones(painter, box, ink);
      break;
    case Kind::cable:
      drawCable(painter, box, ink);
      break;
    case Kind::loudspeaker:
      drawLoudspeaker(painter, box, ink);
      break;
    case Kind::microphone:
      drawMicrophone(painter, box, ink);
      break;
    case Kind::tipRingSleeve:
    case Kind::tipSleeve:
      drawJackPlug(painter, box, palette[Role::quietText], card, piece.kind == Kind::tipRingSleeve);
      break;
    case Kind::wire:
      painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
      painter.setBrush(Qt::NoBrush);
      painter.drawPath(piece.path);
      break;
  }
  if (piece.crossedOut) {
    // A margin of ground on both sides keeps the stroke apart from what it strikes out.
    for (const auto& [role, width] : {std::pair(Role::ground, 3.8), std::pair(Role::bad, 2.2)}) {
      painter.setPen(QPen(palette[role], width, Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(box.bottomLeft() + QPointF(2, -2), box.topRight() + QPointF(-2, 2));
    }
  }
  painter.restore();
}

}  // namespace linecheck::ui
