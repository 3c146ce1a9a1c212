#include "chain/edit.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace linecheck::chain {
namespace {

template <class Part>
std::vector<Part>& listOf(Chain& chain) {
  if constexpr (std::is_same_v<Part, Device>) {
    return chain.devices;
  } else if constexpr (std::is_same_v<Part, Cable>) {
    return chain.cables;
  } else if constexpr (std::is_same_v<Part, PowerPoint>) {
    return chain.powerPoints;
  } else if constexpr (std::is_same_v<Part, PowerLead>) {
    return chain.powerLeads;
  } else if constexpr (std::is_same_v<Part, GroundLead>) {
    return chain.groundLeads;
  } else if constexpr (std::is_same_v<Part, Approval>) {
    return chain.approvals;
  } else {
    static_assert(std::is_same_v<Part, CardPlace>);
    return chain.cardPlaces;
  }
}

template <class Part>
void applyChange(Chain& chain, const PartChange<Part>& change) {
  std::vector<Part>& list = listOf<Part>(chain);
  const auto at = list.begin() + static_cast<std::ptrdiff_t>(std::min(change.index, list.size()));
  if (!change.before) {
    if (change.after) list.insert(at, *change.after);
    return;
  }
  if (!LC_VERIFY(at != list.end() && *at == *change.before)) return;
  if (change.after) {
    *at = *change.after;
  } else {
    list.erase(at);
  }
}

void applyChange(Chain& chain, const ValueChange<Mains>& change) {
  chain.mains = change.after;
}

void applyChange(Chain& chain, const ValueChange<std::string>& change) {
  chain.name = change.after;
}

}  // namespace

void apply(Chain& chain, const Edit& edit) {
  for (const Change& change : edit.changes) {
    std::visit([&](const auto& kind) { applyChange(chain, kind); }, change);
  }
}

Edit inverse(const Edit& edit) {
  Edit back = edit;
  std::reverse(back.changes.begin(), back.changes.end());
  for (Change& change : back.changes) {
    std::visit([](auto& kind) { std::swap(kind.before, kind.after); }, change);
  }
  return back;
}

}  // namespace linecheck::chain
