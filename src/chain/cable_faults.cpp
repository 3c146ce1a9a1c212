#include <map>
#include <utility>

#include "chain/inspection.h"
#include "chain/signals.h"
#include "json/pointer.h"

namespace linecheck::chain {
namespace {

using profiles::Direction;
using profiles::Port;
using profiles::Profile;

/// One end of one cable in the chain's list.
struct End {
  const Cable& cable;
  std::size_t index = 0;
  bool isFrom = true;

  [[nodiscard]] const Socket& socket() const { return (isFrom ? cable.from : cable.to).socket; }
  [[nodiscard]] std::string tail(std::string_view key) const {
    return (isFrom ? "/from/" : "/to/") + std::string(key);
  }
};

class CableInspection {
 public:
  explicit CableInspection(Inspection& inspection) : inspection_(inspection) {}

  void inspect(const Cable& cable, std::size_t index) {
    const Item item(inspection_, "cables", index, cable.id.text());
    const DeviceId& from = cable.from.socket.device;
    const DeviceId& to = cable.to.socket.device;
    inspectEnd(item, {cable, index, true});
    if (from == to && inspection_.device(to)) {
      item.fault("/to/device",
                 "This cable leads from " + inspection_.name(to) +
                     " back to itself; a cable joins "
                     "two devices.",
                 {to.text()});
    }
    inspectEnd(item, {cable, index, false});
    item.within("/length_m", kCableLengthBounds, numberIn(cable.length));
  }

 private:
  void inspectEnd(const Item& item, const End& end) {
    const Socket& socket = end.socket();
    if (!inspection_.device(socket.device)) {
      item.missing(end.tail("device"), "device", socket.device.text());
      return;
    }
    const std::string name = inspection_.name(socket.device);
    const Profile* profile = inspection_.profile(socket.device);
    const Port* port = profile ? profile->port(socket.port) : nullptr;
    if (profile && !port) {
      item.misfit(end.tail("port"), name + " has no port " + json::inQuotes(socket.port) + ".",
                  ErrorCode::notFound, {}, {socket.device.text()});
    }
    inspectIndex(item, end, port);
    const Direction against = end.isFrom ? Direction::in : Direction::out;
    if (port && port->direction == against) {
      item.fault(end.tail("port"),
                 port->name + " of " + name +
                     (end.isFrom ? " is an input: a cable goes from an output to an input."
                                 : " is an output: a cable goes from an output to an input."),
                 {socket.device.text()});
      return;
    }
    occupy(item, end, profile, port);
  }

  void inspectIndex(const Item& item, const End& end, const Port* port) const {
    const Socket& socket = end.socket();
    if (!socket.index) return;
    if (*socket.index < 0) {
      item.fault(end.tail("socket"), "Sockets are counted from 0.");
    } else if (port && *socket.index >= port->sockets) {
      item.misfit(end.tail("socket"),
                  port->name + " of " + inspection_.name(socket.device) + " has " +
                      std::to_string(port->sockets) +
                      (port->sockets == 1 ? " socket" : " sockets") + ", counted from 0.",
                  ErrorCode::notFound, {}, {socket.device.text()});
    }
  }

  /// A computer has more USB sockets than its profile can know, and takes hubs. What nobody knows
  /// may be a computer.
  static bool takesAnyNumber(const Profile* profile, const Port* port, const Cable& cable) {
    if (!profile) return cable.kind == CableKind::usb;
    return profile->kind == profiles::Kind::computer && port && isFromHost(*port);
  }

  void occupy(const Item& item, const End& end, const Profile* profile, const Port* port) {
    const Socket& socket = end.socket();
    if (takesAnyNumber(profile, port, end.cable)) return;
    std::vector<End>& plugged = plugged_[{socket.device.text(), socket.port}];
    for (const End& other : plugged) {
      const std::optional<int>& taken = other.socket().index;
      if (taken && socket.index && *taken != *socket.index) continue;
      std::string what = (port ? port->name : socket.port) + " of " +
                         inspection_.name(socket.device) + " is taken already by the cable " +
                         json::inQuotes(other.cable.id.text()) + ".";
      if (port && port->sockets > 1 && !(taken && socket.index)) {
        what += " It has " + std::to_string(port->sockets) +
                " sockets: say in which one each cable is.";
      }
      std::vector<std::string> others{socket.device.text(), other.cable.id.text()};
      if (port) {
        item.fault(end.tail("port"), std::move(what), std::move(others));
      } else {
        item.misfit(end.tail("port"), std::move(what), ErrorCode::badInput, {}, std::move(others));
      }
      break;
    }
    plugged.push_back(end);
  }

  Inspection& inspection_;
  std::map<std::pair<std::string, std::string>, std::vector<End>> plugged_;  // By device and port.
};

}  // namespace

void inspectCables(Inspection& inspection) {
  CableInspection cables(inspection);
  for (std::size_t i = 0; i < inspection.chain().cables.size(); ++i) {
    cables.inspect(inspection.chain().cables[i], i);
  }
}

}  // namespace linecheck::chain
