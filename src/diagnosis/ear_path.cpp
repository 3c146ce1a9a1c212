#include "diagnosis/ear_path.h"

#include <algorithm>

#include "chain/signals.h"
#include "levels/port_limits.h"
#include "levels/route.h"
#include "levels/settings.h"
#include "levels/stage_gain.h"

namespace linecheck::diagnosis {
namespace {

bool isDigital(const chain::Desk& desk, const levels::RoutePoint& at) {
  const profiles::Port* port = desk.port({at.device, at.port, {}});
  return port != nullptr && chain::signalClass(*port) == chain::SignalClass::digital;
}

std::optional<EarPath> alongRoute(const chain::Desk& desk, const levels::Route& route,
                                  const ListeningPoint& at) {
  const auto start = std::find_if(route.begin(), route.end(), [&](const auto& point) {
    return point.device == at.device && point.port == at.port && !point.isInput;
  });
  if (start == route.end() || desk.kind(route.back().device) != profiles::Kind::headphones) {
    return std::nullopt;
  }
  const levels::Settings settings(desk);
  EarPath path{route.back().device, levels::Estimate<Decibels>::exactly(Decibels()), true};
  for (auto point = start; point != route.end(); ++point) {
    if (isDigital(desk, *point)) return std::nullopt;
    if (!point->isInput && desk.isPlaying(point->device, point->port) == false) {
      path.isPlaying = false;
    }
    if (point == start) continue;
    const levels::RoutePoint& before = *(point - 1);
    path.gain = path.gain + (point->isInput ? levels::connectionGain(desk, before, *point)
                                            : levels::stageGain(settings, before, *point));
  }
  return path;
}

}  // namespace

std::optional<EarPath> earPath(const chain::Desk& desk, const ListeningPoint& at) {
  std::optional<EarPath> best;
  for (const levels::Route& route : levels::findRoutes(desk).routes) {
    const auto path = alongRoute(desk, route, at);
    if (path && (!best || (path->isPlaying && !best->isPlaying))) best = path;
  }
  return best;
}

}  // namespace linecheck::diagnosis
