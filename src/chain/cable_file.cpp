#include "chain/file_parts.h"

namespace linecheck::chain {
namespace {

using profiles::kConnectors;
using profiles::wordFor;

Adapter readAdapter(const json::Cursor& place) {
  json::Members members = place.members();
  Adapter adapter;
  adapter.from = members.required("from").word(kConnectors).value_or(adapter.from);
  adapter.to = members.required("to").word(kConnectors).value_or(adapter.to);
  adapter.pin3 = members.optional("pin_3").word(kPin3s).value_or(Pin3::unknown);
  return adapter;
}

json::Object toJson(const Adapter& adapter) {
  json::Object object{{"from", wordFor(kConnectors, adapter.from)},
                      {"to", wordFor(kConnectors, adapter.to)}};
  if (adapter.pin3 != Pin3::unknown) object.set("pin_3", wordFor(kPin3s, adapter.pin3));
  return object;
}

CableEnd readEnd(const json::Cursor& place) {
  json::Members members = place.members();
  CableEnd end;
  end.socket.device = DeviceId(members.required("device").text().value_or(""));
  end.socket.port = members.required("port").text().value_or("");
  end.socket.index = readInt(members.optional("socket"));
  end.plug = members.optional("plug").word(kConnectors);
  end.adapters = readList(members.optional("adapters"), readAdapter);
  end.isShieldJoined = members.optional("shield_joined").boolean().value_or(true);
  return end;
}

json::Object toJson(const CableEnd& end) {
  json::Object object{{"device", end.socket.device.text()}, {"port", end.socket.port}};
  addKnown(object, "socket", end.socket.index);
  addWord(object, "plug", kConnectors, end.plug);
  json::Array adapters;
  for (const Adapter& adapter : end.adapters) adapters.emplace_back(toJson(adapter));
  addList(object, "adapters", std::move(adapters));
  if (!end.isShieldJoined) object.set("shield_joined", false);
  return object;
}

}  // namespace

Cable readCable(const json::Cursor& place) {
  json::Members members = place.members();
  Cable cable;
  cable.id = CableId(members.required("id").text().value_or(""));
  cable.kind = members.required("kind").word(kCableKinds).value_or(CableKind::analogue);
  cable.from = readEnd(members.required("from"));
  cable.to = readEnd(members.required("to"));
  cable.isBalanced = members.optional("balanced").boolean();
  cable.isStarQuad = members.optional("star_quad").boolean().value_or(false);
  cable.length = readQuantity<Metres>(members.optional("length_m"));
  for (const json::Cursor& item : members.optional("beside").items()) {
    const auto neighbour = item.word(kNeighbours);
    if (neighbour && !cable.beside.insert(*neighbour).second) item.fail("This stands here twice.");
  }
  return cable;
}

json::Object toJson(const Cable& cable) {
  json::Object object{{"id", cable.id.text()},
                      {"kind", wordFor(kCableKinds, cable.kind)},
                      {"from", toJson(cable.from)},
                      {"to", toJson(cable.to)}};
  addKnown(object, "balanced", cable.isBalanced);
  if (cable.isStarQuad) object.set("star_quad", true);
  addKnown(object, "length_m", cable.length);
  json::Array beside;
  for (const Neighbour neighbour : cable.beside) {
    beside.emplace_back(wordFor(kNeighbours, neighbour));
  }
  addList(object, "beside", std::move(beside));
  return object;
}

}  // namespace linecheck::chain
