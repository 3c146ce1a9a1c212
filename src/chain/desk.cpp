#include "chain/desk.h"

#include <algorithm>

#include "chain/signals.h"

namespace linecheck::chain {

using profiles::Direction;
using profiles::Kind;
using profiles::ModeSwitch;
using profiles::Port;
using profiles::Profile;

Desk::Desk(Chain chain, const ProfileLookup& lookup) : chain_(std::move(chain)) {
  for (const Device& device : chain_.devices) {
    entries_[device.id] = {&device, lookup(device.profile), {}, {}};
  }
  const auto attach = [&](const Cable& cable, const CableEnd& near, const CableEnd& far,
                          bool isSource) {
    if (const auto found = entries_.find(near.socket.device); found != entries_.end()) {
      found->second.attached.push_back({&cable, &near, &far, isSource});
    }
  };
  for (const Cable& cable : chain_.cables) {
    cables_[cable.id] = &cable;
    attach(cable, cable.from, cable.to, true);
    attach(cable, cable.to, cable.from, false);
  }
  for (const PowerPoint& point : chain_.powerPoints) powerPoints_[point.id] = &point;
  for (const PowerLead& lead : chain_.powerLeads) {
    if (const auto* device = std::get_if<DeviceId>(&lead.to)) {
      if (const auto found = entries_.find(*device); found != entries_.end()) {
        found->second.feeds.push_back(&lead);
      }
    } else if (const auto from = powerPoints_.find(lead.from); from != powerPoints_.end()) {
      upstream_[std::get<PowerPointId>(lead.to)] = from->second;
    }
  }
}

const Desk::Entry* Desk::entry(const DeviceId& id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? nullptr : &found->second;
}

const Device* Desk::device(const DeviceId& id) const {
  const Entry* found = entry(id);
  return found ? found->device : nullptr;
}

const Profile* Desk::profile(const DeviceId& id) const {
  const Entry* found = entry(id);
  return found ? found->profile : nullptr;
}

std::optional<Kind> Desk::kind(const DeviceId& id) const {
  const Profile* found = profile(id);
  return found ? std::optional(found->kind) : std::nullopt;
}

const Cable* Desk::cable(const CableId& id) const {
  const auto found = cables_.find(id);
  return found == cables_.end() ? nullptr : found->second;
}

const PowerPoint* Desk::powerPoint(const PowerPointId& id) const {
  const auto found = powerPoints_.find(id);
  return found == powerPoints_.end() ? nullptr : found->second;
}

std::string Desk::name(const DeviceId& id) const {
  const Device* found = device(id);
  if (found && !found->name.empty()) return found->name;
  const Profile* known = profile(id);
  return known ? known->name() : id.text();
}

const Port* Desk::port(const Socket& socket) const {
  const Profile* known = profile(socket.device);
  return known ? known->port(socket.port) : nullptr;
}

const std::vector<Desk::Attached>& Desk::attached(const DeviceId& id) const {
  static const std::vector<Attached> kNone;
  const Entry* found = entry(id);
  return found ? found->attached : kNone;
}

std::vector<Desk::Attached> Desk::attached(const DeviceId& id, std::string_view port) const {
  std::vector<Attached> atPort;
  for (const Attached& end : attached(id)) {
    if (end.near->socket.port == port) atPort.push_back(end);
  }
  return atPort;
}

const std::vector<const PowerLead*>& Desk::feeds(const DeviceId& id) const {
  static const std::vector<const PowerLead*> kNone;
  const Entry* found = entry(id);
  return found ? found->feeds : kNone;
}

const PowerPoint* Desk::upstream(const PowerPointId& id) const {
  const auto found = upstream_.find(id);
  return found == upstream_.end() ? nullptr : found->second;
}

std::optional<Setting> Desk::setting(const DeviceId& id, std::string_view control) const {
  const Device* found = device(id);
  if (!found) return std::nullopt;
  const auto setting = found->settings.find(std::string(control));
  return setting == found->settings.end() ? std::nullopt : std::optional(setting->second);
}

const ModeSwitch::Position* Desk::mode(const DeviceId& id) const {
  const Profile* known = profile(id);
  if (!known) return nullptr;
  for (const profiles::Control& control : known->controls) {
    const auto* modes = std::get_if<ModeSwitch>(&control.action);
    if (!modes) continue;
    const auto stands = setting(id, control.id);
    if (!stands || !std::holds_alternative<Position>(*stands)) return nullptr;
    for (const ModeSwitch::Position& position : modes->positions) {
      if (position.name == std::get<Position>(*stands).name) return &position;
    }
  }
  return nullptr;
}

std::optional<bool> Desk::isPlaying(const DeviceId& id, std::string_view port) const {
  const Profile* known = profile(id);
  if (!known) return std::nullopt;
  const auto names = [&](const ModeSwitch::Position& position) {
    return std::count(position.outputs.begin(), position.outputs.end(), port) > 0;
  };
  for (const profiles::Control& control : known->controls) {
    const auto* modes = std::get_if<ModeSwitch>(&control.action);
    if (!modes || std::none_of(modes->positions.begin(), modes->positions.end(), names)) continue;
    const ModeSwitch::Position* stands = mode(id);
    return stands ? std::optional(stands->isOn && names(*stands)) : std::nullopt;
  }
  return true;
}

std::vector<const Port*> Desk::routed(const DeviceId& id, std::string_view port) const {
  const Profile* known = profile(id);
  const Port* from = known ? known->port(port) : nullptr;
  if (!from || from->direction == Direction::out || !carriesAudio(*from)) return {};
  const bool isHub = known->kind == Kind::audioInterface || known->kind == Kind::onboardAudio;
  std::vector<const Port*> outputs;
  for (const Port& to : known->ports) {
    if (&to == from || to.direction == Direction::in || !carriesAudio(to)) continue;
    if (isHub && isFromHost(*from) == isFromHost(to)) continue;
    outputs.push_back(&to);
  }
  return outputs;
}

}  // namespace linecheck::chain
