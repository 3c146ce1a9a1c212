#include "chain/ground_fixes.h"

#include <algorithm>

#include "chain/cable_shield.h"
#include "chain/ground_graph.h"
#include "chain/loop_drive.h"
#include "chain/signals.h"

namespace linecheck::chain {
namespace {

using profiles::Direction;
using profiles::Port;

class Fixes {
 public:
  Fixes(const Desk& desk, const GroundPlan& plan, const GroundLoop& loop)
      : desk_(desk), plan_(plan), loop_(loop) {}

  std::vector<Fix> find() {
    for (const std::size_t link : loop_.links) tryGroundLift(plan_.links[link]);
    tryOneStrip();
    for (const std::size_t link : loop_.links) tryBattery(plan_.links[link]);
    tryBalanced();
    tryIsolator(GroundLink::Kind::unbalancedShield, GroundLink::Kind::balancedShield,
                "insert-transformer-isolator");
    tryIsolator(GroundLink::Kind::usbShield, GroundLink::Kind::usbShield, "insert-usb-isolator");
    std::stable_sort(fixes_.begin(), fixes_.end(),
                     [](const Fix& a, const Fix& b) { return a.cost < b.cost; });
    return std::move(fixes_);
  }

 private:
  [[nodiscard]] const Cable* cableOf(const GroundLink& link) const {
    return desk_.cable(CableId(link.place.part));
  }

  void addForCables(const char* action, Cost cost, const std::vector<const Cable*>& cables) {
    Fix fix{action, {}, cost, {}};
    for (const Cable* cable : cables) fix.where.emplace_back(cable->id);
    fix.arguments = {{"from", desk_.name(cables.front()->from.socket.device)},
                     {"to", desk_.name(cables.front()->to.socket.device)}};
    fixes_.push_back(std::move(fix));
  }

  void tryGroundLift(const GroundLink& link) {
    if (link.kind != GroundLink::Kind::internal) return;
    const Device* device = desk_.device(DeviceId(link.place.part));
    const profiles::Profile* profile = device ? desk_.profile(device->id) : nullptr;
    if (!profile || isBuiltInLink(link)) return;
    for (const profiles::Control& control : profile->controls) {
      const auto* lift = std::get_if<profiles::GroundLift>(&control.action);
      if (!lift) continue;
      Device changed = *device;
      changed.settings[control.id] = Position{lift->liftedName};
      if (!isLifted(desk_, changed)) continue;
      fixes_.push_back({"set-ground-lift",
                        {Place(device->id, control.id)},
                        Cost::free,
                        {{"device", desk_.name(device->id)}, {"position", lift->liftedName}}});
    }
  }

  /// Between a computer and what is built into it.
  [[nodiscard]] bool isBuiltInLink(const GroundLink& link) const {
    return plan_.nodes[link.from].place != plan_.nodes[link.to].place;
  }

  void tryBattery(const GroundLink& link) {
    if (link.kind != GroundLink::Kind::protectiveEarth) return;
    const auto& place = plan_.nodes[link.from].place;
    const Device* device = desk_.device(DeviceId(place.part));
    if (!device || desk_.kind(device->id) != profiles::Kind::computer) return;
    Device changed = *device;
    if (!changed.computer) changed.computer.emplace();
    changed.computer->isOnBattery = true;
    if (earthContact(desk_, changed) == EarthContact::joined) return;
    fixes_.push_back(
        {"run-on-battery", {Place(device->id)}, Cost::free, {{"device", desk_.name(device->id)}}});
  }

  /// The nodes of a stretch if both its ends were plugged into the point of `node`.
  static EarthStretch at(std::size_t node) { return {{node}, 0, 0}; }

  void tryOneStrip() {
    std::vector<EarthStretch> stretches = earthStretches(plan_, loop_.links);
    Fix fix{"use-one-strip", {}, Cost::free, {}};
    std::vector<Place> targets;
    for (EarthStretch& stretch : stretches) {
      const auto drive = driveOf(desk_, plan_, stretch);
      if (drive <= LoopDrive::sameStrip || drive == LoopDrive::outside) continue;
      const bool toFront = isStrip(stretch.nodes.front()) || !isStrip(stretch.nodes.back());
      const std::size_t target = toFront ? stretch.nodes.front() : stretch.nodes.back();
      const Place& mover =
          plan_.nodes[plan_.links[toFront ? stretch.exit : stretch.entry].from].place;
      addOnce(fix.where, mover);
      addOnce(targets, plan_.nodes[target].place);
      stretch = at(target);
    }
    if (driveOf(desk_, plan_, stretches) >= loop_.drive) return;
    std::string devices;
    for (const Place& place : fix.where) {
      devices += (devices.empty() ? "" : ", ") + desk_.name(DeviceId(place.part));
    }
    const PowerPoint* strip = desk_.powerPoint(PowerPointId(targets.front().part));
    fix.arguments = {{"devices", devices},
                     {"strip", strip->name.empty() ? strip->id.text() : strip->name}};
    fix.where.insert(fix.where.end(), targets.begin(), targets.end());
    fixes_.push_back(std::move(fix));
  }

