#include "chain/chain.h"

#include <algorithm>

namespace linecheck::chain {
namespace {

template <class Part, class PartId>
const Part* find(const std::vector<Part>& parts, const PartId& id) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; });
  return found == parts.end() ? nullptr : &*found;
}

}  // namespace

const Device* Chain::device(const DeviceId& id) const {
  return find(devices, id);
}

const Cable* Chain::cable(const CableId& id) const {
  return find(cables, id);
}

const PowerPoint* Chain::powerPoint(const PowerPointId& id) const {
  return find(powerPoints, id);
}

bool Chain::hasPart(std::string_view id) const {
  const auto isIn = [&](const auto& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const auto& part) { return part.id.text() == id; });
  };
  return isIn(devices) || isIn(cables) || isIn(powerPoints) || isIn(powerLeads) ||
         isIn(groundLeads);
}

}  // namespace linecheck::chain
