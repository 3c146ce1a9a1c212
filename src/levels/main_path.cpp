#include "levels/main_path.h"

#include <tuple>

namespace linecheck::levels {
namespace {

bool endsAtHeadphones(const chain::Desk& desk, const Path& path) {
  return !path.points.empty() &&
         desk.kind(path.points.back().at.device) == profiles::Kind::headphones;
}

}  // namespace

std::optional<std::size_t> mainPath(const chain::Desk& desk, const LevelPlan& plan) {
  const auto worth = [&](const Path& path) {
    return std::tuple(endsAtHeadphones(desk, path), path.isPlaying.value_or(true),
                      path.snr.nominal.has_value());
  };
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < plan.paths.size(); ++i) {
    if (!best || worth(plan.paths[i]) > worth(plan.paths[*best])) best = i;
  }
  return best;
}

}  // namespace linecheck::levels
