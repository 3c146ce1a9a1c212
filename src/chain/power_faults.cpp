#include <set>
#include <unordered_map>

#include "chain/inspection.h"
#include "json/pointer.h"

namespace linecheck::chain {
namespace {

using Feeds = std::unordered_map<PowerPointId, PowerPointId>;  // Power point to the one upstream.

void inspectPoint(const Item& item, const PowerPoint& point) {
  item.text("/name", point.name);
  item.text("/circuit", point.circuit);
  if (!point.circuit.empty() && point.kind != PowerPoint::Kind::outlet) {
    item.fault("/circuit", "Only an outlet of the house hangs on a circuit.");
  }
  if (point.ups != Ups{} && point.kind != PowerPoint::Kind::ups) {
    item.fault("/ups", "Only a power point of the kind \"ups\" is a UPS.");
  }
  item.within("/ups/apparent_power_va", kApparentPowerBounds, numberIn(point.ups.apparentPower));
  item.within("/ups/power_w", kUpsPowerBounds, numberIn(point.ups.power));
}

std::string targetOf(const PowerLead& lead) {
  return std::visit([](const auto& id) { return id.text(); }, lead.to);
}

class LeadInspection {
 public:
  explicit LeadInspection(Inspection& inspection) : inspection_(inspection) {}

  void inspect(const PowerLead& lead, std::size_t index) {
    const Item item(inspection_, "power_leads", index, lead.id.text());
    if (!inspection_.powerPoint(lead.from)) item.missing("/from", "power point", lead.from.text());
    const std::string target = targetOf(lead);
    if (const auto* point = std::get_if<PowerPointId>(&lead.to)) {
      inspectPointFed(item, lead, *point);
    } else if (!inspection_.device(std::get<DeviceId>(lead.to))) {
      item.missing("/to", "device or power point", target);
    }
    if (const auto [other, isFirst] = feeders_.emplace(target, lead.id.text()); !isFirst) {
      item.fault("/to",
                 json::inQuotes(target) + " is fed already by the lead " +
                     json::inQuotes(other->second) + ".",
                 {target, other->second});
    }
    if (lead.adapter) {
      item.within("/adapter/voltage_v", kAdapterVoltageBounds, numberIn(lead.adapter->voltage));
    }
  }

 private:
  void inspectPointFed(const Item& item, const PowerLead& lead, const PowerPointId& to) {
    const PowerPoint* fed = inspection_.powerPoint(to);
    if (!fed) {
      item.missing("/to", "power point", to.text());
      return;
    }
    if (fed->kind == PowerPoint::Kind::outlet) {
      item.fault("/to", json::inQuotes(to.text()) + " is an outlet of the house: nothing feeds it.",
                 {to.text()});
    }
    if (lead.adapter) item.fault("/adapter", "Only the lead of a device ends in an adapter.");
    if (isFedBy(lead.from, to)) {
      item.fault("/to",
                 json::inQuotes(lead.from.text()) + " hangs on " + json::inQuotes(to.text()) +
                     " itself: power points cannot feed each other in a circle.",
                 {lead.from.text(), to.text()});
    }
    upstream_.try_emplace(to, lead.from);
  }

  /// Whether `point` hangs on `source`, or is it, by the leads seen so far.
  bool isFedBy(const PowerPointId& point, const PowerPointId& source) const {
    std::set<PowerPointId> seen;
    PowerPointId at = point;
    while (seen.insert(at).second) {
      if (at == source) return true;
      const auto found = upstream_.find(at);
      if (found == upstream_.end()) return false;
      at = found->second;
    }
    return false;
  }

  Inspection& inspection_;
  Feeds upstream_;
  std::unordered_map<std::string, std::string> feeders_;  // Lead by what it feeds.
};

}  // namespace

void inspectPower(Inspection& inspection) {
  const Chain& chain = inspection.chain();
  for (std::size_t i = 0; i < chain.powerPoints.size(); ++i) {
    const PowerPoint& point = chain.powerPoints[i];
    inspectPoint(Item(inspection, "power_points", i, point.id.text()), point);
  }
  LeadInspection leads(inspection);
  for (std::size_t i = 0; i < chain.powerLeads.size(); ++i) leads.inspect(chain.powerLeads[i], i);
  for (std::size_t i = 0; i < chain.groundLeads.size(); ++i) {
    const GroundLead& lead = chain.groundLeads[i];
    const Item item(inspection, "ground_leads", i, lead.id.text());
    if (!inspection.device(lead.device)) item.missing("/device", "device", lead.device.text());
  }
}

}  // namespace linecheck::chain
