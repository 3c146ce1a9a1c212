#include <set>

#include "chain/inspection.h"
#include "chain/setting_fit.h"
#include "json/pointer.h"

namespace linecheck::chain {
namespace {

using profiles::Profile;

void inspectSettings(const Item& item, const Device& device, const Profile* profile) {
  for (const auto& [id, setting] : device.settings) {
    const std::string tail = json::pointerTo("/settings", id);
    if (auto what = settingFault(setting)) {
      item.fault(tail, std::move(*what));
      continue;
    }
    if (!profile) continue;
    const profiles::Control* control = profile->control(id);
    if (!control) {
      item.misfit(tail, profile->name() + " has no control " + json::inQuotes(id) + ".",
                  ErrorCode::notFound, id);
    } else if (auto what = settingMisfit(*control, setting)) {
      item.misfit(tail, std::move(*what), ErrorCode::badInput, id);
    }
  }
}

void inspectComputer(const Item& item, const Device& device, const Profile* profile) {
  if (!device.computer) return;
  item.within("/computer/system_volume", kSystemVolumeBounds, device.computer->systemVolume);
  if (profile && profile->kind != profiles::Kind::computer) {
    item.misfit("/computer", profile->name() + " is no computer.", ErrorCode::badInput);
  }
}

/// Whether from this device downwards things lie on each other in a circle through it.
bool liesOnItself(const Inspection& inspection, const Device& device) {
  std::set<DeviceId> seen;
  for (auto below = device.placement.onTopOf; below && seen.insert(*below).second;) {
    if (*below == device.id) return true;
    const Device* next = inspection.device(*below);
    below = next ? next->placement.onTopOf : std::nullopt;
  }
  return false;
}

void inspectPlacement(const Inspection& inspection, const Item& item, const Device& device) {
  const std::optional<DeviceId>& below = device.placement.onTopOf;
  if (!below) return;
  if (!inspection.device(*below)) {
    item.missing("/placement/on_top_of", "device", below->text());
  } else if (liesOnItself(inspection, device)) {
    item.fault("/placement/on_top_of",
               inspection.name(device.id) + " cannot lie on " + inspection.name(*below) +
                   ", which would then lie on itself.",
               {below->text()});
  }
}

}  // namespace

void inspectDevices(Inspection& inspection) {
  const std::vector<Device>& devices = inspection.chain().devices;
  for (std::size_t i = 0; i < devices.size(); ++i) {
    const Device& device = devices[i];
    const Item item(inspection, "devices", i, device.id.text());
    const Profile* profile = inspection.profile(device.id);
    if (device.profile.empty()) item.fault("/profile", "A device names its profile.");
    item.text("/profile", device.profile);
    if (!profile) {
      item.misfit("/profile",
                  "There is no profile " + json::inQuotes(device.profile) +
                      " in the library: nothing is known of this device until there is.",
                  ErrorCode::notFound);
    }
    item.text("/name", device.name);
    item.text("/serial", device.serial);
    inspectComputer(item, device, profile);
    inspectSettings(item, device, profile);
    item.within("/format/sample_rate_hz", kSampleRateBounds, numberIn(device.format.sampleRate));
    const std::optional<int> bits = device.format.bits;
    item.within("/format/bits", kBitsBounds, bits ? std::optional<double>(*bits) : std::nullopt);
    inspectPlacement(inspection, item, device);
  }
}

}  // namespace linecheck::chain
