#include "prediction/loop.h"

#include <algorithm>
#include <map>
#include <string>

#include "chain/signals.h"

namespace linecheck::prediction {
namespace {

using chain::Chain;
using chain::Desk;
using chain::DeviceId;
using chain::Socket;
using levels::Route;
using levels::RoutePoint;
using profiles::Direction;
using profiles::Kind;
using profiles::Port;

bool isInterface(const Desk& desk, const DeviceId& device) {
  const auto kind = desk.kind(device);
  return kind == Kind::audioInterface || kind == Kind::onboardAudio;
}

bool isAnalogue(const Desk& desk, const RoutePoint& at) {
  const Port* port = desk.port({at.device, at.port, {}});
  return port && chain::isAnalogue(*port);
}

bool isAt(const RoutePoint& point, const std::optional<Socket>& socket) {
  return !socket || (point.device == socket->device && point.port == socket->port);
}

/// The route up to where it comes back into the interface that it left, if it does.
std::optional<Route> cutAtReturn(const Desk& desk, const Route& route, const LoopChoice& choice) {
  for (std::size_t out = 0; out < route.size(); ++out) {
    const RoutePoint& left = route[out];
    if (left.isInput || !isInterface(desk, left.device) || !isAnalogue(desk, left)) continue;
    for (std::size_t in = out + 1; in < route.size(); ++in) {
      const RoutePoint& back = route[in];
      if (!back.isInput || back.device != left.device || !isAnalogue(desk, back)) continue;
      if (!isAt(route[in - 1], choice.from) || !isAt(back, choice.to)) continue;
      return Route(route.begin(), route.begin() + static_cast<std::ptrdiff_t>(in) + 1);
    }
  }
  return std::nullopt;
}

std::vector<Lane> lanesOn(const Desk& desk, const LoopChoice& choice) {
  std::vector<Lane> lanes;
  std::vector<Socket> taken;
  for (const Route& route : levels::findRoutes(desk).routes) {
    const auto cut = cutAtReturn(desk, route, choice);
    if (!cut) continue;
    const RoutePoint& end = cut->back();
    const Socket socket{end.device, end.port, {}};
    if (std::find(taken.begin(), taken.end(), socket) != taken.end()) continue;
    taken.push_back(socket);
    const Port* port = desk.port(socket);
    for (int i = 0; i < std::max(port->channels, 1); ++i) {
      lanes.push_back({static_cast<int>(lanes.size()), *cut});
    }
  }
  return lanes;
}

bool takesLine(const Port& port) {
  return chain::isAnalogue(port) &&
         std::count(port.signals.begin(), port.signals.end(), profiles::Signal::line) > 0;
}

constexpr Interval<Ohms> kUsualInput{Ohms::ofKilo(10.0), Ohms::ofKilo(5.0), {}};
constexpr Interval<Ohms> kUsualOutput{Ohms::of(100.0), {}, Ohms::ofKilo(1.0)};

void assumeImpedances(profiles::Profile& profile) {
  for (Port& port : profile.ports) {
    if (!takesLine(port) || port.impedance) continue;
    port.impedance.emplace();
    port.impedance->value = port.direction == Direction::out ? kUsualOutput : kUsualInput;
  }
}

/// A desk with profiles of its own.
struct OwnDesk {
  std::map<std::string, profiles::Profile, std::less<>> profiles;
  std::optional<Desk> desk;
};

Loop loopOf(const Desk& desk, const Chain& chain) {
  Loop loop;
  auto own = std::make_shared<OwnDesk>();
  for (const chain::Device& device : chain.devices) {
    const auto* profile = desk.profile(device.id);
    if (!profile) continue;
    for (const Port& port : profile->ports) {
      if (takesLine(port) && !port.impedance) {
        loop.assumedImpedances.insert(chain::Place(device.id, port.id));
      }
    }
    const auto [at, isNew] = own->profiles.try_emplace(device.profile, *profile);
    if (isNew) assumeImpedances(at->second);
  }
  own->desk.emplace(chain, [&own](std::string_view id) -> const profiles::Profile* {
    const auto found = own->profiles.find(id);
    return found == own->profiles.end() ? nullptr : &found->second;
  });
  loop.desk = std::shared_ptr<const Desk>(own, &*own->desk);
  return loop;
}

bool isPluggedAt(const chain::Cable& cable, const Socket& socket) {
  const auto at = [&](const Socket& end) {
    return end.device == socket.device && end.port == socket.port;
  };
  return at(cable.from.socket) || at(cable.to.socket);
}

Chain wiredTo(const Desk& desk, const Socket& from, const std::vector<Socket>& to) {
  Chain chain = desk.chain();
  std::erase_if(chain.cables, [&](const chain::Cable& cable) {
    return isPluggedAt(cable, from) || std::any_of(to.begin(), to.end(), [&](const Socket& socket) {
             return isPluggedAt(cable, socket);
           });
  });
  const Port* output = desk.port(from);
  for (const Socket& socket : to) {
    const Port* input = desk.port(socket);
    chain::Cable cable;
    cable.id = chain::CableId(
        chain::makeId("loop", [&](const std::string& id) { return chain.hasPart(id); }));
    cable.from.socket = from;
    if (to.size() > 1) cable.from.socket.index = static_cast<int>(&socket - to.data());
    cable.to.socket = socket;
    if (output->balanced == true && input->balanced == true) cable.isBalanced = true;
    chain.cables.push_back(std::move(cable));
  }
  return chain;
}

/// The line ports of a device in one direction; microphone inputs that take a line too count.
std::vector<const Port*> linePorts(const profiles::Profile& profile, Direction direction) {
  std::vector<const Port*> ports;
  for (const Port& port : profile.ports) {
    if (port.direction == direction && takesLine(port)) ports.push_back(&port);
  }
  return ports;
}

std::string listed(const Desk& desk, const DeviceId& device,
                   const std::vector<const Port*>& ports) {
  std::string text;
  for (const Port* port : ports) {
    text += (text.empty() ? "" : ", ") + (port->name.empty() ? port->id : port->name);
  }
  return desk.name(device) + (text.empty() ? "" : ": " + text);
}

/// The only interface of the desk.
Result<DeviceId> onlyInterface(const Desk& desk) {
  std::vector<DeviceId> found;
  for (const chain::Device& device : desk.chain().devices) {
    const auto* profile = desk.profile(device.id);
    if (profile && isInterface(desk, device.id) && !linePorts(*profile, Direction::in).empty() &&
        !linePorts(*profile, Direction::out).empty()) {
      found.push_back(device.id);
    }
  }
  if (found.size() == 1) return found.front();
  return fail(ErrorCode::usage,
              found.empty() ? "No audio interface with a line output and a line input is known in "
                              "this chain. Say which output and which input the cable joins."
                            : "There are several audio interfaces in this chain. Say which output "
                              "and which input the cable joins.");
}

/// The sockets of a device that a measuring cable fits, as they are typed.
std::string fitting(const Desk& desk, const DeviceId& device, Direction direction) {
  const auto* profile = desk.profile(device);
  std::string text;
  for (const Port& port : profile ? profile->ports : std::vector<Port>{}) {
    const bool fits = chain::isAnalogue(port) &&
                      (port.direction == direction || port.direction == Direction::both);
    if (fits) text += (text.empty() ? "" : ", ") + device.text() + ':' + port.id;
  }
  return text.empty() ? "it has none that fits" : "it has " + text;
}

Result<void> checkSocket(const Desk& desk, const Socket& socket, Direction direction) {
  const Port* port = desk.port(socket);
  const std::string where = socket.device.text() + ':' + socket.port;
  const std::string others = fitting(desk, socket.device, direction);
  if (!port) {
    return fail(ErrorCode::notFound, "The device has no such socket; " + others + '.', where);
  }
  if (!chain::isAnalogue(*port) ||
      (port->direction != direction && port->direction != Direction::both)) {
    return fail(ErrorCode::usage,
                (direction == Direction::out
                     ? "This is no analogue output. Name one that the signal leaves; "
                     : "This is no analogue input. Name one that the signal enters; ") +
                    others + '.',
                where);
  }
  return {};
}

Result<Socket> outputFor(const Desk& desk, const LoopChoice& choice) {
  if (choice.from) {
    if (auto checked = checkSocket(desk, *choice.from, Direction::out); !checked) {
      return fail(checked.error());
    }
    return *choice.from;
  }
  DeviceId device;
  if (choice.to) {
    device = choice.to->device;
  } else {
    auto found = onlyInterface(desk);
    if (!found) return fail(found.error());
    device = *found;
  }
  const auto ports = linePorts(*desk.profile(device), Direction::out);
  if (ports.size() == 1) return Socket{device, ports.front()->id, {}};
  return fail(ErrorCode::usage, "Say from which output the cable goes.",
              listed(desk, device, ports));
}

Result<std::vector<Socket>> inputsFor(const Desk& desk, const LoopChoice& choice,
                                      const Socket& from) {
  if (choice.to) {
    if (auto checked = checkSocket(desk, *choice.to, Direction::in); !checked) {
      return fail(checked.error());
    }
    return std::vector{*choice.to};
  }
  DeviceId device = from.device;
  if (!isInterface(desk, device)) {
    auto found = onlyInterface(desk);
    if (!found) return fail(found.error());
    device = *found;
  }
  const auto ports = linePorts(*desk.profile(device), Direction::in);
  const bool isPair =
      ports.size() > 1 && static_cast<int>(ports.size()) <= desk.port(from)->channels &&
      std::all_of(ports.begin(), ports.end(), [](const Port* port) { return port->channels == 1; });
  if (ports.size() != 1 && !isPair) {
    return fail(ErrorCode::usage, "Say into which input the cable goes.",
                listed(desk, device, ports));
  }
  std::vector<Socket> sockets;
  sockets.reserve(ports.size());
  for (const Port* port : ports) sockets.push_back({device, port->id, {}});
  return sockets;
}

}  // namespace

Result<Loop> findLoop(const Desk& desk, const LoopChoice& choice) {
  if (auto drawn = lanesOn(desk, choice); !drawn.empty()) {
    Loop loop = loopOf(desk, desk.chain());
    loop.lanes = std::move(drawn);
    return loop;
  }
  const auto from = outputFor(desk, choice);
  if (!from) return fail(from.error());
  const auto to = inputsFor(desk, choice, *from);
  if (!to) return fail(to.error());
  Loop loop = loopOf(desk, wiredTo(desk, *from, *to));
  loop.lanes = lanesOn(*loop.desk, {*from, choice.to});
  if (loop.lanes.empty()) {
    return fail(ErrorCode::usage,
                "What this output plays does not come from the interface with that input, as the "
                "chain is drawn. Name another output, or draw the cable between them.",
                from->device.text() + ':' + from->port);
  }
  return loop;
}

}  // namespace linecheck::prediction
