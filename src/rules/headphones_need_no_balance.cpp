#include <algorithm>
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
    Text{"headphones-need-no-balance",
         "{to} are on {output} of {from}, and need no balanced socket for the sake of noise: "
         "headphones have no ground for hum to come in by. {other} would only give more voltage."},
};

void checkHeadphones(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    const Port* output = desk.port(cable.from.socket);
    if (!output || !endsAtHeadphones(desk, cable) || isBalancedHeadphoneOutput(*output)) continue;
    const Port* balanced = otherHeadphoneOutput(desk, cable, true);
    if (!balanced) continue;
    chain::Arguments arguments = cableArguments(desk, cable);
    arguments["other"] = balanced->name;
    findings.push_back(
        {"headphones-need-no-balance", Severity::info, {Place(cable.id)}, arguments, {}});
  }
}

}  // namespace

Rule headphonesNeedNoBalance() {
  return {"headphones-need-no-balance", checkHeadphones, kFindings, {}};
}

}  // namespace linecheck::rules
