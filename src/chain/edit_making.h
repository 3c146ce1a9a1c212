#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "chain/desk.h"
#include "chain/edit.h"
#include "chain/legality.h"

/// What the edits are made of. The functions that take an `Edit&` add changes to it, for the chain
/// as it is after those that it has.
namespace linecheck::chain {

/// The edit, or the first thing that would be illegal after it and was not before. `added` is the
/// profile of a device that it brings.
[[nodiscard]] Result<Edit> checked(const Desk& desk, Edit edit,
                                   const profiles::Profile* added = nullptr);

/// Part of that name is not there.
[[nodiscard]] tl::unexpected<Error> noSuch(std::string_view what, const std::string& id);

/// A new id among the chain's parts.
[[nodiscard]] std::string newId(const Chain& chain, std::string_view name);

/// Where the first item that it is true of stands.
template <class Part, class Predicate>
[[nodiscard]] std::optional<std::size_t> indexIf(const std::vector<Part>& parts, Predicate is) {
  const auto found = std::find_if(parts.begin(), parts.end(), is);
  if (found == parts.end()) return std::nullopt;
  return static_cast<std::size_t>(found - parts.begin());
}
template <class Part, class PartId>
[[nodiscard]] std::optional<std::size_t> indexOf(const std::vector<Part>& parts, const PartId& id) {
  return indexIf(parts, [&](const Part& part) { return part.id == id; });
}

template <class Part>
void insert(Edit& edit, const std::vector<Part>& parts, Part part) {
  edit.changes.push_back(PartChange<Part>{parts.size(), std::nullopt, std::move(part)});
}
/// Nothing if it is the same.
template <class Part>
void exchange(Edit& edit, const std::vector<Part>& parts, std::size_t index, Part part) {
  if (parts[index] == part) return;
  edit.changes.push_back(PartChange<Part>{index, parts[index], std::move(part)});
}
/// Takes out all that it is true of, the last first, so that the others' places stay good.
template <class Part, class Predicate>
void eraseIf(Edit& edit, const std::vector<Part>& parts, Predicate is) {
  for (std::size_t i = parts.size(); i-- > 0;) {
    if (is(parts[i])) edit.changes.push_back(PartChange<Part>{i, parts[i], std::nullopt});
  }
}
/// Takes out the approvals about any of these parts.
void eraseApprovals(Edit& edit, const Chain& chain, const std::vector<std::string>& ids);

/// As the user knows a power point.
[[nodiscard]] std::string nameOf(const PowerPoint& point);

}  // namespace linecheck::chain
