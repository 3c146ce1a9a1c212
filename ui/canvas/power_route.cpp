#include "canvas/power_route.h"

#include <algorithm>
#include <cmath>

namespace linecheck::ui {
namespace {

constexpr qreal kCorner = 7.0;
constexpr qreal kStub = 12.0;     // From an inlet to the first corner.
constexpr qreal kLaneGap = 16.0;  // From a card to the first lane beside it.
constexpr qreal kLaneWidth = 6.0;
constexpr int kLanes = 8;

QPainterPath rounded(const std::vector<QPointF>& corners) {
  QPainterPath path(corners.front());
  for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
    const QPointF in = corners[i] - corners[i - 1];
    const QPointF out = corners[i + 1] - corners[i];
    const qreal inLength = std::hypot(in.x(), in.y());
    const qreal outLength = std::hypot(out.x(), out.y());
    if (inLength < 0.5 || outLength < 0.5) continue;
    const qreal radius = std::min({kCorner, inLength / 2, outLength / 2});
    path.lineTo(corners[i] - in / inLength * radius);
    path.quadTo(corners[i], corners[i] + out / outLength * radius);
  }
  path.lineTo(corners.back());
  return path;
}

}  // namespace

QPainterPath powerRoute(QPointF inlet, QPointF outlet, const std::vector<QRectF>& cards,
                        int order) {
  const int lane = order % kLanes;
  const qreal bus = outlet.y() - 14.0 - lane * kLaneWidth;
  const QRectF below(inlet.x() - 1, inlet.y() + 2, 2, std::max(0.0, bus - inlet.y() - 2));
  const QRectF* first = nullptr;
  for (const QRectF& card : cards) {
    if (card.intersects(below) && (!first || card.top() < first->top())) first = &card;
  }
  if (!first) {
    return rounded({inlet, {inlet.x(), bus}, {outlet.x(), bus}, outlet});
  }
  const qreal x = first->left() - kLaneGap - lane * kLaneWidth;
  const qreal turn = std::min(inlet.y() + kStub, first->top() - 4);
  return rounded({inlet, {inlet.x(), turn}, {x, turn}, {x, bus}, {outlet.x(), bus}, outlet});
}

}  // namespace linecheck::ui
