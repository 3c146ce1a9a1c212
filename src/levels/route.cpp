#include "levels/route.h"

#include <algorithm>
#include <set>
#include <utility>

#include "chain/signals.h"

namespace linecheck::levels {
namespace {

using chain::Desk;
using chain::DeviceId;
using chain::isFromHost;
using profiles::Direction;
using profiles::Kind;
using profiles::Port;

/// Whether the signal can go from the near end of the cable to the far one. USB goes both ways
/// where both ports do.
bool leaves(const Desk& desk, const Desk::Attached& end) {
  const Port* near = desk.port(end.near->socket);
  const Port* far = desk.port(end.far->socket);
  if (near && (near->direction == Direction::in || !chain::carriesAudio(*near))) return false;
  if (far && (far->direction == Direction::out || !chain::carriesAudio(*far))) return false;
  return end.isSource || (near && far && isFromHost(*near) && isFromHost(*far));
}

/// The ports of a device that a signal leaves by a cable, each once.
std::vector<std::string> usedOutputs(const Desk& desk, const DeviceId& device) {
  std::vector<std::string> ports;
  for (const Desk::Attached& end : desk.attached(device)) {
    const std::string& port = end.near->socket.port;
    if (leaves(desk, end) && std::count(ports.begin(), ports.end(), port) == 0) {
      ports.push_back(port);
    }
  }
  return ports;
}

bool isComputer(const Desk& desk, const DeviceId& device) {
  return desk.kind(device) == Kind::computer;
}

/// Whether something in the chain feeds an output.
bool isFed(const Desk& desk, const DeviceId& device, const std::string& output) {
  for (const Desk::Attached& end : desk.attached(device)) {
    if (!leaves(desk, {end.cable, end.far, end.near, !end.isSource})) continue;
    for (const Port* port : desk.routed(device, end.near->socket.port)) {
      if (port->id == output) return true;
    }
  }
  return false;
}

class Search {
 public:
  Search(const Desk& desk, std::size_t limit) : desk_(desk), limit_(limit) {}

  void from(const DeviceId& device) {
    for (const std::string& port : usedOutputs(desk_, device)) {
      const Port* known = desk_.port({device, port, {}});
      const bool isBegun = isComputer(desk_, device) ||
                           (!isFed(desk_, device, port) && !(known && isFromHost(*known)));
      if (isBegun) leave(device, port);
    }
  }

  Routes found;

 private:
  /// False if the signal gets nowhere from here.
  bool leave(const DeviceId& device, const std::string& port) {
    route_.push_back({device, port, false, {}});
    bool goesOn = false;
    for (const Desk::Attached& end : desk_.attached(device, port)) {
      const chain::Socket& next = end.far->socket;
      if (!leaves(desk_, end) || !desk_.device(next.device)) continue;
      if (!entered_.insert({next.device, next.port}).second) continue;
      goesOn = true;
      enter(next, end.cable->id);
      entered_.erase({next.device, next.port});
    }
    route_.pop_back();
    return goesOn;
  }

  void enter(const chain::Socket& socket, const chain::CableId& cable) {
    if (!found.isComplete) return;
    route_.push_back({socket.device, socket.port, true, cable});
    bool goesOn = false;
    if (!isComputer(desk_, socket.device)) {
      const std::vector<std::string> used = usedOutputs(desk_, socket.device);
      for (const Port* port : desk_.routed(socket.device, socket.port)) {
        if (std::count(used.begin(), used.end(), port->id) == 0) continue;
        if (leave(socket.device, port->id)) goesOn = true;
      }
    }
    if (!goesOn) finish();
    route_.pop_back();
  }

  void finish() {
    if (found.routes.size() == limit_) {
      found.isComplete = false;
    } else {
      found.routes.push_back(route_);
    }
  }

  const Desk& desk_;
  std::size_t limit_;
  Route route_;
  std::set<std::pair<DeviceId, std::string>> entered_;
};

}  // namespace

Routes findRoutes(const Desk& desk, std::size_t limit) {
  Search search(desk, limit);
  for (const chain::Device& device : desk.chain().devices) search.from(device.id);
  return std::move(search.found);
}

}  // namespace linecheck::levels
