#include <array>

#include "rules/beside.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

constexpr std::array kFindings{
    Text{"signal-beside-supply",
         "The line from {from} to {to} lies beside a plug-in supply, whose magnetic field goes "
         "through every shield."},
};
constexpr std::array kFixes{
    Text{"move-away-from-supply",
         "Move the plug-in supply away from the cable from {from} to {to}; its place matters for "
         "the hum."},
};

void checkCables(const Context& context, std::vector<Finding>& findings) {
  findBeside(
      context,
      {chain::Neighbour::plugInSupply, "signal-beside-supply", "move-away-from-supply", true},
      findings);
}

}  // namespace

Rule besidePlugInSupply() {
  return {"beside-plug-in-supply", checkCables, kFindings, kFixes};
}

}  // namespace linecheck::rules
