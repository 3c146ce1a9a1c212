#include <array>

#include "chain/cable_shield.h"
#include "rules/analogue_line.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Desk;
using chain::Place;
using profiles::Port;

constexpr std::array kFindings{
    Text{"balanced-at-one-end",
         "Only {balanced} is balanced on the line from {from} to {to}, so it works as an "
         "unbalanced one."},
    Text{"unbalanced-cable-between-balanced-ends",
         "{from} and {to} are both balanced, but what joins them is not: the line does without "
         "the rejection that it could have."},
};

void addCures(const Desk& desk, const Cable& cable, Finding& finding) {
  finding.fixes.push_back(
      {"keep-run-short", {Place(cable.id)}, chain::Cost::free, cableArguments(desk, cable)});
  if (auto fix = balancingFix(desk, cable)) finding.fixes.push_back(std::move(*fix));
}

void checkEnds(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    const Port* source = desk.port(cable.from.socket);
    const Port* sink = desk.port(cable.to.socket);
    if (!isAnalogueLine(desk, cable) || !source || !sink) continue;
    if (hearsOnlyHot(*sink)) continue;  // A rule of its own, which says more.
    const auto from = isBalancedPort(*source);
    const auto to = isBalancedPort(*sink);
    if (!from || !to || (!*from && !*to)) continue;
    Finding finding{"balanced-at-one-end",
                    Severity::info,
                    {Place(cable.id), Place(cable.from.socket.device, cable.from.socket.port),
                     Place(cable.to.socket.device, cable.to.socket.port)},
                    cableArguments(desk, cable)};
    if (*from != *to) {
      finding.arguments["balanced"] = finding.arguments[*from ? "from" : "to"];
    } else if (chain::balanceOf(desk, cable) == false) {
      finding.id = "unbalanced-cable-between-balanced-ends";
      finding.severity = Severity::attention;
    } else {
      continue;
    }
    addCures(desk, cable, finding);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule balancedEnds() {
  return {"balanced-ends", checkEnds, kFindings, {}};
}

}  // namespace linecheck::rules
