#include "canvas/way_view.h"

#include <algorithm>

#include "canvas/card_geometry.h"
#include "canvas/desk_view.h"

namespace linecheck::ui {
namespace {

CardView cardOf(const DeskView& view, const chain::DeviceId& device) {
  const auto found = std::find_if(view.cards.begin(), view.cards.end(),
                                  [&](const auto& card) { return card.id == device.text(); });
  if (found == view.cards.end()) return {};
  CardView card = found->view;
  card.controls.clear();
  card.hasInlet = false;
  return card;
}

/// The connector's place on `edge`, where it comes to from the other edge if it lies there: the USB
/// of an interface that records faces the computer, which is the end of that way.
std::size_t placeOn(std::vector<ConnectorView>& edge, std::vector<ConnectorView>& other,
                    const QString& port) {
  if (const auto index = card::indexOf(edge, port)) return *index;
  if (const auto index = card::indexOf(other, port)) {
    edge.push_back(other[*index]);
    other.erase(other.begin() + static_cast<std::ptrdiff_t>(*index));
  } else {
    edge.push_back({port, port, {}, ConnectorShape::other, Role::quietText, true});
  }
  return edge.size() - 1;
}

}  // namespace

ChainView wayView(const chain::Desk& desk, const levels::Route& route) {
  const DeskView view = viewOf(desk);
  ChainView way;
  // Ports come in pairs: an output and the input that it leads to.
  for (std::size_t i = 0; i + 1 < route.size(); i += 2) {
    const levels::RoutePoint& output = route[i];
    const levels::RoutePoint& input = route[i + 1];
    const chain::Cable* cable = input.cable ? desk.cable(*input.cable) : nullptr;
    if (!cable) return {};
    if (way.cards.empty()) way.cards.push_back(cardOf(view, output.device));
    CardView& from = way.cards.back();
    CardView to = cardOf(view, input.device);
    CableView span;
    span.id = QString::fromStdString(cable->id.text());
    span.label = cableDescription(desk, *cable);
    span.carries = cableRole(desk, *cable);
    span.fromConnector =
        placeOn(from.downstream, from.upstream, QString::fromStdString(output.port));
    span.toConnector = placeOn(to.upstream, to.downstream, QString::fromStdString(input.port));
    // What moved to the right edge may have lain above what the way came in by.
    if (!way.cables.empty()) {
      const QString entered = QString::fromStdString(route[i - 1].port);
      way.cables.back().toConnector = placeOn(from.upstream, from.downstream, entered);
    }
    way.cables.push_back(std::move(span));
    way.cards.push_back(std::move(to));
  }
  return way;
}

}  // namespace linecheck::ui
