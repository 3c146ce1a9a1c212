#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "chain/id.h"

namespace linecheck::chain {

/// Something in a chain that can be pointed at: a part, or a port or control of a device. Without
/// a part it is the whole desk.
struct Place {
  std::string part;    ///< Id of a device, cable, power point or lead.
  std::string detail;  ///< Id of a port or control of that device; may be empty.

  Place() = default;
  template <class Tag>
  explicit Place(const Id<Tag>& id, std::string ofIt = {})
      : part(id.text()), detail(std::move(ofIt)) {}

  /// "zen-go", "zen-go:line-out"; empty for the whole desk.
  [[nodiscard]] std::string text() const { return detail.empty() ? part : part + ':' + detail; }

  auto operator<=>(const Place&) const = default;
};

inline void addOnce(std::vector<Place>& places, const Place& place) {
  if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
}

}  // namespace linecheck::chain
