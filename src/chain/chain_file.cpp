#include <limits>

#include "chain/file_parts.h"

namespace linecheck::chain {
namespace {

Mains readMains(const json::Cursor& place) {
  json::Members members = place.members();
  Mains mains;
  if (const auto frequency = readQuantity<Hertz>(members.required("frequency_hz"))) {
    mains.frequency = *frequency;
  }
  if (const auto voltage = readQuantity<Volts>(members.required("voltage_v"))) {
    mains.voltage = *voltage;
  }
  mains.hasWorkingEarth = members.optional("working_earth").boolean();
  return mains;
}

json::Object toJson(const Mains& mains) {
  json::Object object;
  object.set("frequency_hz", mains.frequency).set("voltage_v", mains.voltage);
  addKnown(object, "working_earth", mains.hasWorkingEarth);
  return object;
}

Approval readApproval(const json::Cursor& place) {
  json::Members members = place.members();
  Approval approval;
  approval.finding = members.required("finding").text().value_or("");
  approval.where = readList(members.optional("where"), [](const json::Cursor& item) {
    const std::string where = item.text().value_or("");
    return where == kWholeDesk ? std::string() : where;
  });
  return approval;
}

json::Object toJson(const Approval& approval) {
  json::Object object{{"finding", approval.finding}};
  json::Array where;
  for (const std::string& place : approval.where) {
    where.emplace_back(place.empty() ? std::string(kWholeDesk) : place);
  }
  addList(object, "where", std::move(where));
  return object;
}

CardPlace readCard(const json::Cursor& place) {
  json::Members members = place.members();
  CardPlace card;
  card.device = DeviceId(members.required("device").text().value_or(""));
  card.x = members.required("x").number().value_or(0.0);
  card.y = members.required("y").number().value_or(0.0);
  return card;
}

json::Object toJson(const CardPlace& card) {
  return {{"device", card.device.text()}, {"x", card.x}, {"y", card.y}};
}

}  // namespace

std::optional<int> readInt(const json::Cursor& place) {
  const std::optional<std::int64_t> number = place.integer();
  if (!number) return std::nullopt;
  if (!std::in_range<int>(*number)) {
    place.fail("This number is too big.");
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

Chain readChain(json::Members& root) {
  Chain chain;
  chain.name = root.optional("name").text().value_or("");
  chain.mains = readMains(root.required("mains"));
  chain.devices = readList(root.required("devices"), readDevice);
  chain.cables = readList(root.optional("cables"), readCable);
  readPower(root, chain);
  chain.approvals = readList(root.optional("approvals"), readApproval);
  chain.cardPlaces = readList(root.optional("cards"), readCard);
  return chain;
}

json::Object toJson(const Chain& chain, const std::string& schema) {
  json::Object root{{"schema", schema}};
  addText(root, "name", chain.name);
  root.set("mains", toJson(chain.mains));
  json::Array devices;
  for (const Device& device : chain.devices) devices.emplace_back(toJson(device));
  root.set("devices", std::move(devices));
  json::Array cables;
  for (const Cable& cable : chain.cables) cables.emplace_back(toJson(cable));
  addList(root, "cables", std::move(cables));
  addPower(root, chain);
  json::Array approvals;
  for (const Approval& approval : chain.approvals) approvals.emplace_back(toJson(approval));
  addList(root, "approvals", std::move(approvals));
  json::Array cards;
  for (const CardPlace& card : chain.cardPlaces) cards.emplace_back(toJson(card));
  addList(root, "cards", std::move(cards));
  return root;
}

}  // namespace linecheck::chain
