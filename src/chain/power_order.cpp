#include "chain/power_order.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <unordered_map>

#include "chain/cable_shield.h"
#include "chain/signals.h"

namespace linecheck::chain {
namespace {

using Indices = std::vector<std::size_t>;
using profiles::Supply;

bool hasSwitch(const Desk& desk, const Device& device) {
  if (isLoad(desk, device.id)) return false;
  const profiles::Profile* profile = desk.profile(device.id);
  if (!profile) return true;
  if (!profile->power) return !isIsolator(desk, device.id);
  return profile->power->supply != Supply::passive && profile->power->supply != Supply::host;
}

/// By device: those that its signal goes to.
std::vector<Indices> receivers(const Desk& desk) {
  const auto& devices = desk.chain().devices;
  std::unordered_map<DeviceId, std::size_t> indexOf;
  for (std::size_t i = 0; i < devices.size(); ++i) indexOf[devices[i].id] = i;
  std::vector<Indices> to(devices.size());
  for (const Cable& cable : desk.chain().cables) {
    const auto source = indexOf.find(cable.from.socket.device);
    const auto target = indexOf.find(cable.to.socket.device);
    if (source == indexOf.end() || target == indexOf.end()) continue;
    // Sound goes both ways over USB; the computer counts as the sender.
    const bool isReversed = cable.kind == CableKind::usb &&
                            desk.kind(target->first) == profiles::Kind::computer &&
                            desk.kind(source->first) != profiles::Kind::computer;
    const auto [from, into] = isReversed ? std::pair(target->second, source->second)
                                         : std::pair(source->second, target->second);
    if (from != into) to[from].push_back(into);
  }
  return to;
}

/// Devices in the order in which a search along `to` leaves them, without recursion.
void leave(std::size_t first, const std::vector<Indices>& to, std::vector<bool>& isSeen,
           Indices& left) {
  if (isSeen[first]) return;
  isSeen[first] = true;
  std::vector<std::pair<std::size_t, std::size_t>> way{{first, 0}};
  while (!way.empty()) {
    auto& [device, next] = way.back();
    if (next == to[device].size()) {
      left.push_back(device);
      way.pop_back();
      continue;
    }
    const std::size_t target = to[device][next++];
    if (isSeen[target]) continue;
    isSeen[target] = true;
    way.emplace_back(target, 0);
  }
}

/// Gives devices that lie on one circle of signals the same number, after Kosaraju.
Indices circles(const std::vector<Indices>& to) {
  std::vector<Indices> from(to.size());
  for (std::size_t i = 0; i < to.size(); ++i) {
    for (const std::size_t target : to[i]) from[target].push_back(i);
  }
  Indices left;
  std::vector<bool> isSeen(to.size());
  for (std::size_t i = 0; i < to.size(); ++i) leave(i, to, isSeen, left);
  Indices circle(to.size());
  isSeen.assign(to.size(), false);
  std::size_t count = 0;
  for (auto i = left.rbegin(); i != left.rend(); ++i) {
    Indices members;
    leave(*i, from, isSeen, members);
    for (const std::size_t member : members) circle[member] = count;
    count += members.empty() ? 0 : 1;
  }
  return circle;
}

}  // namespace

std::vector<DeviceId> powerUpOrder(const Desk& desk) {
  const auto& devices = desk.chain().devices;
  const std::vector<Indices> to = receivers(desk);
  const Indices circle = circles(to);
  std::vector<Indices> members(devices.size());  // By circle, in the chain's order.
  Indices waitsFor(devices.size());              // By circle: cables from other circles.
  for (std::size_t i = 0; i < devices.size(); ++i) {
    members[circle[i]].push_back(i);
    for (const std::size_t target : to[i]) {
      if (circle[target] != circle[i]) ++waitsFor[circle[target]];
    }
  }
  // By the first member of a circle of which nothing is left to wait for.
  std::priority_queue<std::size_t, Indices, std::greater<>> ready;
  const auto becomeReady = [&](std::size_t ofCircle) {
    if (!members[ofCircle].empty()) ready.push(members[ofCircle].front());
  };
  for (std::size_t i = 0; i < devices.size(); ++i) {
    if (waitsFor[i] == 0) becomeReady(i);
  }
  std::vector<DeviceId> order;
  while (!ready.empty()) {
    const std::size_t current = circle[ready.top()];
    ready.pop();
    for (const std::size_t member : members[current]) {
      if (hasSwitch(desk, devices[member])) order.push_back(devices[member].id);
      for (const std::size_t target : to[member]) {
        if (circle[target] != current && --waitsFor[circle[target]] == 0) {
          becomeReady(circle[target]);
        }
      }
    }
  }
  return order;
}

}  // namespace linecheck::chain
