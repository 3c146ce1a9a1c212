#include "chain/legality.h"

#include <set>

#include "chain/inspection.h"
#include "chain/text_fault.h"
#include "json/pointer.h"

namespace linecheck::chain {
namespace {

/// Of what there is only one of.
void addFault(Inspection& inspection, std::string pointer, std::optional<std::string> what) {
  if (!what) return;
  Fault fault;
  fault.pointer = std::move(pointer);
  fault.what = std::move(*what);
  inspection.add(std::move(fault));
}

void inspectMains(Inspection& inspection) {
  const Mains& mains = inspection.chain().mains;
  if (mains.frequency != Hertz::of(50.0) && mains.frequency != Hertz::of(60.0)) {
    addFault(inspection, "/mains/frequency_hz", "The mains has 50 Hz or 60 Hz.");
  }
  addFault(inspection, "/mains/voltage_v", outside(kMainsVoltageBounds, mains.voltage.value()));
}

void inspectApprovals(Inspection& inspection) {
  const std::vector<Approval>& approvals = inspection.chain().approvals;
  std::set<Approval> seen;
  for (std::size_t i = 0; i < approvals.size(); ++i) {
    const Approval& approval = approvals[i];
    const Item item(inspection, "approvals", i, "");
    if (approval.finding.empty()) item.fault("/finding", "An approval names a finding.");
    item.text("/finding", approval.finding);
    for (std::size_t at = 0; at < approval.where.size(); ++at) {
      const std::string& place = approval.where[at];
      if (place.empty()) continue;  // The whole desk.
      const std::string tail = json::pointerTo("/where", at);
      item.text(tail, place);
      const std::string part = partOf(place);
      if (!inspection.hasPart(part)) item.missing(tail, "part", part);
    }
    if (!seen.insert(approval).second) item.fault("", "This finding is approved already.");
  }
}

void inspectCards(Inspection& inspection) {
  const std::vector<CardPlace>& cards = inspection.chain().cardPlaces;
  std::set<DeviceId> seen;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const CardPlace& card = cards[i];
    const Item item(inspection, "cards", i, "");
    if (!inspection.device(card.device)) item.missing("/device", "device", card.device.text());
    if (!seen.insert(card.device).second) {
      item.fault("/device", json::inQuotes(card.device.text()) + " has a card already.");
    }
    item.within("/x", kCardBounds, card.x);
    item.within("/y", kCardBounds, card.y);
  }
}

}  // namespace

std::string partOf(std::string_view place) {
  return std::string(place.substr(0, place.find(':')));
}

std::vector<Fault> findFaults(const Chain& chain, const ProfileOf& profileOf) {
  Inspection inspection(chain, profileOf);
  addFault(inspection, "/name", textFault(chain.name));
  inspectMains(inspection);
  inspectDevices(inspection);
  inspectCables(inspection);
  inspectPower(inspection);
  inspectApprovals(inspection);
  inspectCards(inspection);
  return inspection.take();
}

}  // namespace linecheck::chain
