#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "chain/grounds.h"

namespace linecheck::chain {

/// At most this many loops are listed.
inline constexpr std::size_t kMaximumLoops = 1000;

struct FoundLoops {
  /// Indices of links in order around each loop, from the first audio shield of the list on and
  /// through it from its `from` to its `to`.
  std::vector<std::vector<std::size_t>> loops;
  /// False if there are more than kMaximumLoops, or if the search took too long. What is listed
  /// then are still the shortest.
  bool isComplete = true;
};

/// The loops that GroundPlan::loops describes, in its order.
///
/// Nodes joined by internal links are merged first. Every loop through the shield between two
/// merged nodes is then a path from the one to the other without shortcut. Paths grow from one
/// end, always the one first whose shortest possible loop is shortest, so that loops come out by
/// length, and a path that cannot be closed is never followed. Time is bounded.
[[nodiscard]] FoundLoops findLoops(std::size_t nodes, std::span<const GroundLink> links);

}  // namespace linecheck::chain
