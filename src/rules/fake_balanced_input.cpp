#include <array>

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
using profiles::Port;

constexpr std::array kFindings{
    Text{"fake-balanced-input",
         "{input} of {to} has a balanced socket but hears only one of its two contacts. It is no "
         "better than RCA: hum between the devices comes through."},
    Text{"rejection-unknown",
         "Nobody says how much hum {input} of {to} rejects (its CMRR), or whether it rejects any."},
};
constexpr std::array kFixes{
    Text{"look-up-rejection",
         "Look for a CMRR in the data sheet of {to}: 50 dB and more is good. If there is none, "
         "treat the line as an unbalanced one."},
};

void checkInputs(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    const Port* input = desk.port(cable.to.socket);
    if (!input || !isAnalogueLine(desk, cable)) continue;
    Finding finding{"fake-balanced-input",
                    Severity::attention,
                    {Place(cable.to.socket.device, input->id), Place(cable.id)},
                    cableArguments(desk, cable)};
    if (hearsOnlyHot(*input)) {
      finding.fixes = {
          {"keep-run-short", {Place(cable.id)}, Cost::free, finding.arguments},
          {"insert-transformer-isolator", {Place(cable.id)}, Cost::purchase, finding.arguments}};
    } else if (!input->receiver && !input->commonModeRejection &&
               chain::balanceOf(desk, cable) == true) {
      finding.id = "rejection-unknown";
      finding.severity = Severity::info;
      finding.fixes = {{"look-up-rejection", {finding.where[0]}, Cost::free, finding.arguments}};
    } else {
      continue;
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule fakeBalancedInput() {
  return {"fake-balanced-input", checkInputs, kFindings, kFixes};
}

}  // namespace linecheck::rules
