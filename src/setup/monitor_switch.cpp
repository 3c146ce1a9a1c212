#include "setup/monitor_switch.h"

#include <algorithm>

#include "levels/control_gain.h"

namespace linecheck::setup {
namespace {

using chain::Desk;
using chain::Device;
using profiles::Kind;
using profiles::ModeSwitch;

/// Ports of the device with something of this kind behind them.
struct Ends {
  std::vector<std::string> ports;
  std::vector<chain::DeviceId> devices;
};

Ends endsOf(const Desk& desk, const chain::DeviceId& device, std::initializer_list<Kind> kinds) {
  Ends ends;
  for (const auto& end : desk.attached(device)) {
    const auto kind = desk.kind(end.far->socket.device);
    if (!end.isSource || !kind || std::find(kinds.begin(), kinds.end(), *kind) == kinds.end()) {
      continue;
    }
    ends.ports.push_back(end.near->socket.port);
    const auto& far = end.far->socket.device;
    if (std::find(ends.devices.begin(), ends.devices.end(), far) == ends.devices.end()) {
      ends.devices.push_back(far);
    }
  }
  return ends;
}

bool plays(const ModeSwitch::Position& position, const Ends& ends) {
  return std::any_of(ends.ports.begin(), ends.ports.end(), [&](const std::string& port) {
    return std::find(position.outputs.begin(), position.outputs.end(), port) !=
           position.outputs.end();
  });
}

/// Index of the position that plays `wanted` and not `other`; else one that plays both.
std::optional<std::size_t> positionFor(const ModeSwitch& modes, const Ends& wanted,
                                       const Ends& other) {
  std::optional<std::size_t> both;
  for (std::size_t i = 0; i < modes.positions.size(); ++i) {
    if (!modes.positions[i].isOn || !plays(modes.positions[i], wanted)) continue;
    if (!plays(modes.positions[i], other)) return i;
    if (!both) both = i;
  }
  return both;
}

/// A flick takes one move to any position; a cycle goes through all that lie between.
int moves(const ModeSwitch& modes, std::size_t from, std::size_t to) {
  if (modes.operation == profiles::Operation::flick) return 1;
  const std::size_t count = modes.positions.size();
  return static_cast<int>((to + count - from) % count);
}

const profiles::Control* commonKnob(const profiles::Profile& profile, const Ends& a,
                                    const Ends& b) {
  const auto actsOnAny = [](const profiles::Control& control, const Ends& ends) {
    return std::any_of(ends.ports.begin(), ends.ports.end(),
                       [&](const std::string& port) { return levels::actsOn(control, port); });
  };
  for (const profiles::Control& control : profile.controls) {
    if (std::holds_alternative<profiles::Volume>(control.action) && actsOnAny(control, a) &&
        actsOnAny(control, b)) {
      return &control;
    }
  }
  return nullptr;
}

std::optional<MonitorSwitch> switchOf(const Desk& desk, const Device& device) {
  const auto* profile = desk.profile(device.id);
  if (!profile) return std::nullopt;
  const Ends headphones = endsOf(desk, device.id, {Kind::headphones});
  const Ends monitors = endsOf(desk, device.id, {Kind::monitor, Kind::powerAmplifier});
  if (headphones.ports.empty() || monitors.ports.empty()) return std::nullopt;
  for (const profiles::Control& control : profile->controls) {
    const auto* modes = std::get_if<ModeSwitch>(&control.action);
    if (!modes) continue;
    const auto worn = positionFor(*modes, headphones, monitors);
    const auto loud = positionFor(*modes, monitors, headphones);
    if (!worn || !loud || *worn == *loud) continue;
    return MonitorSwitch{&device,
                         &control,
                         modes,
                         modes->positions[*worn].name,
                         modes->positions[*loud].name,
                         moves(*modes, *worn, *loud),
                         moves(*modes, *loud, *worn),
                         monitors.devices,
                         commonKnob(*profile, headphones, monitors)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<MonitorSwitch> monitorSwitchOf(const Desk& desk) {
  for (const Device& device : desk.chain().devices) {
    if (auto found = switchOf(desk, device)) return found;
  }
  return std::nullopt;
}

}  // namespace linecheck::setup
