#include "rules/beside.h"

#include "chain/cable_shield.h"
#include "rules/analogue_line.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Cost;
using chain::Desk;
using chain::Place;

bool carriesMicrophone(const Desk& desk, const Cable& cable) {
  const profiles::Port* sink = desk.port(cable.to.socket);
  return sink && !sink->signals.empty() && sink->signals.front() == profiles::Signal::mic;
}

}  // namespace

void findBeside(const Context& context, const Beside& what, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    if (!cable.beside.contains(what.neighbour) || !isAnalogueLine(desk, cable)) continue;
    Finding finding{
        what.finding, Severity::attention, {Place(cable.id)}, cableArguments(desk, cable)};
    finding.fixes.push_back({what.moveAway, {Place(cable.id)}, Cost::free, finding.arguments});
    if (chain::balanceOf(desk, cable) != true) {
      // An isolator would be no cure: it does not keep out what the cable itself picks up.
      if (auto fix = balancingFix(desk, cable)) finding.fixes.push_back(std::move(*fix));
    } else if (what.isMagnetic && !cable.isStarQuad && carriesMicrophone(desk, cable)) {
      finding.severity = Severity::info;
      finding.fixes.push_back({"use-star-quad", {Place(cable.id)}, Cost::cable, finding.arguments});
    } else {
      continue;
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace linecheck::rules
