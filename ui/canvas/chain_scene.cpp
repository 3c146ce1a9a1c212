#include "canvas/chain_scene.h"

#include <algorithm>
#include <set>

#include "canvas/power_route.h"

namespace linecheck::ui {
namespace {

constexpr qreal kFreedom = 600.0;  // How far one can go beyond the drawing.
constexpr qreal kPlugSpacing = 14.0;

}  // namespace

ChainScene::ChainScene(const Palette& palette, QObject* parent)
    : QGraphicsScene(parent), palette_(palette) {
  // Items move every frame; an index would only have to be kept up to date.
  setItemIndexMethod(QGraphicsScene::NoIndex);
}

void ChainScene::show(const chain::Desk& desk) {
  for (const auto& [part, item] : items_) delete item;
  items_.clear();
  cards_.clear();
  cables_.clear();
  powerPoints_.clear();
  powerLeads_.clear();

  view_ = viewOf(desk);
  layout_ = layOut(view_);
  const auto add = [this](auto* item, auto& list) {
    addItem(item);
    list.push_back(item);
    items_[item->part()] = item;
  };
  for (std::size_t i = 0; i < view_.cards.size(); ++i) {
    add(new CardItem(palette_, view_.cards[i]), cards_);
    cards_[i]->setPos(layout_.cards[i]);
  }
  for (std::size_t i = 0; i < view_.cables.size(); ++i) {
    add(new CableItem(palette_, view_.cables[i]), cables_);
    routeCable(i);
  }
  for (std::size_t i = 0; i < view_.powerPoints.size(); ++i) {
    add(new PowerPointItem(palette_, view_.powerPoints[i]), powerPoints_);
    powerPoints_[i]->setPos(layout_.powerPoints[i]);
  }
  for (const DeskView::PowerLead& lead : view_.powerLeads) {
    add(new PowerLeadItem(palette_, lead), powerLeads_);
  }
  routePower();
  setSceneRect(drawingRect().adjusted(-kFreedom, -kFreedom, kFreedom, kFreedom));
}

void ChainScene::routeCable(std::size_t index) {
  const DeskView::Cable& cable = view_.cables[index];
  const auto anchor = [&](const DeskView::CableEnd& end) {
    return cards_[end.card]->pos() + card::connectorAnchor(end.connector);
  };
  cables_[index]->setEnds(anchor(cable.from), cable.from.connector.side, anchor(cable.to),
                          cable.to.connector.side);
}

QPointF ChainScene::inletOf(const DeskView::PowerLead& lead) const {
  if (lead.isToCard) return cards_[lead.to]->pos() + card::inletAnchor(view_.cards[lead.to].view);
  const QSizeF size = powerPointSize();
  return powerPoints_[lead.to]->pos() + QPointF(size.width() / 2, size.height());
}

void ChainScene::routePower() {
  std::vector<QRectF> areas;
  for (const CardItem* item : cards_) areas.emplace_back(item->pos(), card::size(item->view()));
  std::vector<std::vector<std::size_t>> leads(view_.powerPoints.size());
  for (std::size_t i = 0; i < view_.powerLeads.size(); ++i) {
    leads[view_.powerLeads[i].from].push_back(i);
  }
  int order = 0;
  for (std::size_t point = 0; point < leads.size(); ++point) {
    auto& here = leads[point];
    // What comes from the left is plugged in at the left.
    std::stable_sort(here.begin(), here.end(), [&](std::size_t a, std::size_t b) {
      return inletOf(view_.powerLeads[a]).x() < inletOf(view_.powerLeads[b]).x();
    });
    const qreal width = powerPointSize().width();
    const auto count = static_cast<qreal>(here.size());
    const qreal spacing = std::min(kPlugSpacing, (width - 24) / std::max<qreal>(1.0, count));
    for (std::size_t i = 0; i < here.size(); ++i) {
      const qreal offset = (static_cast<qreal>(i) - (count - 1) / 2) * spacing;
      const QPointF outlet = powerPoints_[point]->pos() + QPointF(width / 2 + offset, 0);
      powerLeads_[here[i]]->setPath(
          powerRoute(inletOf(view_.powerLeads[here[i]]), outlet, areas, order++));
    }
  }
}

std::size_t ChainScene::indexOf(const CardItem& card) const {
  return static_cast<std::size_t>(std::find(cards_.begin(), cards_.end(), &card) - cards_.begin());
}

void ChainScene::moveCard(CardItem& card, QPointF place) {
  card.setPos(place);
  const std::size_t index = indexOf(card);
  for (std::size_t i = 0; i < view_.cables.size(); ++i) {
    if (view_.cables[i].from.card == index || view_.cables[i].to.card == index) routeCable(i);
  }
  routePower();
}

void ChainScene::resetCard(CardItem& card) {
  moveCard(card, layout_.cards[indexOf(card)]);
}

void ChainScene::emphasise(const std::string& selected, const std::map<std::string, Role>& lit) {
  for (const auto& [part, item] : items_) {
    Emphasis emphasis;
    emphasis.isSelected = part == selected;
    if (const auto found = lit.find(part); found != lit.end()) emphasis.lit = found->second;
    emphasis.isDimmed = !lit.empty() && !emphasis.lit && !emphasis.isSelected;
    item->setEmphasis(emphasis);
  }
}

PartItem* ChainScene::item(const std::string& part) const {
  const auto found = items_.find(part);
  return found == items_.end() ? nullptr : found->second;
}

const CardItem* ChainScene::card(const std::string& device) const {
  return qgraphicsitem_cast<const CardItem*>(item(device));
}

std::optional<QPointF> ChainScene::anchorOf(const chain::Socket& socket) const {
  const CardItem* at = card(socket.device.text());
  if (!at) return std::nullopt;
  const QString port = QString::fromStdString(socket.port);
  for (const card::Side side : {card::Side::upstream, card::Side::downstream}) {
    const auto& list = card::connectors(at->view(), side);
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].id == port) return at->pos() + card::connectorAnchor({side, i});
    }
  }
  return std::nullopt;
}

QRectF ChainScene::drawingRect() const {
  QRectF box;
  for (const auto* one : cards_) box |= one->sceneBoundingRect();
  for (const auto* one : powerPoints_) box |= one->sceneBoundingRect();
  return box;
}

std::vector<Role> ChainScene::lineRoles() const {
  std::set<Role> roles;
  for (const DeskView::Cable& cable : view_.cables) roles.insert(cable.carries);
  if (!view_.powerLeads.empty()) roles.insert(Role::power);
  return {roles.begin(), roles.end()};
}

void ChainScene::recolour() {
  for (const auto& [part, item] : items_) item->update();
}

}  // namespace linecheck::ui
