#include "document/new_cable.h"

#include <algorithm>

#include "chain/edits.h"
#include "chain/signals.h"

namespace linecheck::ui {
namespace {

using chain::CableKind;
using chain::SignalClass;
using profiles::Connector;
using profiles::Direction;
using profiles::Port;
using profiles::Signal;

bool carries(const Port& port, Signal signal) {
  return std::count(port.signals.begin(), port.signals.end(), signal) > 0;
}

CableKind digitalKind(const Port& port) {
  if (carries(port, Signal::digitalUsb)) return CableKind::usb;
  switch (port.connector) {
    case Connector::toslink:
      return CableKind::optical;
    case Connector::xlr3:
      return CableKind::twisted110;
    default:
      return CableKind::coaxial75;
  }
}

CableKind kindFor(const Port& from, const Port& to) {
  // Headphones and loudspeakers bring their cable along; a line input takes an analogue one.
  switch (chain::signalClass(to)) {
    case SignalClass::digital:
      return digitalKind(to);
    case SignalClass::headphone:
      return CableKind::headphone;
    case SignalClass::loudspeaker:
      return CableKind::loudspeaker;
    default:
      return chain::signalClass(from) == SignalClass::digital ? digitalKind(from)
                                                              : CableKind::analogue;
  }
}

bool isComputer(const chain::Desk& desk, const chain::Socket& socket) {
  return desk.kind(socket.device) == profiles::Kind::computer;
}

}  // namespace

chain::Cable cableBetween(const chain::Desk& desk, const chain::Socket& a, const chain::Socket& b) {
  const Port* first = desk.port(a);
  const Port* second = desk.port(b);
  bool isForward = true;
  if (first && second) {
    const bool onlyBack = first->direction == Direction::in || second->direction == Direction::out;
    const bool eitherWay =
        first->direction == Direction::both && second->direction == Direction::both;
    isForward = eitherWay ? !isComputer(desk, b) || isComputer(desk, a) : !onlyBack;
  }
  chain::Cable cable;
  cable.from.socket = isForward ? a : b;
  cable.to.socket = isForward ? b : a;
  if (first && second) {
    cable.kind = isForward ? kindFor(*first, *second) : kindFor(*second, *first);
  }
  return cable;
}

bool fit(const chain::Desk& desk, const chain::Socket& a, const chain::Socket& b) {
  const chain::Cable cable = cableBetween(desk, a, b);
  const Port* from = desk.port(cable.from.socket);
  const Port* to = desk.port(cable.to.socket);
  if (!from || !to || a.device == b.device) return false;
  if (from->direction == Direction::in || to->direction == Direction::out) return false;
  if (chain::signalClass(*from) == SignalClass::line &&
      chain::signalClass(*to) == SignalClass::line) {
    return true;
  }
  const bool share = std::any_of(from->signals.begin(), from->signals.end(),
                                 [&](Signal signal) { return carries(*to, signal); });
  if (!share || chain::signalClass(*to) != SignalClass::digital) return share;
  // Light does not enter a coaxial socket.
  const bool isOptical = from->connector == Connector::toslink;
  return isOptical == (to->connector == Connector::toslink);
}

Result<chain::Edit> join(const chain::Desk& desk, const chain::Socket& a, const chain::Socket& b) {
  Result<chain::Edit> whole = chain::connect(desk, cableBetween(desk, a, b));
  if (whole) return whole;
  const auto choices = [&](const chain::Socket& socket) {
    std::vector<chain::Socket> list{socket};
    const Port* port = desk.port(socket);
    for (int i = 0; port && port->sockets > 1 && i < port->sockets; ++i) {
      list.push_back({socket.device, socket.port, i});
    }
    return list;
  };
  for (const chain::Socket& first : choices(a)) {
    for (const chain::Socket& second : choices(b)) {
      if (auto single = chain::connect(desk, cableBetween(desk, first, second))) return single;
    }
  }
  return whole;
}

std::optional<chain::CableId> onlyCableIn(const chain::Desk& desk, const chain::Socket& port) {
  const Port* known = desk.port(port);
  const auto attached = desk.attached(port.device, port.port);
  if (!known || attached.size() != 1 || isComputer(desk, port)) return std::nullopt;
  const bool isFull = known->sockets == 1 || !attached.front().near->socket.index;
  return isFull ? std::optional(attached.front().cable->id) : std::nullopt;
}

Result<chain::Edit> replug(const chain::Desk& desk, const chain::CableId& id,
                           const chain::Socket& kept, const chain::Socket& to) {
  const chain::Cable* before = desk.cable(id);
  if (!before) return fail(ErrorCode::notFound, "There is no such cable.", id.text());
  const chain::Cable wanted = cableBetween(desk, kept, to);
  chain::Cable cable = *before;
  cable.kind = wanted.kind;
  // What is known of the plug at the end that goes is not known of the new one.
  const auto place = [&](const chain::Socket& socket) {
    const bool wasFrom = before->from.socket == socket;
    if (wasFrom || before->to.socket == socket) return wasFrom ? before->from : before->to;
    chain::CableEnd end;
    end.socket = socket;
    return end;
  };
  cable.from = place(wanted.from.socket);
  cable.to = place(wanted.to.socket);
  return chain::changeCable(desk, cable);
}

std::vector<chain::Socket> fittingTargets(const chain::Desk& desk, const chain::Socket& from,
                                          const std::optional<chain::CableId>& moved) {
  std::vector<chain::Socket> targets;
  for (const chain::Device& device : desk.chain().devices) {
    const profiles::Profile* profile = desk.profile(device.id);
    if (!profile) continue;
    for (const Port& port : profile->ports) {
      chain::Socket socket{device.id, port.id, {}};
      if (!chain::carriesAudio(port) || !fit(desk, from, socket)) continue;
      const auto edit = moved ? replug(desk, *moved, from, socket) : join(desk, from, socket);
      if (edit) targets.push_back(std::move(socket));
    }
  }
  return targets;
}

}  // namespace linecheck::ui
