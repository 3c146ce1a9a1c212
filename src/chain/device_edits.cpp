#include "chain/edit_making.h"
#include "chain/edits.h"
#include "json/pointer.h"

namespace linecheck::chain {
namespace {

using profiles::Profile;

std::string nameOf(const Device& device, const Profile* profile) {
  if (!device.name.empty()) return device.name;
  return profile ? profile->name() : device.id.text();
}

/// What lies on the device then lies on nothing.
void clearAbove(Edit& edit, const Chain& chain, const DeviceId& id) {
  for (std::size_t i = 0; i < chain.devices.size(); ++i) {
    if (chain.devices[i].placement.onTopOf != id) continue;
    Device device = chain.devices[i];
    device.placement.onTopOf.reset();
    exchange(edit, chain.devices, i, std::move(device));
  }
}

bool isAt(const Cable& cable, const DeviceId& id) {
  return cable.from.socket.device == id || cable.to.socket.device == id;
}

bool leadsTo(const PowerLead& lead, const DeviceId& id) {
  const auto* device = std::get_if<DeviceId>(&lead.to);
  return device && *device == id;
}

}  // namespace

Result<Edit> addDevice(const Desk& desk, const Profile* profile, const std::string& name) {
  if (!profile) {
    return fail(ErrorCode::notFound, "There is no such profile in the library.");
  }
  Device device;
  device.id = DeviceId(newId(desk.chain(), name.empty() ? profile->name() : name));
  device.profile = profile->id;
  device.name = name;
  Edit edit{EditKind::addDevice, nameOf(device, profile), {}};
  insert(edit, desk.chain().devices, std::move(device));
  return checked(desk, std::move(edit), profile);
}

Result<Edit> removeDevice(const Desk& desk, const DeviceId& id) {
  const Chain& chain = desk.chain();
  if (!desk.device(id)) return noSuch("device", id.text());
  std::vector<std::string> gone{id.text()};
  const auto isCable = [&](const Cable& cable) { return isAt(cable, id); };
  const auto isLead = [&](const PowerLead& lead) { return leadsTo(lead, id); };
  const auto isGroundLead = [&](const GroundLead& lead) { return lead.device == id; };
  const auto note = [&](const auto& parts, const auto& is) {
    for (const auto& part : parts) {
      if (is(part)) gone.push_back(part.id.text());
    }
  };
  note(chain.cables, isCable);
  note(chain.powerLeads, isLead);
  note(chain.groundLeads, isGroundLead);

  Edit edit{EditKind::removeDevice, desk.name(id), {}};
  eraseApprovals(edit, chain, gone);
  eraseIf(edit, chain.cardPlaces, [&](const CardPlace& card) { return card.device == id; });
  eraseIf(edit, chain.groundLeads, isGroundLead);
  eraseIf(edit, chain.powerLeads, isLead);
  eraseIf(edit, chain.cables, isCable);
  clearAbove(edit, chain, id);
  eraseIf(edit, chain.devices, [&](const Device& device) { return device.id == id; });
  return checked(desk, std::move(edit));
}

Result<Edit> changeDevice(const Desk& desk, const Device& device, const Profile* profile) {
  const Chain& chain = desk.chain();
  const auto index = indexOf(chain.devices, device.id);
  if (!index) return noSuch("device", device.id.text());
  const bool isOther = chain.devices[*index].profile != device.profile;
  if (isOther && (!profile || profile->id != device.profile)) {
    return fail(ErrorCode::notFound,
                "There is no profile " + json::inQuotes(device.profile) + " in the library.",
                device.id.text());
  }
  Edit edit{EditKind::changeDevice, desk.name(device.id), {}};
  exchange(edit, chain.devices, *index, device);
  return checked(desk, std::move(edit), profile);
}

Result<Edit> changeSetting(const Desk& desk, const DeviceId& id, const std::string& control,
                           const std::optional<Setting>& setting) {
  const auto index = indexOf(desk.chain().devices, id);
  if (!index) return noSuch("device", id.text());
  Device device = desk.chain().devices[*index];
  const Profile* profile = desk.profile(id);
  const profiles::Control* known = profile ? profile->control(control) : nullptr;
  // Even a setting that the profile does not know, from an older file, can be forgotten.
  if (!known && (setting || !device.settings.contains(control))) {
    return fail(ErrorCode::notFound,
                profile ? desk.name(id) + " has no control " + json::inQuotes(control) + "."
                        : "The profile of " + desk.name(id) +
                              " is not in the library, so that its controls are not known.",
                Place(id, control).text());
  }
  if (setting) {
    device.settings[control] = *setting;
  } else {
    device.settings.erase(control);
  }
  Edit edit{EditKind::changeSetting, desk.name(id) + ": " + (known ? known->name : control), {}};
  exchange(edit, desk.chain().devices, *index, std::move(device));
  return checked(desk, std::move(edit));
}

Result<Edit> moveCard(const Desk& desk, const CardPlace& place) {
  const Chain& chain = desk.chain();
  if (!desk.device(place.device)) return noSuch("device", place.device.text());
  Edit edit{EditKind::moveCard, desk.name(place.device), {}};
  const auto index =
      indexIf(chain.cardPlaces, [&](const CardPlace& card) { return card.device == place.device; });
  if (index) {
    exchange(edit, chain.cardPlaces, *index, place);
  } else {
    insert(edit, chain.cardPlaces, place);
  }
  return checked(desk, std::move(edit));
}

}  // namespace linecheck::chain
