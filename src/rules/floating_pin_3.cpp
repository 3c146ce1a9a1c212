#include <array>

#include "rules/analogue_line.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Adapter;
using chain::Cable;
using chain::Cost;
using chain::Desk;
using chain::Pin3;
using chain::Place;
using profiles::Connector;
using profiles::Direction;
using profiles::Port;

constexpr std::array kFindings{
    Text{"pin-3-floats",
         "The {plug} to XLR adapter at {to} leaves pin 3 open: the signal is weaker, and hum and "
         "noise get in."},
    Text{"pin-3-unknown",
         "Nobody has told whether the {plug} to XLR adapter at {to} joins pin 3 to pin 1, as it "
         "should."},
};
constexpr std::array kFixes{
    Text{"check-pin-3",
         "Unplug the adapter at {to} and measure it with a continuity tester: XLR pin 3 must be "
         "joined to pin 1 and to the outside of the {plug} plug."},
    Text{"use-adapter-with-pin-3",
         "Use an adapter at {to} that joins pin 3 to pin 1, or a cable from {plug} to XLR made "
         "so."},
};

/// A free unbalanced input of the same device, which needs no adapter.
const Port* unbalancedInput(const Desk& desk, const chain::Socket& socket) {
  const profiles::Profile* profile = desk.profile(socket.device);
  if (!profile) return nullptr;
  for (const Port& port : profile->ports) {
    if (port.direction != Direction::in || port.signals.empty()) continue;
    if (port.signals.front() == profiles::Signal::line && isUnbalancedPlug(port.connector) &&
        desk.attached(socket.device, port.id).empty()) {
      return &port;
    }
  }
  return nullptr;
}

void report(const Desk& desk, const Cable& cable, const Adapter& adapter,
            std::vector<Finding>& findings) {
  const chain::Socket& socket = cable.to.socket;
  chain::Arguments arguments = cableArguments(desk, cable);
  arguments["plug"] = connectorName(adapter.from);
  const bool floats = adapter.pin3 == Pin3::floating;
  Finding finding{floats ? "pin-3-floats" : "pin-3-unknown",
                  floats ? Severity::bad : Severity::info,
                  {Place(cable.id), Place(socket.device, socket.port)},
                  arguments};
  if (!floats) {
    finding.fixes.push_back({"check-pin-3", {Place(cable.id)}, Cost::free, arguments});
  }
  if (const Port* other = unbalancedInput(desk, socket)) {
    finding.fixes.push_back({"use-other-socket",
                             {Place(socket.device, other->id)},
                             Cost::free,
                             {{"device", arguments["to"]}, {"port", other->name}}});
  }
  if (floats) {
    finding.fixes.push_back({"use-adapter-with-pin-3", {Place(cable.id)}, Cost::cable, arguments});
  }
  findings.push_back(std::move(finding));
}

/// At an output pin 3 may stay open, and with some must; only inputs are looked at.
void checkAdapters(const Context& context, std::vector<Finding>& findings) {
  for (const Cable& cable : context.desk.chain().cables) {
    if (!isAnalogueLine(context.desk, cable)) continue;
    for (const Adapter& adapter : cable.to.adapters) {
      if (adapter.to == Connector::xlr3 && isUnbalancedPlug(adapter.from) &&
          adapter.pin3 != Pin3::joinedToGround) {
        report(context.desk, cable, adapter, findings);
      }
    }
  }
}

}  // namespace

Rule floatingPin3() {
  return {"floating-pin-3", checkAdapters, kFindings, kFixes};
}

}  // namespace linecheck::rules
