#include "chain/ground_fixes.h"

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "chain/balanced_line.h"
#include "chain/ground_graph.h"
#include "chain/loop_drive.h"

namespace linecheck::chain {
namespace {

using Kind = GroundLink::Kind;

// A computer with its power supply inside has none, unless its owner speaks of one.
bool mayHaveBattery(const Desk& desk, const Device& device) {
  const profiles::Profile* profile = desk.profile(device.id);
  if (!profile || profile->kind != profiles::Kind::computer) return false;
  if (device.computer && device.computer->isOnBattery) return true;
  return !profile->power || profile->power->supply != profiles::Supply::internalMains;
}

}  // namespace

std::vector<Fix> FixFinder::fixesFor(const GroundLoop& loop) {
  std::vector<Fix> fixes;
  for (const std::size_t link : loop.links) addGroundLift(plan_.links[link], fixes);
  addOneStrip(loop, fixes);
  for (const std::size_t link : loop.links) addBattery(plan_.links[link], fixes);
  addBalanced(loop, fixes);
  addIsolator(loop, loop.isAudible ? Kind::unbalancedShield : Kind::balancedShield, fixes);
  addIsolator(loop, Kind::usbShield, fixes);
  std::stable_sort(fixes.begin(), fixes.end(),
                   [](const Fix& a, const Fix& b) { return a.cost < b.cost; });
  return fixes;
}

void FixFinder::addGroundLift(const GroundLink& link, std::vector<Fix>& fixes) const {
  // Between a computer and what is built into it there is no lift.
  if (link.kind != Kind::internal || plan_.nodes[link.from].place != plan_.nodes[link.to].place) {
    return;
  }
  const Device* device = desk_.device(DeviceId(link.place.part));
  const profiles::Profile* profile = device ? desk_.profile(device->id) : nullptr;
  if (!profile) return;
  for (const profiles::Control& control : profile->controls) {
    const auto* lift = std::get_if<profiles::GroundLift>(&control.action);
    if (!lift) continue;
    Device changed = *device;
    changed.settings[control.id] = Position{lift->liftedName};
    if (!isLifted(desk_, changed)) continue;
    fixes.push_back({"set-ground-lift",
                     {Place(device->id, control.id)},
                     Cost::free,
                     {{"device", desk_.name(device->id)}, {"position", lift->liftedName}}});
  }
}

void FixFinder::addBattery(const GroundLink& link, std::vector<Fix>& fixes) const {
  if (link.kind != Kind::protectiveEarth) return;
  const Device* device = desk_.device(DeviceId(plan_.nodes[link.from].place.part));
  if (!device || !mayHaveBattery(desk_, *device)) return;
  Device changed = *device;
  if (!changed.computer) changed.computer.emplace();
  changed.computer->isOnBattery = true;
  if (earthContact(desk_, changed) == EarthContact::joined) return;
  fixes.push_back(
      {"run-on-battery", {Place(device->id)}, Cost::free, {{"device", desk_.name(device->id)}}});
}

bool FixFinder::isStrip(std::size_t node) const {
  const PowerPoint* point = desk_.powerPoint(PowerPointId(plan_.nodes[node].place.part));
  return point && point->kind != PowerPoint::Kind::outlet;
}

void FixFinder::addOneStrip(const GroundLoop& loop, std::vector<Fix>& fixes) const {
  if (loop.drive <= LoopDrive::sameStrip) return;
  Fix fix{"use-one-strip", {}, Cost::free, {}};
  std::vector<Place> targets;
  std::vector<EarthStretch> stretches = earthStretches(plan_, loop.links);
  for (EarthStretch& stretch : stretches) {
    const LoopDrive drive = driveOf(desk_, plan_, stretch);
    if (drive <= LoopDrive::sameStrip || drive == LoopDrive::outside) continue;
    const bool toFront = isStrip(stretch.nodes.front()) || !isStrip(stretch.nodes.back());
    const std::size_t target = toFront ? stretch.nodes.front() : stretch.nodes.back();
    const GroundLink& moved = plan_.links[toFront ? stretch.exit : stretch.entry];
    addOnce(fix.where, plan_.nodes[moved.from].place);
    addOnce(targets, plan_.nodes[target].place);
    stretch.nodes = {target};
  }
  if (driveOf(desk_, plan_, stretches) >= loop.drive) return;
  std::string devices;
  for (const Place& place : fix.where) {
    devices += (devices.empty() ? "" : ", ") + desk_.name(DeviceId(place.part));
  }
  const PowerPoint* strip = desk_.powerPoint(PowerPointId(targets.front().part));
  if (!LC_VERIFY(strip)) return;
  fix.arguments = {{"devices", devices},
                   {"strip", strip->name.empty() ? strip->id.text() : strip->name}};
  fix.where.insert(fix.where.end(), targets.begin(), targets.end());
  fixes.push_back(std::move(fix));
}

FixFinder::Balancing FixFinder::balancing(std::size_t link) {
  const auto [found, isNew] = balancing_.try_emplace(link, Balancing::impossible);
  const Cable* cable = isNew ? desk_.cable(CableId(plan_.links[link].place.part)) : nullptr;
  if (cable && wouldBeBalanced(desk_, *cable)) {
    found->second = Balancing::byCable;
  } else if (cable && hasFreeBalancedLine(desk_, *cable)) {
    found->second = Balancing::byOtherSockets;
  }
  return found->second;
}

void FixFinder::addBalanced(const GroundLoop& loop, std::vector<Fix>& fixes) {
  if (!loop.isAudible) return;
  std::vector<std::size_t> cables;
  bool isByCable = true;
  for (const std::size_t link : loop.links) {
    if (plan_.links[link].kind != Kind::unbalancedShield) continue;
    // One unbalanced cable left would still be heard.
    if (balancing(link) == Balancing::impossible) return;
    isByCable = isByCable && balancing(link) == Balancing::byCable;
    cables.push_back(link);
  }
  fixes.push_back(
      forCables(isByCable ? "use-balanced-cable" : "use-balanced-line", Cost::cable, cables));
}

void FixFinder::addIsolator(const GroundLoop& loop, Kind kind, std::vector<Fix>& fixes) const {
  const auto link = std::find_if(loop.links.begin(), loop.links.end(), [&](std::size_t index) {
    return plan_.links[index].kind == kind;
  });
  if (link == loop.links.end()) return;
  fixes.push_back(
      forCables(kind == Kind::usbShield ? "insert-usb-isolator" : "insert-transformer-isolator",
                Cost::purchase, {*link}));
}

Fix FixFinder::forCables(const char* action, Cost cost,
                         const std::vector<std::size_t>& links) const {
  Fix fix{action, {}, cost, {}};
  for (const std::size_t link : links) fix.where.push_back(plan_.links[link].place);
  if (const Cable* first = desk_.cable(CableId(fix.where.front().part)); LC_VERIFY(first)) {
    fix.arguments = {{"from", desk_.name(first->from.socket.device)},
                     {"to", desk_.name(first->to.socket.device)}};
  }
  return fix;
}

}  // namespace linecheck::chain
