#include "rules/analogue_line.h"

#include "chain/balanced_line.h"
#include "chain/cable_shield.h"
#include "chain/signals.h"
#include "rules/words.h"

namespace linecheck::rules {

using chain::Cable;
using chain::Cost;
using chain::Desk;
using profiles::Connector;
using profiles::Port;

bool isAnalogueLine(const Desk& desk, const Cable& cable) {
  if (cable.kind != chain::CableKind::analogue) return false;
  if (chain::isLoad(desk, cable.to.socket.device)) return false;
  for (const chain::CableEnd* end : {&cable.from, &cable.to}) {
    const Port* port = desk.port(end->socket);
    if (!port) continue;
    const chain::SignalClass signals = chain::signalClass(*port);
    if (signals != chain::SignalClass::line && signals != chain::SignalClass::headphone) {
      return false;
    }
  }
  return true;
}

std::optional<bool> isBalancedPort(const Port& port) {
  if (hearsOnlyHot(port)) return false;
  if (port.balanced) return port.balanced;
  return isUnbalancedPlug(port.connector) ? std::optional(false) : std::nullopt;
}

bool hearsOnlyHot(const Port& port) {
  if (port.receiver) return port.receiver == profiles::Receiver::singleEnded;
  return port.commonModeRejection && port.commonModeRejection->value.nominal <= Decibels::of(0.0);
}

bool isUnbalancedPlug(Connector connector) {
  switch (connector) {
    case Connector::rca:
    case Connector::jack35Trs:
    case Connector::jack35Trrs:
    case Connector::jack635Ts:
      return true;
    default:
      return false;
  }
}

std::optional<chain::Fix> balancingFix(const Desk& desk, const Cable& cable) {
  const bool byCable = chain::wouldBeBalanced(desk, cable);
  if (!byCable && !chain::hasFreeBalancedLine(desk, cable)) return std::nullopt;
  return chain::Fix{byCable ? "use-balanced-cable" : "use-balanced-line",
                    {chain::Place(cable.id)},
                    Cost::cable,
                    cableArguments(desk, cable)};
}

}  // namespace linecheck::rules
