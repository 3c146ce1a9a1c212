#include <QCoreApplication>

#include "levels/harness_details.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Harness)
};

using Edge = HarnessBuilder::Edge;
using Kind = LaidPiece::Kind;
using measure::Terminal;

// The known resistor from the cable at `node` to ground, at the height `y`; its right end.
qreal addLoad(HarnessBuilder& builder, std::size_t link, QPointF node, qreal y) {
  const qreal step = builder.scale().badge * 0.7;
  const Emphasis emphasis = builder.emphasisOf(link);
  const QPointF left(node.x() + step, y);
  const QPointF right = addResistor(builder, left, emphasis);
  const qreal size = builder.scale().badge * 0.8;
  const QPointF ground(right.x() + step, y);
  addWire(builder, {right, ground}, emphasis);
  builder.piece(Kind::ground, QRectF(ground.x(), y - size / 2, size * 0.6, size), emphasis);
  QPainterPath path(node);
  path.lineTo(node.x(), y);
  path.lineTo(left);
  addNode(builder, node, emphasis);
  const qreal badge = ground.x() + size * 0.6 + builder.scale().badge * 0.9;
  builder.link(link, path, {badge, y});
  return badge + builder.scale().badge / 2;
}

}  // namespace

void layOutLoaded(HarnessBuilder& builder) {
  standTested(builder, 7.6);
  const QRectF m = builder.middle();
  const qreal upper = m.top() + m.height() * 0.14, lower = m.bottom() - m.height() * 0.14;
  builder.legJack(Terminal::testedLeft, tested(builder, 0), Edge::left, upper);
  builder.legJack(Terminal::testedRight, tested(builder, 1), Edge::left, lower);
  builder.legJack(Terminal::lineIn1, lineIn(builder, 0), Edge::right, upper);
  builder.legJack(Terminal::lineIn2, lineIn(builder, 1), Edge::right, lower);
  QPointF nodes[2];
  for (std::size_t i = 0; i < 2; ++i) {
    const LaidLink& cable = builder.link(i, 0.72);
    const qreal share = (builder.scale().plug + 2) / cable.path.length();
    nodes[i] = cable.path.pointAtPercent(share);
  }
  const qreal step = (lower - upper) * 0.33;
  const qreal used = addLoad(builder, 2, nodes[0], upper + step);
  addLoad(builder, 3, nodes[1], lower - step);
  const qreal line = builder.lineHeight();
  const QRectF room(used + line, upper + line * 1.4, m.right() - used - 2 * line,
                    lower - upper - line * 2.4);
  if (builder.isRoomy() && room.width() > line * 9 && room.height() > line * 4) {
    const qreal spare = (room.height() - line * 4.6) / 2;
    drawLoadAcross(builder, room.adjusted(0, 0, 0, -std::max(spare, 0.0)));
  }
}

void layOutSeriesOpen(HarnessBuilder& builder) {
  standLines(builder, 1, 2, 0.35, 9);
  const QRectF m = builder.middle();
  const qreal upper = m.top() + m.height() * 0.2, lower = m.top() + m.height() * 0.78;
  builder.legJack(Terminal::lineOut1, lineOut(builder, 0), Edge::left, (upper + lower) / 2);
  builder.legJack(Terminal::lineIn1, lineIn(builder, 0), Edge::right, upper);
  builder.legJack(Terminal::lineIn2, lineIn(builder, 1), Edge::right, lower);
  const QPointF near(m.center().x() - resistorWidth(builder) * 0.3, lower);
  const QPointF far = addResistor(builder, near, builder.emphasisOf(1));
  builder.anchor(Terminal::resistorNear, near, {-1, 0});
  builder.anchor(Terminal::resistorFar, far, {1, 0});
  builder.link(0, 0.6);
  builder.link(1);
  builder.link(2);
}

void layOutSeriesLoad(HarnessBuilder& builder) {
  standLines(builder, 1, 2, 0.35, 9.4, true);
  const QRectF m = builder.middle();
  const qreal badge = builder.scale().badge;
  const auto y = [&m](qreal share) { return m.top() + m.height() * share; };
  builder.legJack(Terminal::lineOut1, lineOut(builder, 0), Edge::left, y(0.3));
  builder.legJack(Terminal::lineIn1, lineIn(builder, 0), Edge::right, y(0.12));
  builder.legJack(Terminal::lineIn2, lineIn(builder, 1), Edge::right, y(0.48));
  builder.legJack(Terminal::lineIn2Ground, contact(Text::tr("Ground")), Edge::right, y(0.86));
  const QPointF near(m.center().x() - resistorWidth(builder) * 0.4, y(0.48));
  const QPointF end = addResistor(builder, near, builder.emphasisOf(1));
  const QPointF far = end + QPointF(badge * 0.6, 0);
  addWire(builder, {end, far}, builder.emphasisOf(1));
  builder.anchor(Terminal::resistorNear, near, {-1, 0});
  builder.anchor(Terminal::resistorFar, far, {1, 0});
  builder.link(0, 0.62);
  builder.link(1);
  builder.link(2);

  const Emphasis isNew = builder.emphasisOf(3);
  const qreal size = badge * 1.4;
  const QRectF phones(far.x() - badge * 0.9 - size, y(0.86) - size * 0.75, size, size);
  builder.piece(Kind::headphones, phones, isNew);
  builder.text(Text::tr("One side"), {phones.left() - 4, phones.center().y()}, Qt::AlignRight,
               Role::text, {}, phones.left() - 4 - m.left());
  const QPointF tip(phones.right(), y(0.86) - size * 0.45);
  const QPointF sleeve(phones.right(), y(0.86));
  QPainterPath path(far);
  path.lineTo(far.x(), tip.y());
  path.lineTo(tip);
  builder.anchor(Terminal::earpiece, tip, {1, 0});
  builder.anchor(Terminal::earpieceGround, sleeve, {1, 0});
  addNode(builder, far, isNew);
  builder.link(3, path, {far.x(), (far.y() + tip.y()) / 2});
  builder.link(4, 0.6);
}

}  // namespace linecheck::ui
