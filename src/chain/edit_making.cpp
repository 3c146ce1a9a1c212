#include "chain/edit_making.h"

#include "json/pointer.h"

namespace linecheck::chain {

Result<Edit> checked(const Desk& desk, Edit edit, const profiles::Profile* added) {
  if (edit.changes.empty()) return edit;
  Chain after = desk.chain();
  apply(after, edit);
  const ProfileOf profileOf = [&](const Device& device) -> const profiles::Profile* {
    const Device* before = desk.device(device.id);
    if (before && before->profile == device.profile) return desk.profile(device.id);
    return added && added->id == device.profile ? added : nullptr;
  };
  const std::vector<Fault> faults = findFaults(after, profileOf);
  if (faults.empty()) return edit;
  const std::vector<Fault> before = findFaults(desk.chain(), profileOf);
  for (const Fault& fault : faults) {
    const bool wasThere = std::any_of(before.begin(), before.end(), [&](const Fault& other) {
      return other.place == fault.place && other.what == fault.what;
    });
    if (!wasThere) return fail(fault.code, fault.what, fault.place.text());
  }
  return edit;
}

tl::unexpected<Error> noSuch(std::string_view what, const std::string& id) {
  return fail(ErrorCode::notFound,
              "There is no " + std::string(what) + ' ' + json::inQuotes(id) + " in this chain.",
              id);
}

std::string newId(const Chain& chain, std::string_view name) {
  return makeId(name, [&](const std::string& id) { return chain.hasPart(id); });
}

void eraseApprovals(Edit& edit, const Chain& chain, const std::vector<std::string>& ids) {
  const auto isOfThese = [&](const std::string& place) {
    return std::find(ids.begin(), ids.end(), partOf(place)) != ids.end();
  };
  eraseIf(edit, chain.approvals, [&](const Approval& approval) {
    return std::any_of(approval.where.begin(), approval.where.end(), isOfThese);
  });
}

std::string nameOf(const PowerPoint& point) {
  return point.name.empty() ? point.id.text() : point.name;
}

}  // namespace linecheck::chain
