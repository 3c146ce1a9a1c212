// How the drawing answers mouse and keys.
#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "canvas/canvas_points.h"
#include "canvas/chain_canvas.h"
#include "canvas/pull_overlay.h"

namespace linecheck::ui {
namespace {

constexpr qreal kInletReach = 11.0;
constexpr qreal kGrid = 8.0;  // Cards come to rest on it.
constexpr double kZoomPerNotch = 1.2;
constexpr double kPanPerNotch = 60.0;
constexpr double kDegreesPerNotch = 120;  // Eighths of a degree, as Qt counts a wheel.

QPointF onGrid(QPointF at) {
  return {std::round(at.x() / kGrid) * kGrid, std::round(at.y() / kGrid) * kGrid};
}

}  // namespace

ChainCanvas::Hit ChainCanvas::hitAt(QPointF at) const {
  Hit hit;
  for (CardItem* item : scene_.cards()) {
    const QPointF inCard = at - item->pos();
    const QSizeF size = card::size(item->view());
    if (const auto connector = card::connectorAt(item->view(), inCard)) {
      return {item, connector, {}, false};
    }
    if (item->view().hasInlet && distance(inCard, card::inletAnchor(item->view())) < kInletReach) {
      return {item, {}, {}, true};
    }
    if (QRectF(QPointF(), size).contains(inCard)) {
      hit = {item, {}, card::controlAt(item->view(), inCard), false};
    }
  }
  if (hit.item) return hit;
  for (PowerPointItem* item : scene_.powerPoints()) {
    const QPointF inItem = at - item->pos();
    const QSizeF size = powerPointSize();
    const bool isInlet =
        item->view().hasInlet && distance(inItem, {size.width() / 2, size.height()}) < kInletReach;
    if (isInlet || QRectF(QPointF(), size).contains(inItem)) return {item, {}, {}, isInlet};
  }
  // Cables lie over power leads.
  for (CableItem* item : scene_.cables()) {
    if (item->boundingRect().contains(at) && item->shape().contains(at))
      return {item, {}, {}, false};
  }
  for (PowerLeadItem* item : scene_.powerLeads()) {
    if (item->boundingRect().contains(at) && item->shape().contains(at))
      return {item, {}, {}, false};
  }
  return hit;
}

void ChainCanvas::mousePressEvent(QMouseEvent* event) {
  const QPointF at = mapToScene(event->pos());
  if (event->button() == Qt::MiddleButton) {
    deed_ = Pan{event->pos()};
    setCursor(Qt::ClosedHandCursor);
    return;
  }
  if (event->button() != Qt::LeftButton) return;
  const Hit hit = hitAt(at);
  if (!hit.item) {
    select({});
    deed_ = Pan{event->pos()};
    return;
  }
  select(hit.item->part());
  auto* item = qgraphicsitem_cast<CardItem*>(hit.item);
  if (hit.isInlet || qgraphicsitem_cast<PowerPointItem*>(hit.item)) {
    beginPower(*hit.item);
  } else if (item && hit.connector) {
    beginCable(*item, *hit.connector);
  } else if (item && hit.control) {
    operate(*item, *hit.control, at, event->globalPosition().toPoint());
  } else if (item) {
    deed_ = MoveCard{item, at - item->pos(), false};
  }
}

void ChainCanvas::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = mapToScene(event->pos());
  if (auto* move = std::get_if<MoveCard>(&deed_)) {
    const QPointF place = at - move->grip;
    if (!move->hasMoved && distance(place, move->card->pos()) * transform().m11() <
                               QApplication::startDragDistance() / 2.0) {
      return;
    }
    move->hasMoved = true;
    scene_.moveCard(*move->card, place);
  } else if (auto* pull = std::get_if<Pull>(&deed_)) {
    overlay_->moveTo(at, nearest(*pull, at));
  } else if (auto* knob = std::get_if<Turn>(&deed_)) {
    turn(*knob, at);
  } else if (auto* pan = std::get_if<Pan>(&deed_)) {
    const QPoint by = event->pos() - pan->last;
    if (by.isNull()) return;
    pan->last = event->pos();
    isFitted_ = false;
    setCursor(Qt::ClosedHandCursor);
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
  } else {
    point(at);
  }
}

// Shows what a press would do, and what lies there.
void ChainCanvas::point(QPointF at) {
  const Hit hit = hitAt(at);
  const bool isSocket = hit.connector || hit.isInlet;
  setCursor(isSocket ? Qt::CrossCursor : hit.control ? Qt::PointingHandCursor : Qt::ArrowCursor);
  QString tip = hit.item ? hit.item->toolTip() : QString();
  if (hit.connector) {
    const auto& view = connectorOf(*qgraphicsitem_cast<CardItem*>(hit.item), *hit.connector);
    tip = QStringLiteral("%1 (%2)").arg(view.label, view.type);
  }
  viewport()->setToolTip(tip);
}

void ChainCanvas::mouseReleaseEvent(QMouseEvent* event) {
  const Deed deed = std::move(deed_);
  deed_ = {};
  setCursor(Qt::ArrowCursor);
  if (const auto* move = std::get_if<MoveCard>(&deed); move && move->hasMoved) {
    const QPointF place = onGrid(move->card->pos());
    isFitted_ = false;
    document_.apply(chain::moveCard(document_.desk(),
                                    {chain::DeviceId(move->card->part()), place.x(), place.y()}));
  } else if (const auto* pull = std::get_if<Pull>(&deed)) {
    overlay_->end();
    endPull(*pull, mapToScene(event->pos()));
  } else if (const auto* knob = std::get_if<Turn>(&deed); knob && !knob->hasMoved) {
    Q_EMIT detailsWanted();
  }
}

