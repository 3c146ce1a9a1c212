#include "simulation/scene/standing.h"

#include <algorithm>

namespace linecheck::simulation {
namespace {

using profiles::Supply;

constexpr Metres kUsualLength = Metres::of(1.5);

bool hasUsb(const chain::Desk& desk, const chain::DeviceId& device) {
  const auto& ends = desk.attached(device);
  return std::any_of(ends.begin(), ends.end(), [](const chain::Desk::Attached& end) {
    return end.cable->kind == chain::CableKind::usb;
  });
}

}  // namespace

bool Standing::isOn(const chain::DeviceId& device) const {
  if (!desk.device(device) || situation.switchedOff.contains(device)) return false;
  // Somebody pulled its plug. A laptop goes on.
  const chain::Device* now = desk.device(device);
  const bool isOnBattery = now->computer && now->computer->isOnBattery == true;
  if (!start.feeds(device).empty() && desk.feeds(device).empty()) return isOnBattery;
  const profiles::Profile* profile = desk.profile(device);
  const bool isBusPowered = profile && profile->power && profile->power->supply == Supply::usbBus;
  return !isBusPowered || hasUsb(desk, device) || !hasUsb(start, device);
}

bool Standing::isOnMains(const chain::DeviceId& device) const {
  const chain::Device* now = desk.device(device);
  if (!now || (now->computer && now->computer->isOnBattery == true)) return false;
  const profiles::Profile* profile = desk.profile(device);
  if (!profile || !profile->power) return !desk.feeds(device).empty();
  const Supply supply = profile->power->supply;
  if (supply != Supply::externalAdapter && supply != Supply::internalMains) return false;
  // Nobody draws every lead; one that was drawn and is gone was pulled.
  return start.feeds(device).empty() || !desk.feeds(device).empty();
}

std::optional<chain::DummyPlug> Standing::dummy(const chain::CableId& cable) const {
  const auto found = situation.dummies.find(cable);
  return found == situation.dummies.end() ? std::nullopt : std::optional(found->second);
}

Metres lengthOf(const chain::Cable& cable) {
  return cable.length.value_or(kUsualLength);
}

}  // namespace linecheck::simulation
