#include "cli/socket_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace linecheck::cli {
namespace {

using chain::Desk;
using chain::Socket;
using profiles::Direction;
using profiles::Port;
using profiles::Signal;

enum class CableSide { from, to };

bool fits(const Port& port, CableSide side) {
  const bool isPower = std::any_of(port.signals.begin(), port.signals.end(), [](Signal signal) {
    return signal == Signal::mains || signal == Signal::supply;
  });
  if (isPower) return false;
  return port.direction == Direction::both ||
         port.direction == (side == CableSide::from ? Direction::out : Direction::in);
}

bool shareSignal(const Port& a, const Port& b) {
  return std::any_of(a.signals.begin(), a.signals.end(), [&](Signal signal) {
    return std::find(b.signals.begin(), b.signals.end(), signal) != b.signals.end();
  });
}

// A typed place, whose port may be left open.
struct Typed {
  Socket socket;
  std::vector<const Port*> candidates;  // Where the port is open.
};

Result<Typed> parse(const Desk& desk, std::string_view text, CableSide side) {
  Typed typed;
  const auto colon = text.find(':');
  typed.socket.device = chain::DeviceId(std::string(text.substr(0, colon)));
  if (desk.device(typed.socket.device) == nullptr) {
    std::vector<std::string> ids;
    for (const chain::Device& device : desk.chain().devices) ids.push_back(device.id.text());
    return fail(ErrorCode::notFound,
                fmt::format("There is no such device in this chain; it has {}.",
                            ids.empty() ? "none yet" : fmt::format("{}", fmt::join(ids, ", "))),
                typed.socket.device.text());
  }
  if (colon != std::string_view::npos) {
    std::string_view port = text.substr(colon + 1);
    if (const auto slash = port.find('/'); slash != std::string_view::npos) {
      int index = 0;
      const std::string_view digits = port.substr(slash + 1);
      const auto [end, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), index);
      if (error != std::errc() || end != digits.data() + digits.size()) {
        return fail(ErrorCode::usage, "After the slash stands the socket's number, from 0.",
                    std::string(text));
      }
      typed.socket.index = index;
      port = port.substr(0, slash);
    }
    typed.socket.port = std::string(port);
    return typed;
  }
  const profiles::Profile* profile = desk.profile(typed.socket.device);
  if (profile == nullptr) {
    return fail(ErrorCode::usage, "Its profile is not known, so name the port: device:port.",
                std::string(text));
  }
  for (const Port& port : profile->ports) {
    const bool isFree = desk.attached(typed.socket.device, port.id).empty() ||
                        desk.kind(typed.socket.device) == profiles::Kind::computer;
    if (fits(port, side) && isFree) typed.candidates.push_back(&port);
  }
  return typed;
}

tl::unexpected<Error> unclear(const Typed& typed) {
  const std::string device = typed.socket.device.text();
  if (typed.candidates.empty()) {
    return fail(ErrorCode::usage, "Nothing is free there that this cable could be plugged into.",
                device);
  }
  std::vector<std::string> names;
  for (const Port* port : typed.candidates) names.push_back(device + ':' + port->id);
  return fail(ErrorCode::usage, fmt::format("Name the port: {}.", fmt::join(names, " or ")),
              device);
}

// Keeps the candidates that carry what the other end does.
void narrow(Typed& open, const std::vector<const Port*>& others) {
  std::erase_if(open.candidates, [&](const Port* port) {
    return std::none_of(others.begin(), others.end(),
                        [&](const Port* other) { return shareSignal(*port, *other); });
  });
}

std::vector<const Port*> portsOf(const Desk& desk, const Typed& typed) {
  if (typed.socket.port.empty()) return typed.candidates;
  const Port* port = desk.port(typed.socket);
  return port != nullptr ? std::vector{port} : std::vector<const Port*>{};
}

Result<Socket> settled(Typed typed) {
  if (!typed.socket.port.empty()) return typed.socket;
  if (typed.candidates.size() != 1) return unclear(typed);
  typed.socket.port = typed.candidates.front()->id;
  return typed.socket;
}

}  // namespace

Result<SocketPair> parseSockets(const Desk& desk, std::string_view from, std::string_view to) {
  auto source = parse(desk, from, CableSide::from);
  if (!source) return fail(source.error());
  auto sink = parse(desk, to, CableSide::to);
  if (!sink) return fail(sink.error());
  narrow(*source, portsOf(desk, *sink));
  narrow(*sink, portsOf(desk, *source));
  auto first = settled(*std::move(source));
  if (!first) return fail(first.error());
  auto second = settled(*std::move(sink));
  if (!second) return fail(second.error());
  return SocketPair{*std::move(first), *std::move(second)};
}

chain::CableKind usualCable(const Desk& desk, const SocketPair& sockets) {
  const Port* output = desk.port(sockets.from);
  const Port* input = desk.port(sockets.to);
  if (output == nullptr) return chain::CableKind::analogue;
  for (const Signal signal : output->signals) {
    const bool isCommon =
        input == nullptr ||
        std::find(input->signals.begin(), input->signals.end(), signal) != input->signals.end();
    if (!isCommon) continue;
    switch (signal) {
      case Signal::headphone:
        return chain::CableKind::headphone;
      case Signal::loudspeaker:
        return chain::CableKind::loudspeaker;
      case Signal::digitalUsb:
        return chain::CableKind::usb;
      case Signal::digitalAes3:
        return chain::CableKind::twisted110;
      case Signal::digitalAdat:
        return chain::CableKind::optical;
      case Signal::digitalSpdif:
        return output->connector == profiles::Connector::toslink ? chain::CableKind::optical
                                                                 : chain::CableKind::coaxial75;
      default:
        break;
    }
  }
  return chain::CableKind::analogue;
}

}  // namespace linecheck::cli
