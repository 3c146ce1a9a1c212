#pragma once

#include <vector>

#include "chain/desk.h"
#include "chain/grounds.h"

namespace linecheck::chain {

/// The indices of the nodes of a loop, in order: the first is where its first link begins.
[[nodiscard]] std::vector<std::size_t> nodesOf(const GroundPlan& plan,
                                               const std::vector<std::size_t>& links);

/// One stretch of a loop through the earth: it comes in from a device and goes out to a device.
struct EarthStretch {
  std::vector<std::size_t> nodes;  ///< Earths, building and outside, in order; at least one.
  std::size_t entry = 0;           ///< Index of the link by which the loop comes in.
  std::size_t exit = 0;
};

/// All stretches of a loop through the earth, in order.
[[nodiscard]] std::vector<EarthStretch> earthStretches(const GroundPlan& plan,
                                                       const std::vector<std::size_t>& links);

/// How far apart the two ends of a stretch lie.
[[nodiscard]] LoopDrive driveOf(const Desk& desk, const GroundPlan& plan,
                                const EarthStretch& stretch);

/// That of the stretch that drives most.
[[nodiscard]] LoopDrive driveOf(const Desk& desk, const GroundPlan& plan,
                                const std::vector<EarthStretch>& stretches);

}  // namespace linecheck::chain
