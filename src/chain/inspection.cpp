#include "chain/inspection.h"

#include "chain/text_fault.h"
#include "json/pointer.h"

namespace linecheck::chain {

Inspection::Inspection(const Chain& chain, const ProfileOf& profileOf) : chain_(chain) {
  for (const Device& device : chain.devices) {
    devices_.try_emplace(device.id, Known{&device, profileOf(device)});
  }
  for (const PowerPoint& point : chain.powerPoints) powerPoints_.try_emplace(point.id, &point);
  addParts(chain.devices, "devices");
  addParts(chain.cables, "cables");
  addParts(chain.powerPoints, "power_points");
  addParts(chain.powerLeads, "power_leads");
  addParts(chain.groundLeads, "ground_leads");
}

template <class Part>
void Inspection::addParts(const std::vector<Part>& parts, std::string_view list) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string& id = parts[i].id.text();
    const Item item(*this, list, i, id);
    if (!isValidId(id)) {
      item.fault("/id",
                 json::inQuotes(id) +
                     " is no id: it has up to 64 lower-case letters, digits and inner hyphens.");
    } else if (++parts_[id] > 1) {
      item.fault("/id", "The id " + json::inQuotes(id) + " is taken already by another part.");
    }
  }
}

const Device* Inspection::device(const DeviceId& id) const {
  const auto found = devices_.find(id);
  return found == devices_.end() ? nullptr : found->second.device;
}

const profiles::Profile* Inspection::profile(const DeviceId& id) const {
  const auto found = devices_.find(id);
  return found == devices_.end() ? nullptr : found->second.profile;
}

const PowerPoint* Inspection::powerPoint(const PowerPointId& id) const {
  const auto found = powerPoints_.find(id);
  return found == powerPoints_.end() ? nullptr : found->second;
}

std::string Inspection::name(const DeviceId& id) const {
  const profiles::Profile* known = profile(id);
  return known ? known->name() : id.text();
}

Fault Item::make(std::string_view tail, std::string what, std::vector<std::string> others) const {
  Fault fault;
  fault.pointer = json::pointerTo(json::pointerTo("", list_), index_);
  fault.pointer += tail;
  fault.place.part = id_;
  fault.what = std::move(what);
  fault.parts = std::move(others);
  if (!id_.empty()) fault.parts.push_back(id_);
  return fault;
}

void Item::fault(std::string_view tail, std::string what, std::vector<std::string> others) const {
  inspection_.add(make(tail, std::move(what), std::move(others)));
}

void Item::missing(std::string_view tail, std::string_view noun, std::string_view id) const {
  Fault fault =
      make(tail, "There is no " + std::string(noun) + ' ' + json::inQuotes(id) + " in this chain.",
           {std::string(id)});
  fault.code = ErrorCode::notFound;
  inspection_.add(std::move(fault));
}

void Item::misfit(std::string_view tail, std::string what, ErrorCode code, std::string detail,
                  std::vector<std::string> others) const {
  Fault fault = make(tail, std::move(what), std::move(others));
  fault.code = code;
  fault.place.detail = std::move(detail);
  fault.isOfProfile = true;
  inspection_.add(std::move(fault));
}

void Item::text(std::string_view tail, std::string_view text) const {
  if (auto what = textFault(text)) fault(tail, std::move(*what));
}

void Item::within(std::string_view tail, const Bounds& bounds, std::optional<double> number) const {
  if (!number) return;
  if (auto what = outside(bounds, *number)) fault(tail, std::move(*what));
}

}  // namespace linecheck::chain
