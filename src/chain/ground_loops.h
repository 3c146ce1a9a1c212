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
[[nodiscard]] FoundLoops findLoops(std::size_t nodes, std::span<const GroundLink> links);

}  // namespace linecheck::chain
