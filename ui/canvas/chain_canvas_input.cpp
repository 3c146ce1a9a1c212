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

#include "canvas/chain_canvas.h"
#include "canvas/pull_overlay.h"
#include "document/new_cable.h"

namespace linecheck::ui {
namespace {

constexpr qreal kCatch = 26.0;  // How near to a socket a cable has to be let go.
constexpr qreal kInletReach = 11.0;
constexpr qreal kGrid = 8.0;        // Cards come to rest on it.
constexpr qreal kFullTurn = 160.0;  // Pixels from one stop of a knob to the other.
constexpr double kZoomPerNotch = 1.2;
constexpr double kPanPerNotch = 60.0;
constexpr double kDegreesPerNotch = 120;  // Eighths of a degree, as Qt counts a wheel.

QPointF onGrid(QPointF at) {
  return {std::round(at.x() / kGrid) * kGrid, std::round(at.y() / kGrid) * kGrid};
}

qreal distance(QPointF a, QPointF b) {
  return std::hypot(a.x() - b.x(), a.y() - b.y());
}

const ConnectorView& connectorOf(const CardItem& item, const card::ConnectorRef& connector) {
  return card::connectors(item.view(), connector.side)[connector.index];
}

chain::Socket socketOf(const CardItem& item, const card::ConnectorRef& connector) {
  return {chain::DeviceId(item.part()), connectorOf(item, connector).id.toStdString(), {}};
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

// From a free socket a new cable; from one that is taken the end of the cable that is in it.
void ChainCanvas::beginCable(const CardItem& item, const card::ConnectorRef& connector) {
  const chain::Desk& desk = document_.desk();
  Pull pull;
  chain::Socket from = socketOf(item, connector);
  pull.start = item.pos() + card::connectorAnchor(connector);
  qreal way = connector.side == card::Side::upstream ? -1.0 : 1.0;
  pull.moved = onlyCableIn(desk, from);
  if (pull.moved) {
    const chain::Cable& cable = *desk.cable(*pull.moved);
    const bool isFrom =
        cable.from.socket.device == from.device && cable.from.socket.port == from.port;
    from = isFrom ? cable.to.socket : cable.from.socket;
    const CardItem* kept = scene_.card(from.device.text());
    pull.start = scene_.anchorOf(from).value_or(pull.start);
    if (kept) way = pull.start.x() > kept->pos().x() + card::kWidth / 2.0 ? 1.0 : -1.0;
  }
  pull.socket = from;
  std::vector<QPointF> rings;
  for (const chain::Socket& socket : fittingTargets(desk, from, pull.moved)) {
    const auto anchor = scene_.anchorOf(socket);
    if (!anchor) continue;
    rings.push_back(*anchor);
    pull.targets.push_back({*anchor, [this, pulled = pull.moved, from, socket] {
                              return plugIn(pulled, from, socket);
                            }});
  }
  overlay_->begin(pull.start, way, false, std::move(rings));
  deed_ = std::move(pull);
}

Result<chain::Edit> ChainCanvas::plugIn(const std::optional<chain::CableId>& moved,
                                        const chain::Socket& from, const chain::Socket& to) const {
  const chain::Desk& desk = document_.desk();
  return moved ? replug(desk, *moved, from, to) : join(desk, from, to);
}

// From a device's inlet to power points, or from a power point to whatever it may feed.
void ChainCanvas::beginPower(const PartItem& item) {
  Pull pull;
  const auto* point = qgraphicsitem_cast<const PowerPointItem*>(&item);
  const auto* device = qgraphicsitem_cast<const CardItem*>(&item);
  const QSizeF size = powerPointSize();
  std::vector<QPointF> rings;
  const auto add = [&](QPointF at, chain::PowerLead lead) {
    if (!chain::feed(document_.desk(), lead)) return;
    rings.push_back(at);
    pull.targets.push_back(
        {at, [this, lead = std::move(lead)] { return chain::feed(document_.desk(), lead); }});
  };
  chain::PowerLead lead;
  if (device) {
    pull.start = device->pos() + card::inletAnchor(device->view());
    lead.to = chain::DeviceId(device->part());
    for (const PowerPointItem* other : scene_.powerPoints()) {
      lead.from = chain::PowerPointId(other->part());
      add(other->pos() + QPointF(size.width() / 2, 0), lead);
    }
  } else if (point) {
    pull.start = point->pos() + QPointF(size.width() / 2, 0);
    lead.from = chain::PowerPointId(point->part());
    for (const CardItem* other : scene_.cards()) {
      if (!other->view().hasInlet) continue;
      lead.to = chain::DeviceId(other->part());
      add(other->pos() + card::inletAnchor(other->view()), lead);
    }
    for (const PowerPointItem* other : scene_.powerPoints()) {
      if (other == point || !other->view().hasInlet) continue;
      lead.to = chain::PowerPointId(other->part());
      add(other->pos() + QPointF(size.width() / 2, size.height()), lead);
    }
  }
  overlay_->begin(pull.start, 1.0, true, std::move(rings));
  deed_ = std::move(pull);
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

std::optional<std::size_t> ChainCanvas::nearest(const Pull& pull, QPointF at) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < pull.targets.size(); ++i) {
    const qreal away = distance(pull.targets[i].at, at);
    if (away < kCatch && (!best || away < distance(pull.targets[*best].at, at))) best = i;
  }
  return best;
}

void ChainCanvas::endPull(const Pull& pull, QPointF at) {
  if (const auto target = nearest(pull, at)) {
    document_.apply(pull.targets[*target].plugIn());
    return;
  }
  // Where it does not fit the model says why.
  const Hit hit = hitAt(at);
  const auto* item = qgraphicsitem_cast<CardItem*>(hit.item);
  if (!pull.socket || !item || !hit.connector) return;
  const chain::Socket target = socketOf(*item, *hit.connector);
  const chain::Cable* moved = pull.moved ? document_.desk().cable(*pull.moved) : nullptr;
  const auto isAt = [&](const chain::Socket& socket) {
    return socket.device == target.device && socket.port == target.port;
  };
  // Let go where it was taken, it stays there.
  const bool isBack =
      isAt(*pull.socket) || (moved && (isAt(moved->from.socket) || isAt(moved->to.socket)));
  if (!isBack) document_.apply(plugIn(pull.moved, *pull.socket, target));
}

void ChainCanvas::operate(const CardItem& item, std::size_t index, QPointF at, QPoint screen) {
  const chain::DeviceId device(item.part());
  const ControlView& control = item.view().controls[index];
  const std::string id = control.id.toStdString();
  if (!control.positions.empty()) {
    const auto faces = card::positionFaces(item.view(), index);
    if (faces.empty()) {
      choosePosition(device, id, screen);
      return;
    }
    for (std::size_t i = 0; i < faces.size(); ++i) {
      if (faces[i].contains(at - item.pos()) && control.stands != static_cast<int>(i)) {
        setPosition(device, id, control.positions[i].toStdString());
        return;
      }
    }
    return;
  }
  const auto* profile = document_.desk().profile(device);
  const auto* known = profile ? profile->control(id) : nullptr;
  const auto scale = known ? knobScale(*known) : std::nullopt;
  if (!scale) {
    Q_EMIT detailsWanted();
    return;
  }
  const auto setting = document_.desk().setting(device, id);
  const auto value = setting ? scale->valueOf(*setting) : std::nullopt;
  deed_ = Turn{device, id, *scale, value.value_or(scale->least), at};
  setCursor(Qt::SizeVerCursor);
}

void ChainCanvas::turn(Turn& knob, QPointF at) {
  const qreal up = (knob.start.y() - at.y()) * transform().m11();
  if (!knob.hasMoved && std::abs(up) < 3) return;
  knob.hasMoved = true;
  const double wanted = knob.from + up / kFullTurn * (knob.scale.most - knob.scale.least);
  const double stepped = std::round(wanted / knob.scale.step) * knob.scale.step;
  const chain::Setting setting = knob.scale.at(stepped);
  if (document_.desk().setting(knob.device, knob.control) == setting) return;
  document_.applyMerged(chain::changeSetting(document_.desk(), knob.device, knob.control, setting));
}

void ChainCanvas::choosePosition(const chain::DeviceId& device, const std::string& control,
                                 QPoint screen) {
  const auto* profile = document_.desk().profile(device);
  const auto* known = profile ? profile->control(control) : nullptr;
  if (!known) return;
  const auto stands = document_.desk().setting(device, control);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](const QString& text, const std::optional<std::string>& position) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(position ? stands == chain::Setting(chain::Position{*position}) : !stands);
    connect(action, &QAction::triggered, this,
            [this, device, control, position] { setPosition(device, control, position); });
  };
  for (const std::string& name : positionsOf(*known)) add(QString::fromStdString(name), name);
  menu->addSeparator();
  add(tr("Not told"), std::nullopt);
  menu->popup(screen);
}

void ChainCanvas::setPosition(const chain::DeviceId& device, const std::string& control,
                              const std::optional<std::string>& position) {
  document_.apply(chain::changeSetting(
      document_.desk(), device, control,
      position ? std::optional<chain::Setting>(chain::Position{*position}) : std::nullopt));
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
