#include "chain/volume_stand.h"

#include <algorithm>

#include "chain/cable_shield.h"
#include "chain/host.h"
#include "chain/signals.h"

namespace linecheck::chain {
namespace {

using profiles::Kind;
using profiles::Volume;
using profiles::VolumeTechnology;

/// Below this a slider is turned down: 97 % is what Windows wants, and sliders are coarse.
constexpr double kSliderUp = 0.955;

VolumeStand standOf(const Setting& setting, const Volume& volume) {
  if (const auto* travel = std::get_if<Travel>(&setting)) {
    return travel->fraction > 0.995 ? VolumeStand::full : VolumeStand::lowered;
  }
  if (const auto* gain = std::get_if<Decibels>(&setting)) {
    const Decibels most = volume.maximum ? volume.maximum->value.nominal : 0_dB;
    return *gain > std::min(most, 0_dB) - 0.05_dB ? VolumeStand::full : VolumeStand::lowered;
  }
  return VolumeStand::unknown;
}

bool actsOn(const profiles::Control& control, std::string_view input, std::string_view output) {
  if (control.ports.empty()) return true;
  return std::any_of(control.ports.begin(), control.ports.end(),
                     [&](const std::string& port) { return port == input || port == output; });
}

bool isAmplifier(Kind kind) {
  return kind == Kind::headphoneAmplifier || kind == Kind::preamplifier;
}

}  // namespace

bool isListenedTo(const Desk& desk, const DeviceId& device) {
  return isLoad(desk, device) || desk.kind(device) == Kind::monitor;
}

std::vector<VolumeControl> volumesOn(const Desk& desk, const DeviceId& device,
                                     std::string_view input, std::string_view output) {
  std::vector<VolumeControl> controls;
  const profiles::Profile* profile = desk.profile(device);
  if (!profile) return controls;
  for (const profiles::Control& control : profile->controls) {
    const auto* volume = std::get_if<Volume>(&control.action);
    if (!volume || !actsOn(control, input, output)) continue;
    VolumeControl made;
    made.place = Place(device, control.id);
    made.isDigital = volume->technology == VolumeTechnology::digital;
    made.isKnob = volume->technology == VolumeTechnology::potentiometer ||
                  volume->technology == VolumeTechnology::relayLadder ||
                  (!made.isDigital && isAmplifier(profile->kind));
    const auto setting = desk.setting(device, control.id);
    if (setting) made.stand = standOf(*setting, *volume);
    if (isListenedTo(desk, device)) made.stand = VolumeStand::full;
    controls.push_back(std::move(made));
  }
  return controls;
}

bool tellsVolumes(const Desk& desk, const DeviceId& device, std::string_view output) {
  const profiles::Profile* profile = desk.profile(device);
  const profiles::Port* port = profile ? profile->port(output) : nullptr;
  if (!port) return false;
  if (!volumesOn(desk, device, {}, output).empty()) return true;
  if (signalClass(*port) == SignalClass::headphone) return false;
  const bool oughtToHave = isAmplifier(profile->kind) || profile->kind == Kind::audioInterface;
  return !oughtToHave ||
         std::any_of(profile->controls.begin(), profile->controls.end(), [](const auto& control) {
           return std::holds_alternative<Volume>(control.action);
         });
}

std::optional<VolumeControl> systemVolumeOn(const Desk& desk, const Device& computer) {
  const auto isMixed = usesSystemMixer(computer);
  if (isMixed == false) return std::nullopt;
  VolumeControl made;
  made.place = systemVolumePlace(desk, computer);
  made.isDigital = true;
  const auto slider = systemVolume(desk, computer);
  if (slider && *slider >= kSliderUp) {
    made.stand = VolumeStand::full;
  } else if (slider && isMixed) {
    made.stand = VolumeStand::lowered;
  }
  return made;
}

}  // namespace linecheck::chain
