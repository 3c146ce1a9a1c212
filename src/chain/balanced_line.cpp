#include "chain/balanced_line.h"

#include <string>
#include <vector>

#include "chain/cable_shield.h"
#include "chain/signals.h"

namespace linecheck::chain {
namespace {

using profiles::Direction;
using profiles::Port;

/// The cable as it would be: balanced, between these two ports of the same devices.
bool isBalancedBetween(const Desk& desk, const Cable& cable, const std::string& from,
                       const std::string& to) {
  Cable changed;
  changed.id = cable.id;
  changed.from.socket = {cable.from.socket.device, from, {}};
  changed.to.socket = {cable.to.socket.device, to, {}};
  changed.isBalanced = true;
  for (const CableEnd* end : {&changed.from, &changed.to}) {
    const Port* port = desk.port(end->socket);
    if (!port || port->balanced != true) return false;
  }
  const auto shield = shieldOf(desk, changed);
  return shield && shield->kind == GroundLink::Kind::balancedShield;
}

/// Balanced line ports of a device in one direction: those that are free, and the cable's own.
std::vector<std::string> usable(const Desk& desk, const Socket& own, Direction direction) {
  std::vector<std::string> ports;
  const profiles::Profile* profile = desk.profile(own.device);
  if (!profile) return ports;
  for (const Port& port : profile->ports) {
    if (port.direction != direction && port.direction != Direction::both) continue;
    if (signalClass(port) != SignalClass::line || port.balanced != true) continue;
    if (port.id == own.port || desk.attached(own.device, port.id).empty()) ports.push_back(port.id);
  }
  return ports;
}

}  // namespace

bool wouldBeBalanced(const Desk& desk, const Cable& cable) {
  return isBalancedBetween(desk, cable, cable.from.socket.port, cable.to.socket.port);
}

bool hasFreeBalancedLine(const Desk& desk, const Cable& cable) {
  for (const std::string& from : usable(desk, cable.from.socket, Direction::out)) {
    for (const std::string& to : usable(desk, cable.to.socket, Direction::in)) {
      if (isBalancedBetween(desk, cable, from, to)) return true;
    }
  }
  return false;
}

}  // namespace linecheck::chain
