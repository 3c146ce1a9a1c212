#include "levels/level_plan.h"

#include "levels/path_levels.h"

namespace linecheck::levels {

Route Path::route() const {
  Route route;
  for (const Point& point : points) route.push_back(point.at);
  return route;
}

LevelPlan planLevels(const chain::Desk& desk, const Programme& programme) {
  const Routes found = findRoutes(desk);
  const Settings settings(desk);
  LevelPlan plan;
  plan.isComplete = found.isComplete;
  for (const Route& route : found.routes) {
    plan.paths.push_back(pathLevels(settings, route, programme));
  }
  return plan;
}

Estimate<Volts> volts(const Estimate<DecibelsU>& level) {
  return rising(level, [](DecibelsU l) { return voltsFromDbu(l); });
}

}  // namespace linecheck::levels
