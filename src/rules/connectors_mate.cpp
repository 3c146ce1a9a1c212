#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "chain/signals.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::CableEnd;
using chain::Cost;
using chain::Desk;
using chain::Place;
using profiles::Connector;
using profiles::Port;

constexpr std::array kFindings{
    Text{"plug-does-not-fit",
         "The {plug} plug of the cable does not fit the {socket} socket "
         "{port} of {device}."},
    Text{"adapter-does-not-fit",
         "The {plug} plug does not go into the {socket} side of the adapter "
         "at {device}."},
};
constexpr std::array kFixes{
    Text{"use-plug-adapter", "Put a {plug} to {socket} plug adapter on the cable at {device}."},
};

/// Jacks of one diameter enter each other's sockets, whatever their rings do.
int jackDiameterInTenths(Connector connector) {
  switch (connector) {
    case Connector::jack35Trs:
    case Connector::jack35Trrs:
      return 35;
    case Connector::jack635Ts:
    case Connector::jack635Trs:
      return 64;
    default:
      return 0;
  }
}

bool fits(Connector plug, Connector socket) {
  if (plug == socket || plug == Connector::unknown || socket == Connector::unknown) return true;
  const int diameter = jackDiameterInTenths(plug);
  if (socket == Connector::comboXlrTrs) return plug == Connector::xlr3 || diameter == 64;
  return diameter != 0 && diameter == jackDiameterInTenths(socket);
}

/// The plug on the cable at this end: headphones come with a cable of their own. Empty where it is
/// whatever fits.
std::optional<Connector> cablePlug(const Desk& desk, const Cable& cable, const CableEnd& end) {
  if (end.plug || &end == &cable.to) return end.plug;
  if (desk.kind(cable.to.socket.device) != profiles::Kind::headphones) return std::nullopt;
  const Port* own = desk.port(cable.to.socket);
  return own ? std::optional(own->connector) : std::nullopt;
}

/// Another free socket for the same signal.
const Port* otherSocket(const Desk& desk, const CableEnd& end, const Port& taken, Connector plug) {
  const profiles::Profile* profile = desk.profile(end.socket.device);
  if (!profile) return nullptr;
  const auto found =
      std::find_if(profile->ports.begin(), profile->ports.end(), [&](const Port& port) {
        return port.direction == taken.direction && port.signals == taken.signals &&
               port.connector != Connector::unknown && fits(plug, port.connector) &&
               desk.attached(end.socket.device, port.id).empty();
      });
  return found == profile->ports.end() ? nullptr : &*found;
}

/// `wanted` is what the device's socket takes.
chain::Fix fittingCable(const Desk& desk, const Cable& cable, const CableEnd& end,
                        Connector wanted) {
  return {"use-fitting-cable",
          {Place(cable.id)},
          Cost::cable,
          {{"device", desk.name(end.socket.device)}, {"plug", std::string(connectorName(wanted))}}};
}

void checkPlug(const Desk& desk, const Cable& cable, const CableEnd& end,
               std::vector<Finding>& findings) {
  const Port* port = desk.port(end.socket);
  const auto plug =
      end.adapters.empty() ? cablePlug(desk, cable, end) : std::optional(end.adapters.back().to);
  if (!port || !plug || fits(*plug, port->connector)) return;
  Finding finding{"plug-does-not-fit",
                  Severity::bad,
                  {Place(cable.id), Place(end.socket.device, end.socket.port)},
                  {{"plug", std::string(connectorName(*plug))},
                   {"socket", std::string(connectorName(port->connector))},
                   {"port", portName(desk, end.socket)},
                   {"device", desk.name(end.socket.device)}}};
  if (const Port* other = otherSocket(desk, end, *port, *plug)) {
    finding.fixes.push_back({"use-other-socket",
                             {Place(end.socket.device, other->id)},
                             Cost::free,
                             {{"device", finding.arguments["device"]}, {"port", other->name}}});
  }
  if (jackDiameterInTenths(*plug) != 0 && jackDiameterInTenths(port->connector) != 0) {
    finding.fixes.push_back(
        {"use-plug-adapter", {Place(cable.id)}, Cost::cable, finding.arguments});
  }
  finding.fixes.push_back(fittingCable(desk, cable, end, port->connector));
  findings.push_back(std::move(finding));
}

void checkAdapters(const Desk& desk, const Cable& cable, const CableEnd& end,
                   std::vector<Finding>& findings) {
  Connector plug = cablePlug(desk, cable, end).value_or(Connector::unknown);
  for (const chain::Adapter& adapter : end.adapters) {
    if (!fits(plug, adapter.from)) {
      const Port* port = desk.port(end.socket);
      findings.push_back({"adapter-does-not-fit",
                          Severity::bad,
                          {Place(cable.id), Place(end.socket.device, end.socket.port)},
                          {{"plug", std::string(connectorName(plug))},
                           {"socket", std::string(connectorName(adapter.from))},
                           {"device", desk.name(end.socket.device)}},
                          {fittingCable(desk, cable, end, port ? port->connector : adapter.to)}});
    }
    plug = adapter.to;
  }
}

void checkCables(const Context& context, std::vector<Finding>& findings) {
  for (const Cable& cable : context.desk.chain().cables) {
    for (const CableEnd* end : {&cable.from, &cable.to}) {
      checkAdapters(context.desk, cable, *end, findings);
      checkPlug(context.desk, cable, *end, findings);
    }
  }
}

}  // namespace

Rule connectorsMate() {
  return {"connectors-mate", checkCables, kFindings, kFixes};
}

}  // namespace linecheck::rules
