#include <algorithm>

#include "chain/cable_shield.h"
#include "chain/signals.h"
#include "rules/words.h"
#include "setup/item_makers.h"

namespace linecheck::setup {
namespace {

using chain::Cable;
using chain::CableKind;
using chain::Desk;
using chain::Place;
using profiles::Connector;

/// Cables from the source on: by the device that each leaves, in the order of switching on.
std::vector<const Cable*> inOrder(const Survey& survey) {
  std::vector<const Cable*> cables;
  for (const Cable& cable : survey.desk.chain().cables) cables.push_back(&cable);
  const auto place = [&](const Cable* cable) {
    const auto& order = survey.powerUp;
    return std::find(order.begin(), order.end(), cable->from.socket.device) - order.begin();
  };
  std::stable_sort(cables.begin(), cables.end(),
                   [&](const Cable* a, const Cable* b) { return place(a) < place(b); });
  return cables;
}

/// The plug that a socket takes; empty for one that nobody knows.
std::string plugFor(const Desk& desk, const chain::Socket& socket) {
  const auto* port = desk.port(socket);
  if (!port || port->connector == Connector::unknown) return {};
  return std::string(rules::connectorName(port->connector));
}

Sentence cableText(const Desk& desk, const Cable& cable) {
  const std::string from = socketName(desk, cable.from.socket);
  const std::string to = socketName(desk, cable.to.socket);
  const std::string fromPlug = plugFor(desk, cable.from.socket);
  if (cable.kind == CableKind::headphone) {
    if (fromPlug.empty()) {
      return {"Plug %1 into %2.", {desk.name(cable.to.socket.device), from}};
    }
    return {"Plug %1 into %2, a %3 socket.", {desk.name(cable.to.socket.device), from, fromPlug}};
  }
  const std::string toPlug = plugFor(desk, cable.to.socket);
  if (fromPlug.empty() || toPlug.empty()) return {"Join %1 and %2.", {from, to}};
  if (chain::balanceOf(desk, cable) == true) {
    return {"Join %1 and %2 with a balanced cable, %3 to %4.", {from, to, fromPlug, toPlug}};
  }
  return {"Join %1 and %2 with a cable, %3 to %4.", {from, to, fromPlug, toPlug}};
}

std::string endBasis(const Desk& desk, const chain::CableEnd& end) {
  std::string text = profileBasis(desk, end.socket.device) + ':' + end.socket.port;
  if (end.socket.index) text += '#' + std::to_string(*end.socket.index);
  if (end.plug) text += '/' + std::string(rules::connectorName(*end.plug));
  for (const auto& adapter : end.adapters) {
    text += '/' + std::string(rules::connectorName(adapter.from)) + '-' +
            std::string(rules::connectorName(adapter.to));
  }
  return text;
}

void addCable(const Desk& desk, const Cable& cable, std::vector<Item>& items) {
  Item item;
  item.id = itemId(ItemKind::cable, cable.id.text());
  item.kind = ItemKind::cable;
  item.text = cableText(desk, cable);
  item.why = {
      "A plug that only nearly fits joins the wrong contacts: one side goes silent, or two outputs "
      "feed each other."};
  item.where = {Place(cable.id), Place(cable.from.socket.device, cable.from.socket.port),
                Place(cable.to.socket.device, cable.to.socket.port)};
  item.canBeKnownBy = {KnownBy::user};
  item.picture = cable.kind == CableKind::headphone ? Picture::headphonePlug : Picture::cable;
  item.basis = endBasis(desk, cable.from) + " > " + endBasis(desk, cable.to);
  items.push_back(std::move(item));
}

bool isAnalogueLine(const Desk& desk, const Cable& cable) {
  const auto* port = desk.port(cable.from.socket);
  return cable.kind == CableKind::analogue && port && chain::isAnalogue(*port);
}

bool hasBalancedEnd(const Desk& desk, const Cable& cable) {
  const auto* from = desk.port(cable.from.socket);
  const auto* to = desk.port(cable.to.socket);
  return (from && from->balanced == true) || (to && to->balanced == true);
}

void addLines(const Survey& survey, std::vector<Item>& items) {
  const Desk& desk = survey.desk;
  Item balanced;
  Item routes;
  for (const Cable* cable : inOrder(survey)) {
    if (!isAnalogueLine(desk, *cable)) continue;
    const std::string basis =
        endBasis(desk, cable->from) + " > " + endBasis(desk, cable->to) + "; ";
    routes.where.emplace_back(cable->id);
    routes.basis += basis;
    if (!hasBalancedEnd(desk, *cable)) continue;
    balanced.where.emplace_back(cable->id);
    balanced.basis += basis;
  }
  if (!balanced.where.empty()) {
    balanced.kind = ItemKind::balancedLines;
    balanced.id = itemId(balanced.kind);
    balanced.text = {"Balanced sockets are joined to balanced sockets, by balanced cables."};
    balanced.why = {
        "A balanced line takes away hum that both of its wires pick up alike. That works only if "
        "the output, the cable and the input all have both wires."};
    balanced.canBeKnownBy = {KnownBy::chain, KnownBy::user};
    balanced.picture = Picture::cable;
    items.push_back(std::move(balanced));
  }
  if (!routes.where.empty()) {
    routes.kind = ItemKind::cableRoutes;
    routes.id = itemId(routes.kind);
    routes.text = {
        "Keep the signal cables short, and away from mains cables, plug-in supplies and the "
        "graphics card."};
    routes.why = {
        "What runs side by side couples: a hand's width apart is already a lot better, "
        "and where they must cross, let them cross at a right angle."};
    routes.canBeKnownBy = {KnownBy::chain, KnownBy::user};
    routes.picture = Picture::cableRoute;
    items.push_back(std::move(routes));
  }
}

}  // namespace

void addCableItems(const Survey& survey, std::vector<Item>& items) {
  const auto cables = inOrder(survey);
  if (cables.empty()) return;
  Item off;
  off.kind = ItemKind::allOff;
  off.id = itemId(off.kind);
  off.text = {"Switch everything off and pull the power plugs out."};
  off.why = {"With the power out nothing can bang and nothing can be shorted while you plug."};
  off.canBeKnownBy = {KnownBy::user};
  off.picture = Picture::plugsOut;
  items.push_back(std::move(off));
  for (const Cable* cable : cables) addCable(survey.desk, *cable, items);
  addLines(survey, items);
}

}  // namespace linecheck::setup
