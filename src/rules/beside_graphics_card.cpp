#include <array>

#include "rules/beside.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

constexpr std::array kFindings{
    Text{"unbalanced-beside-graphics-card",
         "The unbalanced line from {from} to {to} lies beside the graphics card: expect a whine "
         "that follows its load, however short the cable is."},
};
constexpr std::array kFixes{
    Text{"move-away-from-graphics-card",
         "Lead the cable from {from} to {to} away from the graphics card, or plug it in further "
         "away from it."},
};

void checkCables(const Context& context, std::vector<Finding>& findings) {
  findBeside(context,
             {chain::Neighbour::graphicsCard, "unbalanced-beside-graphics-card",
              "move-away-from-graphics-card", false},
             findings);
}

}  // namespace

Rule besideGraphicsCard() {
  return {"beside-graphics-card", checkCables, kFindings, kFixes};
}

}  // namespace linecheck::rules
