#include "cli/desk_check.h"

#include <tuple>

#include "chain/power_order.h"
#include "rules/rules.h"

namespace linecheck::cli {
namespace {

bool endsAtHeadphones(const chain::Desk& desk, const levels::Path& path) {
  return !path.points.empty() &&
         desk.kind(path.points.back().at.device) == profiles::Kind::headphones;
}

std::optional<std::size_t> mainPathOf(const chain::Desk& desk, const levels::LevelPlan& plan) {
  const auto worth = [&](const levels::Path& path) {
    return std::tuple(endsAtHeadphones(desk, path), path.isPlaying.value_or(true),
                      path.snr.nominal.has_value());
  };
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < plan.paths.size(); ++i) {
    if (!best || worth(plan.paths[i]) > worth(plan.paths[*best])) best = i;
  }
  return best;
}

}  // namespace

DeskCheck checkDesk(const chain::Desk& desk, DecibelsSpl listening) {
  DeskCheck check;
  check.grounds = chain::planGrounds(desk);
  check.findings = rules::check({desk, check.grounds});
  check.levels = levels::planLevels(desk);
  check.mainPath = mainPathOf(desk, check.levels);
  if (check.mainPath) {
    levels::Listening wanted;
    wanted.level = listening;
    check.recommended = levels::recommend(desk, check.levels.paths[*check.mainPath], wanted);
  }
  check.powerUp = chain::powerUpOrder(desk);
  check.liveControls = chain::liveControls(chain::listeningEnds(desk));
  return check;
}

}  // namespace linecheck::cli
