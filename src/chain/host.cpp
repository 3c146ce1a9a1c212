#include "chain/host.h"

#include <variant>

namespace linecheck::chain {
namespace {

const profiles::Control* systemVolumeControl(const Desk& desk, const Device& computer) {
  const profiles::Profile* profile = desk.profile(computer.id);
  if (!profile) return nullptr;
  for (const profiles::Control& control : profile->controls) {
    if (std::holds_alternative<profiles::Volume>(control.action)) return &control;
  }
  return nullptr;
}

}  // namespace

const Device* hostOfBuiltIn(const Desk& desk, const DeviceId& device) {
  const profiles::Profile* profile = desk.profile(device);
  if (!profile || !profile->power || profile->power->supply != profiles::Supply::host) {
    return nullptr;
  }
  const Device* host = nullptr;
  for (const Device& other : desk.chain().devices) {
    if (desk.kind(other.id) != profiles::Kind::computer) continue;
    if (host) return nullptr;
    host = &other;
  }
  return host;
}

std::optional<double> systemVolume(const Desk& desk, const Device& computer) {
  if (computer.computer && computer.computer->systemVolume) return computer.computer->systemVolume;
  const profiles::Control* control = systemVolumeControl(desk, computer);
  const auto stands = control ? desk.setting(computer.id, control->id) : std::nullopt;
  if (!stands) return std::nullopt;
  if (const auto* travel = std::get_if<Travel>(&*stands)) return travel->fraction;
  if (const auto* gain = std::get_if<Decibels>(&*stands)) return gain->amplitudeRatio();
  return std::nullopt;
}

Place systemVolumePlace(const Desk& desk, const Device& computer) {
  const profiles::Control* control = systemVolumeControl(desk, computer);
  return control ? Place(computer.id, control->id) : Place(computer.id);
}

std::optional<bool> usesSystemMixer(const Device& computer) {
  if (!computer.computer || !computer.computer->path) return std::nullopt;
  return *computer.computer->path == AudioPath::sharedMixer;
}

}  // namespace linecheck::chain
