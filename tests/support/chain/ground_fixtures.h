#pragma once

#include <array>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "chain/desk.h"
#include "profiles/profile.h"

namespace linecheck::chain::testing {

using profiles::Connector;
using profiles::Direction;
using profiles::Kind;
using profiles::ProtectiveClass;
using profiles::Signal;
using profiles::Supply;

/// How a made-up device is fed.
struct Fed {
  Supply supply = Supply::internalMains;
  std::optional<ProtectiveClass> protectiveClass;
};
inline const Fed kClassI{Supply::internalMains, ProtectiveClass::classI};
inline const Fed kClassII{Supply::internalMains, ProtectiveClass::classII};
inline const Fed kUnknownClass{Supply::internalMains, {}};
inline const Fed kUsbPowered{Supply::usbBus, {}};
inline const Fed kPassive{Supply::passive, {}};

/// Builds a desk of made-up devices. Each has unbalanced "rca-in" and "rca-out", balanced
/// "xlr-in" and "xlr-out", "usb", "spdif-in" and "spdif-out" (optical and coaxial alike), and a
/// ground lift "lift" with the positions GND and LIFT.
class GroundDesk {
 public:
  Chain chain;
  std::map<std::string, profiles::Profile, std::less<>> profiles;

  Device& device(const std::string& id, const Fed& fed, Kind kind = Kind::headphoneAmplifier) {
    profiles::Profile profile;
    profile.id = id;
    profile.kind = kind;
    profile.model = id;
    profile.ports = {line("rca-in", Direction::in, Connector::rca, false),
                     line("rca-out", Direction::out, Connector::rca, false),
                     line("xlr-in", Direction::in, Connector::xlr3, true),
                     line("xlr-out", Direction::out, Connector::xlr3, true),
                     digital("usb", Direction::both, Connector::usbB, Signal::digitalUsb),
                     digital("spdif-in", Direction::in, Connector::rca, Signal::digitalSpdif),
                     digital("spdif-out", Direction::out, Connector::rca, Signal::digitalSpdif)};
    profiles::Control lift;
    lift.id = "lift";
    lift.action = profiles::GroundLift{"GND", "LIFT"};
    profile.controls = {lift};
    profile.power.emplace();
    profile.power->supply = fed.supply;
    if (fed.protectiveClass) profile.power->protection = {*fed.protectiveClass, {}};
    return device(id, std::move(profile));
  }

  Device& device(const std::string& id, profiles::Profile profile) {
    Device device;
    device.id = DeviceId(id);
    device.profile = id;
    profiles[id] = std::move(profile);
    return chain.devices.emplace_back(std::move(device));
  }

  Cable& cable(const std::string& id, const std::string& from, const std::string& fromPort,
               const std::string& to, const std::string& toPort,
               CableKind kind = CableKind::analogue) {
    Cable cable;
    cable.id = CableId(id);
    cable.kind = kind;
    cable.from.socket = {DeviceId(from), fromPort, {}};
    cable.to.socket = {DeviceId(to), toPort, {}};
    return chain.cables.emplace_back(std::move(cable));
  }
  Cable& rca(const std::string& id, const std::string& from, const std::string& to) {
    return cable(id, from, "rca-out", to, "rca-in");
  }
  Cable& xlr(const std::string& id, const std::string& from, const std::string& to) {
    return cable(id, from, "xlr-out", to, "xlr-in");
  }
  Cable& usb(const std::string& id, const std::string& from, const std::string& to) {
    return cable(id, from, "usb", to, "usb", CableKind::usb);
  }

  PowerPoint& point(const std::string& id, PowerPoint::Kind kind) {
    PowerPoint point;
    point.id = PowerPointId(id);
    point.kind = kind;
    return chain.powerPoints.emplace_back(std::move(point));
  }
  PowerPoint& outlet(const std::string& id, const std::string& circuit = {}) {
    PowerPoint& made = point(id, PowerPoint::Kind::outlet);
    made.circuit = circuit;
    return made;
  }
  /// A strip in `outlet`, or a loose one.
  void strip(const std::string& id, const std::string& outlet = {}) {
    point(id, PowerPoint::Kind::strip);
    if (!outlet.empty()) lead(outlet, PowerPointId(id), id);
  }

  void feed(const std::string& point, const std::string& device) {
    lead(point, DeviceId(device), device);
  }

  GroundLead& antenna(const std::string& id, const std::string& device) {
    GroundLead lead;
    lead.id = GroundLeadId(id);
    lead.device = DeviceId(device);
    return chain.groundLeads.emplace_back(std::move(lead));
  }

  [[nodiscard]] Desk desk() const {
    return Desk(chain, [this](std::string_view id) {
      const auto found = profiles.find(id);
      return found == profiles.end() ? nullptr : &found->second;
    });
  }

 private:
  static profiles::Port line(const std::string& id, Direction direction, Connector connector,
                             bool balanced) {
    profiles::Port port;
    port.id = id;
    port.direction = direction;
    port.connector = connector;
    port.sockets = 2;
    port.channels = 2;
    port.balanced = balanced;
    port.signals = {Signal::line};
    return port;
  }

  static profiles::Port digital(const std::string& id, Direction direction, Connector connector,
                                Signal signal) {
    profiles::Port port;
    port.id = id;
    port.direction = direction;
    port.connector = connector;
    port.signals = {signal};
    return port;
  }

  template <class To>
  void lead(const std::string& from, const To& to, const std::string& name) {
    PowerLead lead;
    lead.id = PowerLeadId(
        name + "-lead" + (chain.powerLeads.empty() ? "" : std::to_string(chain.powerLeads.size())));
    lead.from = PowerPointId(from);
    lead.to = to;
    chain.powerLeads.push_back(std::move(lead));
  }
};

/// Four devices on two outlets of different circuits, the first a computer, with some cables.
inline GroundDesk randomGroundDesk(std::mt19937& random) {
  GroundDesk desk;
  desk.outlet("wall-1", "kitchen");
  desk.outlet("wall-2", "hall");
  const std::array feds{kClassI, kClassI, kClassII, kUsbPowered};
  for (int i = 0; i < 4; ++i) {
    const std::string id = "d" + std::to_string(i);
    Device& device =
        desk.device(id, feds[random() % feds.size()], i == 0 ? Kind::computer : Kind::dac);
    if (i == 0) device.computer.emplace().isOnBattery = false;
    if (random() % 4 == 0) desk.chain.devices.back().settings["lift"] = Position{"LIFT"};
    desk.feed(random() % 2 == 0 ? "wall-1" : "wall-2", id);
  }
  for (int i = 0; i < 5; ++i) {
    const std::string from = "d" + std::to_string(random() % 4);
    const std::string to = "d" + std::to_string(random() % 4);
    if (from == to) continue;
    const std::string id = "c" + std::to_string(i);
    switch (random() % 3) {
      case 0:
        desk.rca(id, from, to);
        break;
      case 1:
        desk.xlr(id, from, to);
        break;
      default:
        desk.usb(id, from, to);
    }
  }
  return desk;
}

}  // namespace linecheck::chain::testing
