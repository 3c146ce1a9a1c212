#pragma once

#include "levels/level_plan.h"
#include "levels/route.h"
#include "levels/settings.h"

namespace linecheck::levels {

/// The levels along one route, with the controls as `settings` has them.
[[nodiscard]] Path pathLevels(const Settings& settings, const Route& route,
                              const Programme& programme);

}  // namespace linecheck::levels
