#include <array>

#include "chain/cable_shield.h"
#include "rules/analogue_line.h"
#include "rules/headphone_line.h"
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
    Text{"adapter-shorts-balanced-output",
         "What is plugged into {output} of {from} shorts half of its amplifiers to ground or to "
         "each other. That can destroy the output."},
};
constexpr std::array kFixes{
    Text{"unplug-shorting-adapter",
         "Turn {from} off and unplug it from {output}. Never put a balanced to unbalanced adapter "
         "there."},
};

/// Plugs that have one ground for both ears.
bool joinsReturns(Connector connector) {
  return connector == Connector::jack35Trs || connector == Connector::jack635Trs ||
         connector == Connector::jack635Ts || connector == Connector::rca;
}

bool hasShortingAdapter(const CableEnd& end) {
  for (const chain::Adapter& adapter : end.adapters) {
    if (joinsReturns(adapter.from) || joinsReturns(adapter.to)) return true;
  }
  return false;
}

/// Something that has a ground, and takes the cold contact to it.
bool isGroundedFarEnd(const Desk& desk, const Cable& cable) {
  return !chain::isLoad(desk, cable.to.socket.device) && chain::balanceAt(desk, cable.to) == false;
}

void checkOutputs(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    const Port* output = desk.port(cable.from.socket);
    if (!output || !isBalancedHeadphoneOutput(*output)) continue;
    if (!hasShortingAdapter(cable.from) && !hasShortingAdapter(cable.to) &&
        !isGroundedFarEnd(desk, cable)) {
      continue;
    }
    Finding finding{"adapter-shorts-balanced-output",
                    Severity::danger,
                    {Place(cable.id), Place(cable.from.socket.device, output->id)},
                    cableArguments(desk, cable)};
    finding.arguments["socket"] = connectorName(output->connector);
    finding.fixes.push_back(
        {"unplug-shorting-adapter", {Place(cable.id)}, Cost::free, finding.arguments});
    if (endsAtHeadphones(desk, cable)) addBalancedOutputCures(desk, cable, finding);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule balancedHeadphoneAdapter() {
  return {"balanced-headphone-adapter", checkOutputs, kFindings, kFixes};
}

}  // namespace linecheck::rules
