#include <array>

#include "rules/beside.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

constexpr std::array kFindings{
    Text{"signal-beside-power-cable",
         "The line from {from} to {to} lies beside a power cable and can pick up hum from it."},
};
constexpr std::array kFixes{
    Text{"move-away-from-power-cable",
         "Lead the cable from {from} to {to} away from power cables; where they must meet, cross "
         "them at a right angle."},
};

void checkCables(const Context& context, std::vector<Finding>& findings) {
  findBeside(context,
             {chain::Neighbour::powerCable, "signal-beside-power-cable",
              "move-away-from-power-cable", true},
             findings);
}

}  // namespace

Rule besidePowerCable() {
  return {"beside-power-cable", checkCables, kFindings, kFixes};
}

}  // namespace linecheck::rules
