#include <array>

#include "base/number_text.h"
#include "chain/cable_shield.h"
#include "rules/analogue_line.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Cost;
using chain::Desk;
using chain::Place;

/// Ten feet, as Rane's BB 22 data sheet has it. Others say 4 to 6 m.
constexpr Metres kLongest = Metres::of(3.0);

constexpr std::array kFindings{
    Text{"unbalanced-run-too-long",
         "The unbalanced line from {from} to {to} is {length} long. From about {limit} on, hum "
         "and interference become likely."},
};
constexpr std::array kFixes{
    Text{"balance-with-transformer",
         "Put a transformer that balances the line at {from}, and use a balanced cable from there "
         "to {to}."},
};

void addPurchase(const Desk& desk, const Cable& cable, Finding& finding) {
  const profiles::Port* sink = desk.port(cable.to.socket);
  const bool isBalanced = sink && isBalancedPort(*sink) == true;
  finding.fixes.push_back({isBalanced ? "balance-with-transformer" : "insert-transformer-isolator",
                           {Place(cable.id)},
                           Cost::purchase,
                           finding.arguments});
}

void checkRuns(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    if (!cable.length || *cable.length <= kLongest || !isAnalogueLine(desk, cable) ||
        chain::balanceOf(desk, cable) != false) {
      continue;
    }
    Finding finding{"unbalanced-run-too-long",
                    Severity::attention,
                    {Place(cable.id)},
                    cableArguments(desk, cable)};
    finding.arguments["length"] = numberText(cable.length->value(), 1, "m");
    finding.arguments["limit"] = numberText(kLongest.value(), 0, "m");
    finding.fixes.push_back(
        {"use-shorter-cable", {Place(cable.id)}, Cost::cable, finding.arguments});
    if (auto fix = balancingFix(desk, cable)) {
      finding.fixes.push_back(std::move(*fix));
    } else {
      addPurchase(desk, cable, finding);
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule longUnbalancedRun() {
  return {"long-unbalanced-run", checkRuns, kFindings, kFixes};
}

}  // namespace linecheck::rules
