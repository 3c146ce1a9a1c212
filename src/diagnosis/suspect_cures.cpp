#include "diagnosis/suspect_cures.h"

#include <algorithm>
#include <optional>

#include "chain/balanced_line.h"
#include "chain/cable_shield.h"

namespace linecheck::diagnosis {
namespace {

using chain::Arguments;
using chain::Cable;
using chain::Cost;
using chain::Desk;
using chain::DeviceId;
using chain::Fix;
using chain::Place;

Arguments ends(const Desk& desk, const Cable& cable) {
  return {{"from", desk.name(cable.from.socket.device)}, {"to", desk.name(cable.to.socket.device)}};
}

std::optional<Fix> balancing(const Desk& desk, const Cable& cable) {
  if (chain::balanceOf(desk, cable) == true) return std::nullopt;
  if (chain::wouldBeBalanced(desk, cable)) {
    return Fix{"use-balanced-cable", {Place(cable.id)}, Cost::cable, ends(desk, cable)};
  }
  if (chain::hasFreeBalancedLine(desk, cable)) {
    return Fix{"use-balanced-line", {Place(cable.id)}, Cost::cable, ends(desk, cable)};
  }
  return std::nullopt;
}

std::vector<Fix> ofSupply(const Desk& desk, const DeviceId& device) {
  const profiles::Profile* profile = desk.profile(device);
  if (!profile || !profile->power) return {};
  const Arguments arguments{{"device", desk.name(device)}};
  switch (profile->power->supply) {
    case profiles::Supply::externalAdapter: {
      std::vector<Fix> fixes;
      const auto& feeds = desk.feeds(device);
      const Place at = feeds.empty() ? Place(device) : Place(feeds.front()->id);
      if (!feeds.empty() && feeds.front()->adapter && feeds.front()->adapter->isOriginal == false) {
        fixes.push_back({"use-original-adapter", {at}, Cost::free, arguments});
      }
      fixes.push_back({"replace-adapter", {at}, Cost::purchase, arguments});
      return fixes;
    }
    case profiles::Supply::internalMains:
      return {{"repair-supply", {Place(device)}, Cost::craftsman, arguments}};
    case profiles::Supply::usbBus:
      return {{"power-from-adapter", {Place(device)}, Cost::purchase, arguments}};
    default:
      return {};
  }
}

std::vector<Fix> ofUsbLead(const Desk& desk, const Cable& cable) {
  std::vector<Fix> fixes{
      {"use-other-usb-port", {Place(cable.id)}, Cost::free, ends(desk, cable)},
      {"insert-usb-isolator", {Place(cable.id)}, Cost::purchase, ends(desk, cable)}};
  const bool isFromComputer = desk.kind(cable.from.socket.device) == profiles::Kind::computer;
  const DeviceId& device = (isFromComputer ? cable.to : cable.from).socket.device;
  const profiles::Profile* profile = desk.profile(device);
  if (profile && profile->power && profile->power->supply == profiles::Supply::usbBus) {
    for (Fix& fix : ofSupply(desk, device)) fixes.push_back(std::move(fix));
  }
  return fixes;
}

std::vector<Fix> ofCable(const Desk& desk, Cause cause, const Cable& cable) {
  if (cable.kind == chain::CableKind::usb) return ofUsbLead(desk, cable);
  std::vector<Fix> fixes;
  if (cause == Cause::magneticPickup) {
    fixes.push_back({"move-cable-away", {Place(cable.id)}, Cost::free, ends(desk, cable)});
  } else if (cause == Cause::computerHash) {
    fixes.push_back(
        {"move-away-from-graphics-card", {Place(cable.id)}, Cost::free, ends(desk, cable)});
  } else if (cause == Cause::mobilePhone) {
    fixes.push_back({"keep-phones-away", {Place(cable.id)}, Cost::free, {}});
  }
  if (auto fix = balancing(desk, cable)) fixes.push_back(std::move(*fix));
  return fixes;
}

std::vector<Fix> ofDevice(const Desk& desk, Cause cause, const DeviceId& id) {
  const Arguments arguments{{"device", desk.name(id)}};
  const auto one = [&](const char* action, Cost cost) {
    return std::vector<Fix>{{action, {Place(id)}, cost, arguments}};
  };
  switch (cause) {
    case Cause::groundLoop:
      return one("repair-pin-1", Cost::craftsman);
    case Cause::supplyRipple:
      return ofSupply(desk, id);
    case Cause::earthLeakage:
      if (desk.kind(id) == profiles::Kind::computer) return one("run-on-battery", Cost::free);
      return one("use-earthed-supply", Cost::purchase);
    case Cause::computerHash:
    case Cause::usbFrames:
    case Cause::interfaceNoise:
      return one("replace-interface", Cost::purchase);
    case Cause::gainHiss:
      return one("lower-gain", Cost::free);
    case Cause::mobilePhone:
      return {{"keep-phones-away", {Place(id)}, Cost::free, {}}};
    default:
      return {};
  }
}

}  // namespace

std::vector<Fix> shieldCures(const Desk& desk, const Cable& cable) {
  std::vector<Fix> fixes;
  if (auto fix = balancing(desk, cable)) fixes.push_back(std::move(*fix));
  fixes.push_back(
      {"insert-transformer-isolator", {Place(cable.id)}, Cost::purchase, ends(desk, cable)});
  return fixes;
}

std::vector<Fix> curesFor(const Desk& desk, Cause cause, const Place& place) {
  std::vector<Fix> fixes;
  if (const Cable* cable = desk.cable(chain::CableId(place.part))) {
    fixes = ofCable(desk, cause, *cable);
  } else if (desk.device(DeviceId(place.part))) {
    fixes = ofDevice(desk, cause, DeviceId(place.part));
  } else if (cause == Cause::earthLeakage) {
    fixes = {{"call-electrician", {place}, Cost::craftsman, {}}};
  } else if (cause == Cause::dimmer) {
    fixes = {{"switch-dimmers-off", {place}, Cost::free, {}},
             {"replace-dimmer", {place}, Cost::craftsman, {}}};
  } else if (cause == Cause::mainsHash) {
    fixes = {{"find-noisy-appliance", {place}, Cost::free, {}},
             {"use-mains-filter", {place}, Cost::purchase, {}}};
  }
  cheapestFirst(fixes);
  return fixes;
}

void cheapestFirst(std::vector<Fix>& fixes) {
  std::stable_sort(fixes.begin(), fixes.end(),
                   [](const Fix& a, const Fix& b) { return a.cost < b.cost; });
}

}  // namespace linecheck::diagnosis
