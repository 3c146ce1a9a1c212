#include "chain/listeners.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "chain/signals.h"
#include "chain/volume_stand.h"

namespace linecheck::chain {
namespace {

using profiles::Direction;
using profiles::Port;

bool isLeaving(const Port& port) {
  return port.direction != Direction::in && carriesAudio(port) && !isFromHost(port);
}

class Walk {
 public:
  Walk(const Desk& desk, std::string output) : desk_(desk), output_(std::move(output)) {}

  /// What leaves by this port. `isCertain` tells of the switches before it.
  void outOf(const DeviceId& device, const std::string& port, bool isCertain) {
    const auto plays = desk_.isPlaying(device, port);
    if (plays == false) return;
    isCertain = isCertain && plays.has_value();
    // Once more only if it was not certain before.
    if (isCertain ? !certain_.emplace(device, port).second
                  : certain_.count({device, port}) > 0 || !seen_.emplace(device, port).second) {
      return;
    }
    for (const Desk::Attached& cable : desk_.attached(device, port)) {
      if (cable.isSource && cable.cable->kind != CableKind::usb) into(cable.far->socket, isCertain);
    }
  }

  std::map<DeviceId, Listener> heard;
  bool meetsUnknown = false;

 private:
  void into(const Socket& socket, bool isCertain) {
    if (isListenedTo(desk_, socket.device)) {
      const bool isWorn = desk_.kind(socket.device) == profiles::Kind::headphones;
      const auto [known, isNew] =
          heard.try_emplace(socket.device, Listener{socket.device, output_, isWorn, isCertain});
      if (!isNew) known->second.isCertain = known->second.isCertain || isCertain;
      return;
    }
    if (desk_.port(socket) == nullptr) {
      meetsUnknown = true;
      return;
    }
    for (const Port* port : desk_.routed(socket.device, socket.port)) {
      if (isLeaving(*port)) outOf(socket.device, port->id, isCertain);
    }
  }

  const Desk& desk_;
  std::string output_;
  std::set<std::pair<DeviceId, std::string>> certain_;
  std::set<std::pair<DeviceId, std::string>> seen_;
};

}  // namespace

bool Listeners::isAnyWorn() const {
  return std::any_of(all.begin(), all.end(),
                     [](const Listener& listener) { return listener.isWorn; });
}

Listeners listenersOf(const Desk& desk, const DeviceId& playing, std::string_view output) {
  std::map<DeviceId, Listener> heard;
  Listeners listeners;
  std::set<std::string> outputs;
  for (const Desk::Attached& cable : desk.attached(playing)) {
    const std::string& id = cable.near->socket.port;
    if (!cable.isSource || (!output.empty() && id != output) || !outputs.insert(id).second)
      continue;
    const Port* port = desk.port(cable.near->socket);
    // Where no profile tells of the port, the cable does.
    if (port ? !isLeaving(*port) : cable.cable->kind == CableKind::usb) continue;
    Walk walk(desk, id);
    walk.outOf(playing, id, true);
    if (walk.meetsUnknown) listeners.unknownBehind.push_back(id);
    for (auto& [device, listener] : walk.heard) {
      const auto [known, isNew] = heard.try_emplace(device, listener);
      if (!isNew && listener.isCertain && !known->second.isCertain) known->second = listener;
    }
  }
  for (const Device& device : desk.chain().devices) {
    if (const auto found = heard.find(device.id); found != heard.end()) {
      listeners.all.push_back(found->second);
    }
  }
  return listeners;
}

}  // namespace linecheck::chain