void ChainCanvas::abandon() {
  if (auto* move = std::get_if<MoveCard>(&deed_)) scene_.resetCard(*move->card);
  overlay_->end();
  deed_ = {};
  setCursor(Qt::ArrowCursor);
}

void ChainCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  const Hit hit = hitAt(mapToScene(event->pos()));
  if (event->button() != Qt::LeftButton || !hit.item || hit.control) return;
  abandon();
  select(hit.item->part());
  Q_EMIT detailsWanted();
}

void ChainCanvas::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() == QContextMenuEvent::Mouse) {
    const Hit hit = hitAt(mapToScene(event->pos()));
    select(hit.item ? hit.item->part() : std::string());
    const auto* item = qgraphicsitem_cast<CardItem*>(hit.item);
    if (item && hit.control && !item->view().controls[*hit.control].positions.empty()) {
      choosePosition(chain::DeviceId(item->part()),
                     item->view().controls[*hit.control].id.toStdString(), event->globalPos());
      return;
    }
  }
  if (actions().isEmpty()) return;
  QMenu::exec(actions(), event->globalPos(), nullptr, this);
}

void ChainCanvas::keyPressEvent(QKeyEvent* event) {
  const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right ||
                       event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
  const auto key = static_cast<Qt::Key>(event->key());
  if (isArrow && event->modifiers().testFlag(Qt::ControlModifier)) {
    nudge(key);
  } else if (isArrow) {
    selectNeighbour(key);
  } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    if (!selected_.empty()) Q_EMIT detailsWanted();
  } else if (key == Qt::Key_Escape) {
    abandon();
  } else {
    event->ignore();
  }
}

// Goes on to the nearest card or power point that lies this way.
void ChainCanvas::selectNeighbour(Qt::Key key) {
  std::vector<PartItem*> stops(scene_.cards().begin(), scene_.cards().end());
  stops.insert(stops.end(), scene_.powerPoints().begin(), scene_.powerPoints().end());
  if (stops.empty()) return;
  const PartItem* now = scene_.item(selected_);
  if (!now) {
    select(stops.front()->part());
    reveal(selected_);
    return;
  }
  const QPointF here = now->sceneBoundingRect().center();
  const PartItem* best = nullptr;
  qreal least = 0.0;
  for (const PartItem* stop : stops) {
    const QPointF by = stop->sceneBoundingRect().center() - here;
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool isNegative = key == Qt::Key_Left || key == Qt::Key_Up;
    const qreal along = (isSideways ? by.x() : by.y()) * (isNegative ? -1 : 1);
    const qreal across = isSideways ? by.y() : by.x();
    if (along < 1.0) continue;
    const qreal away = along + 2.0 * std::abs(across);
    if (!best || away < least) {
      best = stop;
      least = away;
    }
  }
  if (!best) return;
  select(best->part());
  reveal(selected_);
}

void ChainCanvas::nudge(Qt::Key key) {
  const CardItem* item = scene_.card(selected_);
  if (!item) return;
  QPointF place = item->pos();
  if (key == Qt::Key_Left) place.rx() -= kGrid;
  if (key == Qt::Key_Right) place.rx() += kGrid;
  if (key == Qt::Key_Up) place.ry() -= kGrid;
  if (key == Qt::Key_Down) place.ry() += kGrid;
  document_.applyMerged(
      chain::moveCard(document_.desk(), {chain::DeviceId(selected_), place.x(), place.y()}));
}

void ChainCanvas::wheelEvent(QWheelEvent* event) {
  const QPointF turned = QPointF(event->angleDelta()) / kDegreesPerNotch;
  const bool isShifted = event->modifiers().testFlag(Qt::ShiftModifier);
  // Some systems turn Shift and wheel into a sideways wheel by themselves.
  const double sideways = turned.x() != 0.0 ? turned.x() : isShifted ? turned.y() : 0.0;
  if (sideways != 0.0) {
    isFitted_ = false;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() -
                                    static_cast<int>(sideways * kPanPerNotch));
  } else {
    setScale(transform().m11() * std::pow(kZoomPerNotch, turned.y()),
             mapToScene(event->position().toPoint()));
  }
  event->accept();
}

void ChainCanvas::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasFormat(QLatin1String(kProfileMime))) event->acceptProposedAction();
}

void ChainCanvas::dragMoveEvent(QDragMoveEvent* event) {
  if (event->mimeData()->hasFormat(QLatin1String(kProfileMime))) event->acceptProposedAction();
}

void ChainCanvas::dropEvent(QDropEvent* event) {
  const QString profile = QString::fromUtf8(event->mimeData()->data(QLatin1String(kProfileMime)));
  if (profile.isEmpty()) return;
  event->acceptProposedAction();
  // The card's name comes to lie under the pointer.
  const QPointF corner = mapToScene(event->position().toPoint()) - QPointF(card::kWidth / 2.0, 20);
  Q_EMIT profileDropped(profile, onGrid(corner));
}

}  // namespace linecheck::ui
