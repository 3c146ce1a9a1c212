#include "chain/file_parts.h"

namespace linecheck::chain {
namespace {

using profiles::kCurrents;
using profiles::wordFor;

Ups readUps(const json::Cursor& place) {
  json::Members members = place.members();
  return {members.optional("topology").word(kUpsTopologies),
          members.optional("waveform").word(kUpsWaveforms),
          readQuantity<VoltAmperes>(members.optional("apparent_power_va")),
          readQuantity<Watts>(members.optional("power_w"))};
}

json::Object toJson(const Ups& ups) {
  json::Object object;
  addWord(object, "topology", kUpsTopologies, ups.topology);
  addWord(object, "waveform", kUpsWaveforms, ups.waveform);
  addKnown(object, "apparent_power_va", ups.apparentPower);
  addKnown(object, "power_w", ups.power);
  return object;
}

PowerPoint readPoint(const json::Cursor& place) {
  json::Members members = place.members();
  PowerPoint point;
  point.id = PowerPointId(members.required("id").text().value_or(""));
  point.kind = members.required("kind").word(kPowerPointKinds).value_or(PowerPoint::Kind::outlet);
  point.name = members.optional("name").text().value_or("");
  point.circuit = members.optional("circuit").text().value_or("");
  point.isEarthed = members.optional("earthed").boolean();
  point.ups = readUps(members.optional("ups"));
  return point;
}

json::Object toJson(const PowerPoint& point) {
  json::Object object{{"id", point.id.text()}, {"kind", wordFor(kPowerPointKinds, point.kind)}};
  addText(object, "name", point.name);
  addText(object, "circuit", point.circuit);
  addKnown(object, "earthed", point.isEarthed);
  addObject(object, "ups", toJson(point.ups));
  return object;
}

std::optional<AdapterInUse> readAdapter(const json::Cursor& place) {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  return AdapterInUse{members.optional("original").boolean(),
                      members.optional("current").word(kCurrents),
                      readQuantity<Volts>(members.optional("voltage_v"))};
}

json::Object toJson(const AdapterInUse& adapter) {
  json::Object object;
  addKnown(object, "original", adapter.isOriginal);
  addWord(object, "current", kCurrents, adapter.current);
  addKnown(object, "voltage_v", adapter.voltage);
  return object;
}

PowerLead readLead(const json::Cursor& place, const Chain& chain) {
  json::Members members = place.members();
  PowerLead lead;
  lead.id = PowerLeadId(members.required("id").text().value_or(""));
  lead.from = PowerPointId(members.required("from").text().value_or(""));
  const std::string to = members.required("to").text().value_or("");
  lead.to = DeviceId(to);
  if (!chain.device(DeviceId(to)) && chain.powerPoint(PowerPointId(to))) lead.to = PowerPointId(to);
  lead.adapter = readAdapter(members.optional("adapter"));
  return lead;
}

json::Object toJson(const PowerLead& lead) {
  json::Object object{{"id", lead.id.text()}, {"from", lead.from.text()}};
  object.set("to", std::visit([](const auto& id) { return id.text(); }, lead.to));
  // Even an empty one says something: that there is an adapter.
  if (lead.adapter) object.set("adapter", toJson(*lead.adapter));
  return object;
}

GroundLead readGroundLead(const json::Cursor& place) {
  json::Members members = place.members();
  GroundLead lead;
  lead.id = GroundLeadId(members.required("id").text().value_or(""));
  lead.kind = members.required("kind").word(kGroundLeadKinds).value_or(GroundLead::Kind::antenna);
  lead.device = DeviceId(members.required("device").text().value_or(""));
  lead.isIsolated = members.optional("isolated").boolean().value_or(false);
  return lead;
}

json::Object toJson(const GroundLead& lead) {
  json::Object object{{"id", lead.id.text()},
                      {"kind", wordFor(kGroundLeadKinds, lead.kind)},
                      {"device", lead.device.text()}};
  if (lead.isIsolated) object.set("isolated", true);
  return object;
}

template <class Part>
json::Array toArray(const std::vector<Part>& parts) {
  json::Array items;
  for (const Part& part : parts) items.emplace_back(toJson(part));
  return items;
}

}  // namespace

void readPower(json::Members& root, Chain& chain) {
  chain.powerPoints = readList(root.optional("power_points"), readPoint);
  chain.powerLeads = readList(root.optional("power_leads"),
                              [&](const json::Cursor& place) { return readLead(place, chain); });
  chain.groundLeads = readList(root.optional("ground_leads"), readGroundLead);
}

void addPower(json::Object& root, const Chain& chain) {
  addList(root, "power_points", toArray(chain.powerPoints));
  addList(root, "power_leads", toArray(chain.powerLeads));
  addList(root, "ground_leads", toArray(chain.groundLeads));
}

}  // namespace linecheck::chain
