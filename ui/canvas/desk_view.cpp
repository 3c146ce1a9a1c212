#include "canvas/desk_view.h"

#include <QCoreApplication>
#include <unordered_map>

#include "canvas/card_from_profile.h"
#include "canvas/control_view.h"
#include "chain/cable_shield.h"
#include "text/chain_text.h"

namespace linecheck::ui {
namespace {

using profiles::Connector;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

bool isMainsFed(const profiles::Profile& profile) {
  return profile.power && (profile.power->supply == profiles::Supply::internalMains ||
                           profile.power->supply == profiles::Supply::externalAdapter);
}

CardView cardOf(const chain::Desk& desk, const chain::Device& device) {
  CardView card;
  if (const auto* profile = desk.profile(device.id)) {
    card = cardFromProfile(*profile);
    card.controls = controlsOf(desk, device.id);
    card.hasInlet = isMainsFed(*profile) || !desk.feeds(device.id).empty();
  } else {
    card.kind = Text::tr("No profile “%1”").arg(QString::fromStdString(device.profile));
    card.hasInlet = true;
  }
  card.id = QString::fromStdString(device.id.text());
  card.model = deviceName(desk, device.id);
  return card;
}

std::optional<card::ConnectorRef> connectorOf(const CardView& view, const QString& port) {
  for (const card::Side side : {card::Side::upstream, card::Side::downstream}) {
    const auto index = card::indexOf(card::connectors(view, side), port);
    if (index) return card::ConnectorRef{side, *index};
  }
  return std::nullopt;
}

/// The connector that a cable is plugged into; a device nobody knows gets one.
card::ConnectorRef plugIn(CardView& view, const chain::CableEnd& end, bool isSource, Role role) {
  const QString port = QString::fromStdString(end.socket.port);
  auto connector = connectorOf(view, port);
  if (!connector) {
    auto& edge = isSource ? view.downstream : view.upstream;
    edge.push_back({port, port, Text::tr("unknown"), ConnectorShape::other, role, false});
    connector = {isSource ? card::Side::downstream : card::Side::upstream, edge.size() - 1};
  }
  auto& edge = connector->side == card::Side::upstream ? view.upstream : view.downstream;
  edge[connector->index].inUse = true;
  edge[connector->index].carries = role;
  return *connector;
}

Connector plugOf(const chain::Desk& desk, const chain::CableEnd& end) {
  if (end.plug) return *end.plug;
  const profiles::Port* port = desk.port(end.socket);
  return port ? port->connector : Connector::unknown;
}

/// "RCA", "RCA → XLR": the plugs, as far as anyone knows.
QString plugsOf(const chain::Desk& desk, const chain::Cable& cable, const QString& between) {
  Connector from = plugOf(desk, cable.from);
  Connector to = plugOf(desk, cable.to);
  // Into a combined socket goes the plug that the other end has.
  if (from == Connector::comboXlrTrs) from = to;
  if (to == Connector::comboXlrTrs) to = from;
  if (from == Connector::unknown) from = to;
  if (to == Connector::unknown) to = from;
  if (from == Connector::unknown) return cableKindText(cable.kind);
  return from == to ? connectorText(from) : connectorText(from) + between + connectorText(to);
}

QString lengthText(Metres length) {
  // A narrow space at which no line breaks: the unit stays with its number.
  return QString::number(length.value(), 'g', 3) + QStringLiteral("\u202fm");
}

}  // namespace

Role cableRole(const chain::Desk& desk, const chain::Cable& cable) {
  switch (cable.kind) {
    case chain::CableKind::usb:
    case chain::CableKind::coaxial75:
    case chain::CableKind::twisted110:
    case chain::CableKind::optical:
      return Role::digital;
    case chain::CableKind::headphone:
      return Role::headphone;
    case chain::CableKind::loudspeaker:
      return Role::loudspeaker;
    case chain::CableKind::analogue:
      break;
  }
  if (const auto shield = chain::shieldOf(desk, cable)) {
    if (shield->kind == chain::GroundLink::Kind::digitalShield) return Role::digital;
    return shield->kind == chain::GroundLink::Kind::balancedShield ? Role::balanced
                                                                   : Role::unbalanced;
  }
  // A shield left open belongs to a balanced cable, or to one with two cores.
  const auto isBalanced = [&](const chain::CableEnd& end) {
    const profiles::Port* port = desk.port(end.socket);
    return port && port->balanced == true;
  };
  return isBalanced(cable.from) && isBalanced(cable.to) && cable.isBalanced != false
             ? Role::balanced
             : Role::unbalanced;
}

QString cableDescription(const chain::Desk& desk, const chain::Cable& cable) {
  QStringList words{plugsOf(desk, cable, Text::tr(" to ")), carriesText(cableRole(desk, cable))};
  if (cable.length) words << lengthText(*cable.length);
  return words.join(QStringLiteral(", "));
}

DeskView viewOf(const chain::Desk& desk) {
  const chain::Chain& chain = desk.chain();
  DeskView view;
  std::unordered_map<std::string, std::size_t> cardOfDevice;
  for (const chain::Device& device : chain.devices) {
    cardOfDevice[device.id.text()] = view.cards.size();
    view.cards.push_back({device.id.text(), cardOf(desk, device), {}, {}});
  }
  for (const chain::CardPlace& place : chain.cardPlaces) {
    if (const auto found = cardOfDevice.find(place.device.text()); found != cardOfDevice.end()) {
      view.cards[found->second].chosenPlace = QPointF(place.x, place.y);
    }
  }
  for (const chain::Cable& cable : chain.cables) {
    const auto from = cardOfDevice.find(cable.from.socket.device.text());
    const auto to = cardOfDevice.find(cable.to.socket.device.text());
    if (from == cardOfDevice.end() || to == cardOfDevice.end()) continue;
    const Role role = cableRole(desk, cable);
    const auto source = plugIn(view.cards[from->second].view, cable.from, true, role);
    const auto sink = plugIn(view.cards[to->second].view, cable.to, false, role);
    view.cables.push_back({cable.id.text(),
                           {from->second, source},
                           {to->second, sink},
                           plugsOf(desk, cable, QStringLiteral(" → ")),
                           partText(desk, cable.id.text()) + u'\n' + cableDescription(desk, cable),
                           role});
  }
  std::unordered_map<std::string, std::size_t> indexOfPoint;
  for (const chain::PowerPoint& point : chain.powerPoints) {
    indexOfPoint[point.id.text()] = view.powerPoints.size();
    const QString name = powerPointName(point);
    const QString kind = powerKindText(point.kind);
    view.powerPoints.push_back({point.id.text(), name, name == kind ? QString() : kind,
                                point.kind != chain::PowerPoint::Kind::outlet});
  }
  for (const chain::PowerLead& lead : chain.powerLeads) {
    const auto from = indexOfPoint.find(lead.from.text());
    if (from == indexOfPoint.end()) continue;
    const auto* device = std::get_if<chain::DeviceId>(&lead.to);
    const auto& targets = device ? cardOfDevice : indexOfPoint;
    const auto to =
        targets.find(device ? device->text() : std::get<chain::PowerPointId>(lead.to).text());
    if (to == targets.end()) continue;
    view.powerLeads.push_back({lead.id.text(), from->second, to->second, device != nullptr,
                               partText(desk, lead.id.text())});
  }
  for (const chain::GroundLead& lead : chain.groundLeads) {
    const auto found = cardOfDevice.find(lead.device.text());
    if (found == cardOfDevice.end()) continue;
    const bool isAntenna = lead.kind == chain::GroundLead::Kind::antenna;
    view.cards[found->second].leads.push_back(isAntenna ? Text::tr("Antenna")
                                                        : Text::tr("Network"));
  }
  return view;
}

}  // namespace linecheck::ui
