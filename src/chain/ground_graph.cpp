#include "chain/ground_graph.h"

#include <unordered_map>

#include "chain/cable_shield.h"

namespace linecheck::chain {
namespace {

using profiles::Kind;
using profiles::ProtectiveClass;
using profiles::Supply;

EarthContact byPlug(std::optional<bool> hasContact) {
  if (!hasContact) return EarthContact::unknown;
  return *hasContact ? EarthContact::joined : EarthContact::none;
}

/// Of a device with a mains plug. `seen`: what the user says of that plug.
EarthContact byClass(const profiles::Power& power, std::optional<bool> seen) {
  if (seen == false) return EarthContact::none;
  const auto& protection = power.protection;
  if (protection && protection->protectiveClass == ProtectiveClass::classI) {
    return EarthContact::joined;
  }
  const bool hasContact = seen == true || power.earthedPlug;
  if (!protection) return byPlug(hasContact ? std::optional(true) : std::nullopt);
  // Some plugs of class II have a pin of plastic, so that a class from a document stands.
  const bool isGuess = protection->claim.provenance.confidence == profiles::Confidence::estimate;
  return hasContact && isGuess ? EarthContact::joined : EarthContact::none;
}

class Builder {
 public:
  explicit Builder(const Desk& desk) : desk_(desk) {}

  GroundGraph build() {
    const Chain& chain = desk_.chain();
    for (const Device& device : chain.devices) addDevice(device);
    for (const PowerPoint& point : chain.powerPoints) addEarth(point);
    building_ = addNode(GroundNode::Kind::building, {});
    joinBuiltIns();
    for (const Cable& cable : chain.cables) addCable(cable);
    for (const PowerLead& lead : chain.powerLeads) addLead(lead);
    for (const PowerPoint& point : chain.powerPoints) addCircuit(point);
    for (const GroundLead& lead : chain.groundLeads) addGroundLead(lead);
    return std::move(graph_);
  }

 private:
  struct Grounds {
    std::size_t signal = 0;
    std::size_t chassis = 0;
  };

  std::size_t addNode(GroundNode::Kind kind, const Place& place) {
    graph_.nodes.push_back({kind, place});
    return graph_.nodes.size() - 1;
  }

  void addLink(GroundLink::Kind kind, std::size_t from, std::size_t to, const Place& place) {
    graph_.links.push_back({kind, from, to, place});
  }

  void addDevice(const Device& device) {
    if (isLoad(desk_, device.id) || isIsolator(desk_, device.id)) return;
    const Place place(device.id);
    const Grounds grounds{addNode(GroundNode::Kind::signal, place),
                          addNode(GroundNode::Kind::chassis, place)};
    devices_[device.id] = grounds;
    if (!isLifted(desk_, device)) {
      addLink(GroundLink::Kind::internal, grounds.signal, grounds.chassis, place);
    }
    if (earthContact(desk_, device) == EarthContact::unknown) {
      graph_.unknownClass.push_back(device.id);
    }
  }

  /// A strip without an earth contact joins nothing; an outlet without a working earth still
  /// joins what is plugged into it.
  void addEarth(const PowerPoint& point) {
    if (point.kind != PowerPoint::Kind::outlet && point.isEarthed == false) return;
    points_[point.id] = addNode(GroundNode::Kind::earth, Place(point.id));
  }

  /// What is built into the computer stands on its ground. With several computers nobody knows
  /// which one it is.
  void joinBuiltIns() {
    const Device* computer = nullptr;
    for (const Device& device : desk_.chain().devices) {
      if (desk_.kind(device.id) != Kind::computer) continue;
      if (computer) return;
      computer = &device;
    }
    if (!computer) return;
    for (const Device& device : desk_.chain().devices) {
      const profiles::Profile* profile = desk_.profile(device.id);
      if (&device == computer || !profile || !profile->power) continue;
      if (profile->power->supply != Supply::host || !devices_.contains(device.id)) continue;
      addLink(GroundLink::Kind::internal, devices_[device.id].chassis,
              devices_[computer->id].chassis, Place(device.id));
    }
  }

