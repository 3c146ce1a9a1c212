#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "chain/desk.h"
#include "chain/grounds.h"
#include "chain/live_controls.h"
#include "levels/level_plan.h"
#include "levels/recommendation.h"
#include "rules/finding.h"

namespace linecheck::cli {

/// Everything that can be said of a desk before anything is measured.
struct DeskCheck {
  std::vector<rules::Finding> findings;
  chain::GroundPlan grounds;
  levels::LevelPlan levels;
  /// See levels::mainPath.
  std::optional<std::size_t> mainPath;
  std::optional<levels::Recommendation> recommended;  ///< For that path.
  std::vector<chain::DeviceId> powerUp;
  std::vector<chain::Place> liveControls;
};

/// `listening` is how loud the programme's working level shall be at the ear.
[[nodiscard]] DeskCheck checkDesk(const chain::Desk& desk, DecibelsSpl listening);

}  // namespace linecheck::cli
