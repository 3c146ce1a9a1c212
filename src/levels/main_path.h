#pragma once

#include <cstddef>
#include <optional>

#include "chain/desk.h"
#include "levels/level_plan.h"

namespace linecheck::levels {

/// Index of the path whose figures stand for the desk: to headphones if there is one, of those one
/// that is switched on, of those one whose signal-to-noise ratio is known; among equals the first.
/// Empty if there is no path at all. The plan is that of this desk.
[[nodiscard]] std::optional<std::size_t> mainPath(const chain::Desk& desk, const LevelPlan& plan);

}  // namespace linecheck::levels
