#include "chain/cable_shield.h"

#include <algorithm>

#include "chain/signals.h"

namespace linecheck::chain {
namespace {

using profiles::Connector;
using profiles::Kind;

/// Whether a connector has contacts for hot, cold and shield; empty if nobody knows which it is.
std::optional<bool> canBalance(Connector connector) {
  switch (connector) {
    case Connector::unknown:
      return std::nullopt;
    case Connector::jack635Trs:
    case Connector::xlr3:
    case Connector::xlr4:
    case Connector::pentaconn44:
    case Connector::comboXlrTrs:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<bool> balanceAt(const Desk& desk, const CableEnd& end) {
  const profiles::Port* port = desk.port(end.socket);
  std::optional<bool> known;
  const auto hear = [&](std::optional<bool> told) {
    if (told) known = known.value_or(true) && *told;
  };
  if (end.plug) hear(canBalance(*end.plug));
  for (const Adapter& adapter : end.adapters) {
    hear(canBalance(adapter.from));
    hear(canBalance(adapter.to));
  }
  if (port) {
    hear(canBalance(port->connector));
    hear(port->receiver == profiles::Receiver::singleEnded ? false : port->balanced);
  }
  return known;
}

std::optional<bool> balanceOf(const Desk& desk, const Cable& cable) {
  const auto from = balanceAt(desk, cable.from);
  const auto to = balanceAt(desk, cable.to);
  if (cable.isBalanced == false || from == false || to == false) return false;
  return from && to ? std::optional(true) : std::nullopt;
}

namespace {

/// A cable with two cores counts as balanced unless somebody knows better, any other only if
/// somebody does.
bool countsAsBalanced(const Desk& desk, const Cable& cable) {
  return balanceOf(desk, cable).value_or(cable.isBalanced == true);
}

std::optional<Shield> analogueShield(const Desk& desk, const Cable& cable) {
  const bool isOpen = !cable.from.isShieldJoined || !cable.to.isShieldJoined;
  if (countsAsBalanced(desk, cable)) {
    if (isOpen) return std::nullopt;
    return Shield{GroundLink::Kind::balancedShield, GroundNode::Kind::chassis};
  }
  // With two cores the return is a core, and the shield around it can stay open.
  if (isOpen && cable.isBalanced == true) return std::nullopt;
  return Shield{GroundLink::Kind::unbalancedShield, GroundNode::Kind::signal};
}

bool isDigital(const profiles::Port* port) {
  return port && signalClass(*port) == SignalClass::digital;
}

}  // namespace

bool isIsolator(const Desk& desk, const DeviceId& device) {
  const auto kind = desk.kind(device);
  return kind == Kind::usbIsolator || kind == Kind::transformerIsolator;
}

bool isLoad(const Desk& desk, const DeviceId& device) {
  const auto kind = desk.kind(device);
  return kind == Kind::headphones || kind == Kind::loudspeakers;
}

std::optional<Shield> shieldOf(const Desk& desk, const Cable& cable) {
  for (const CableEnd* end : {&cable.from, &cable.to}) {
    if (isIsolator(desk, end->socket.device) || isLoad(desk, end->socket.device)) {
      return std::nullopt;
    }
  }
  switch (cable.kind) {
    case CableKind::analogue:
    case CableKind::headphone:
      break;
    case CableKind::usb:
      return Shield{GroundLink::Kind::usbShield, GroundNode::Kind::signal};
    case CableKind::coaxial75:
      return Shield{GroundLink::Kind::digitalShield, GroundNode::Kind::signal};
    case CableKind::twisted110:
      if (!cable.from.isShieldJoined || !cable.to.isShieldJoined) return std::nullopt;
      return Shield{GroundLink::Kind::digitalShield, GroundNode::Kind::chassis};
    case CableKind::loudspeaker:
    case CableKind::optical:
      return std::nullopt;
  }
  if (isDigital(desk.port(cable.from.socket)) || isDigital(desk.port(cable.to.socket))) {
    return Shield{GroundLink::Kind::digitalShield, GroundNode::Kind::signal};
  }
  return analogueShield(desk, cable);
}

}  // namespace linecheck::chain
