#include <array>

#include "rules/headphone_line.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Desk;
using chain::Place;
using profiles::Port;

constexpr std::array kFindings{
    Text{"unbalanced-cable-on-balanced-output",
         "The cable from {output} of {from} to {to} has one return for both ears. Into a {socket} "
         "socket belongs only a balanced cable: this one can destroy the output."},
};

/// One return for both ears, by the cable or inside the headphones.
bool sharesReturn(const Desk& desk, const Cable& cable) {
  if (cable.isBalanced) return !*cable.isBalanced;
  const Port* own = desk.port(cable.to.socket);
  return own && own->balanced == false;
}

void checkCables(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    const Port* output = desk.port(cable.from.socket);
    if (!output || !isBalancedHeadphoneOutput(*output) || !endsAtHeadphones(desk, cable) ||
        !sharesReturn(desk, cable)) {
      continue;
    }
    Finding finding{"unbalanced-cable-on-balanced-output",
                    Severity::danger,
                    {Place(cable.id), Place(cable.from.socket.device, output->id)},
                    cableArguments(desk, cable)};
    finding.arguments["socket"] = connectorName(output->connector);
    addBalancedOutputCures(desk, cable, finding);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule balancedHeadphoneCable() {
  return {"balanced-headphone-cable", checkCables, kFindings, {}};
}

}  // namespace linecheck::rules
