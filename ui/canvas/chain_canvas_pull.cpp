// Pulling cables from socket to socket, and power from inlet to strip.
#include <cmath>

#include "canvas/canvas_points.h"
#include "canvas/chain_canvas.h"
#include "canvas/pull_overlay.h"
#include "document/new_cable.h"

namespace linecheck::ui {
namespace {

constexpr qreal kCatch = 26.0;  // How near to a socket a cable has to be let go.

}  // namespace

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

}  // namespace linecheck::ui