  [[nodiscard]] bool isStrip(std::size_t node) const {
    const PowerPoint* point = desk_.powerPoint(PowerPointId(plan_.nodes[node].place.part));
    return point && point->kind != PowerPoint::Kind::outlet;
  }

  static void addOnce(std::vector<Place>& places, const Place& place) {
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }

  void tryBalanced() {
    if (!loop_.isAudible) return;
    std::vector<const Cable*> cables;
    bool onlyCables = true;
    for (const std::size_t index : loop_.links) {
      const GroundLink& link = plan_.links[index];
      if (link.kind != GroundLink::Kind::unbalancedShield) continue;
      const Cable* cable = cableOf(link);
      if (!cable) return;
      const bool sameSockets =
          isBalancedLine(*cable, cable->from.socket.port, cable->to.socket.port);
      if (!sameSockets && !hasFreeBalancedLine(*cable)) return;
      onlyCables = onlyCables && sameSockets;
      cables.push_back(cable);
    }
    addForCables(onlyCables ? "use-balanced-cable" : "use-balanced-line", Cost::cable, cables);
  }

  /// Whether a balanced cable between these two ports would make a balanced line.
  [[nodiscard]] bool isBalancedLine(const Cable& cable, const std::string& from,
                                    const std::string& to) const {
    const auto isBalancedPort = [&](const DeviceId& device, const std::string& id) {
      const Port* port = desk_.port({device, id, {}});
      return port && port->balanced == true;
    };
    if (!isBalancedPort(cable.from.socket.device, from)) return false;
    if (!isBalancedPort(cable.to.socket.device, to)) return false;
    Cable changed;
    changed.id = cable.id;
    changed.from.socket = {cable.from.socket.device, from, cable.from.socket.index};
    changed.to.socket = {cable.to.socket.device, to, cable.to.socket.index};
    changed.isBalanced = true;
    const auto shield = shieldOf(desk_, changed);
    return shield && shield->kind == GroundLink::Kind::balancedShield;
  }

  [[nodiscard]] std::vector<std::string> freeLines(const DeviceId& device,
                                                   Direction direction) const {
    std::vector<std::string> free;
    const profiles::Profile* profile = desk_.profile(device);
    if (!profile) return free;
    for (const Port& port : profile->ports) {
      if (port.direction != direction && port.direction != Direction::both) continue;
      if (signalClass(port) != SignalClass::line || port.balanced != true) continue;
      if (desk_.attached(device, port.id).empty()) free.push_back(port.id);
    }
    return free;
  }

  [[nodiscard]] bool hasFreeBalancedLine(const Cable& cable) const {
    auto outputs = freeLines(cable.from.socket.device, Direction::out);
    auto inputs = freeLines(cable.to.socket.device, Direction::in);
    // The socket that the cable leaves is free then.
    outputs.push_back(cable.from.socket.port);
    inputs.push_back(cable.to.socket.port);
    for (const std::string& output : outputs) {
      for (const std::string& input : inputs) {
        if (isBalancedLine(cable, output, input)) return true;
      }
    }
    return false;
  }

  /// In the first cable of the first kind that the loop runs through, else of the second.
  void tryIsolator(GroundLink::Kind first, GroundLink::Kind second, const char* action) {
    for (const auto kind : {first, second}) {
      for (const std::size_t link : loop_.links) {
        if (plan_.links[link].kind != kind) continue;
        if (const Cable* cable = cableOf(plan_.links[link])) {
          addForCables(action, Cost::purchase, {cable});
          return;
        }
      }
    }
  }

  const Desk& desk_;
  const GroundPlan& plan_;
  const GroundLoop& loop_;
  std::vector<Fix> fixes_;
};

}  // namespace

std::vector<Fix> fixesFor(const Desk& desk, const GroundPlan& plan, const GroundLoop& loop) {
  return Fixes(desk, plan, loop).find();
}

}  // namespace linecheck::chain