  void addCable(const Cable& cable) {
    const auto shield = shieldOf(desk_, cable);
    const auto from = devices_.find(cable.from.socket.device);
    const auto to = devices_.find(cable.to.socket.device);
    if (!shield || from == devices_.end() || to == devices_.end()) return;
    const auto end = [&](const Grounds& grounds) {
      return shield->joins == GroundNode::Kind::signal ? grounds.signal : grounds.chassis;
    };
    addLink(shield->kind, end(from->second), end(to->second), Place(cable.id));
  }

  void addLead(const PowerLead& lead) {
    const auto from = points_.find(lead.from);
    if (from == points_.end()) return;
    const Place place(lead.id);
    if (const auto* id = std::get_if<DeviceId>(&lead.to)) {
      const Device* device = desk_.device(*id);
      const auto to = devices_.find(*id);
      if (!device || to == devices_.end()) return;
      if (earthContact(desk_, *device) != EarthContact::joined) return;
      addLink(GroundLink::Kind::protectiveEarth, to->second.chassis, from->second, place);
    } else if (const auto to = points_.find(std::get<PowerPointId>(lead.to)); to != points_.end()) {
      addLink(GroundLink::Kind::protectiveEarth, to->second, from->second, place);
    }
  }

  void addCircuit(const PowerPoint& point) {
    if (point.kind != PowerPoint::Kind::outlet) return;
    const auto& house = desk_.chain().mains.hasWorkingEarth;
    if (!point.isEarthed.value_or(house.value_or(true))) return;
    addLink(GroundLink::Kind::circuit, points_[point.id], building_, Place(point.id));
  }

  void addGroundLead(const GroundLead& lead) {
    const auto device = devices_.find(lead.device);
    if (lead.isIsolated || device == devices_.end()) return;
    const Place place(lead.id);
    const std::size_t outside = addNode(GroundNode::Kind::outside, place);
    addLink(GroundLink::Kind::outside, device->second.chassis, outside, place);
    addLink(GroundLink::Kind::outside, outside, building_, place);
  }

  const Desk& desk_;
  GroundGraph graph_;
  std::unordered_map<DeviceId, Grounds> devices_;
  std::unordered_map<PowerPointId, std::size_t> points_;
  std::size_t building_ = 0;
};

}  // namespace

GroundGraph buildGroundGraph(const Desk& desk) {
  return Builder(desk).build();
}

bool isLifted(const Desk& desk, const Device& device) {
  const profiles::Profile* profile = desk.profile(device.id);
  if (!profile) return false;
  for (const profiles::Control& control : profile->controls) {
    const auto* lift = std::get_if<profiles::GroundLift>(&control.action);
    const auto stands = device.settings.find(control.id);
    if (!lift || stands == device.settings.end()) continue;
    const auto* position = std::get_if<Position>(&stands->second);
    if (position && position->name == lift->liftedName) return true;
  }
  return false;
}

EarthContact earthContact(const Desk& desk, const Device& device) {
  const profiles::Profile* profile = desk.profile(device.id);
  if (!profile) return byPlug(device.hasEarthContact);
  if (profile->kind == Kind::computer && device.computer && device.computer->isOnBattery == true) {
    return EarthContact::none;
  }
  if (!profile->power) {
    return isLoad(desk, device.id) || isIsolator(desk, device.id) ? EarthContact::none
                                                                  : byPlug(device.hasEarthContact);
  }
  switch (profile->power->supply) {
    case Supply::usbBus:
    case Supply::host:
    case Supply::battery:
    case Supply::passive:
      return EarthContact::none;
    case Supply::externalAdapter:
    case Supply::internalMains:
      return byClass(*profile->power, device.hasEarthContact);
  }
  return EarthContact::unknown;
}

bool isAudioShield(GroundLink::Kind kind) {
  return kind == GroundLink::Kind::unbalancedShield || kind == GroundLink::Kind::balancedShield;
}

}  // namespace linecheck::chain
