#include "levels/route_controls.h"

#include <algorithm>
#include <optional>

#include "chain/signals.h"
#include "levels/control_gain.h"
#include "levels/stage_gain.h"

namespace linecheck::levels {
namespace {

using profiles::VolumeTechnology;
using Role = RouteControl::Role;

bool isDigital(const chain::Desk& desk, const RoutePoint& at) {
  const profiles::Port* port = desk.port({at.device, at.port, {}});
  return port && chain::signalClass(*port) == chain::SignalClass::digital;
}

/// Whether numbers become a voltage at this point.
bool convertsAt(const chain::Desk& desk, const Route& route, std::size_t i) {
  return !route[i].isInput && (i == 0 || isDigital(desk, route[i - 1])) &&
         isConverter(desk, route[i].device);
}

std::optional<Role> roleOf(const profiles::Control& control, bool isInput, bool isConverting) {
  if (std::holds_alternative<profiles::OutputTrim>(control.action)) {
    return isConverting ? std::optional(Role::trim) : std::nullopt;
  }
  if (std::holds_alternative<profiles::InputSensitivity>(control.action)) {
    return isInput ? std::optional(Role::sensitivity) : std::nullopt;
  }
  if (std::holds_alternative<profiles::GainSwitch>(control.action)) {
    return isConverting ? Role::pad : Role::gain;
  }
  if (const auto* volume = std::get_if<profiles::Volume>(&control.action)) {
    const bool isDigitalVolume = volume->technology == VolumeTechnology::digital ||
                                 (isConverting && volume->technology == VolumeTechnology::unknown);
    return isDigitalVolume ? Role::digitalVolume : Role::volume;
  }
  return std::nullopt;
}

}  // namespace

std::vector<RouteControl> controlsOn(const chain::Desk& desk, const Route& route) {
  std::vector<RouteControl> controls;
  for (std::size_t i = 0; i < route.size(); ++i) {
    const RoutePoint& at = route[i];
    const profiles::Profile* profile = desk.profile(at.device);
    if (!profile || isDigital(desk, at)) continue;
    for (const profiles::Control& control : profile->controls) {
      if (!actsOn(control, at.port)) continue;
      const auto role = roleOf(control, at.isInput, convertsAt(desk, route, i));
      if (!role || (i + 1 == route.size() && *role != Role::sensitivity)) continue;
      const bool isKnown = std::any_of(controls.begin(), controls.end(), [&](const auto& other) {
        return other.device == at.device && other.control == &control;
      });
      if (!isKnown) controls.push_back({*role, i, at.device, &control});
    }
  }
  return controls;
}

}  // namespace linecheck::levels
