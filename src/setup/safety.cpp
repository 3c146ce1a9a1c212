#include "setup/safety.h"

#include <algorithm>

#include "levels/level_plan.h"

namespace linecheck::setup {
namespace {

using levels::Estimate;

/// A best value alone proves nothing of how loud it can get.
bool mayBeLoud(const Estimate<DecibelsSpl>& peak) {
  return !peak.high || *peak.high > kLoudestWorn;
}

}  // namespace

std::vector<WornLevel> wornLevels(const chain::Desk& desk, DecibelsFs level) {
  const Decibels below = level - DecibelsFs::of(0.0);
  std::vector<WornLevel> worn;
  const levels::LevelPlan plan = levels::planLevels(desk);
  for (const levels::Path& path : plan.paths) {
    const auto& end = path.points.back().at.device;
    if (desk.kind(end) != profiles::Kind::headphones) continue;
    WornLevel one{end, {}, path.isPlaying != false, false};
    if (path.peakLoudness) {
      one.peak = levels::rising(*path.peakLoudness, [&](DecibelsSpl spl) { return spl + below; });
    }
    one.mustComeOff = one.isPlaying && mayBeLoud(one.peak);
    worn.push_back(std::move(one));
  }
  return worn;
}

bool mustHeadphonesComeOff(const chain::Desk& desk, DecibelsFs level) {
  const auto worn = wornLevels(desk, level);
  return std::any_of(worn.begin(), worn.end(),
                     [](const WornLevel& one) { return one.mustComeOff; });
}

}  // namespace linecheck::setup
