#include <array>

#include "rules/headphone_line.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Desk;
using chain::Place;
using profiles::Kind;

constexpr std::array kFindings{
    Text{"output-impedance-too-high",
         "{output} of {from} has an output impedance of {source}: with the {load} of {to}, {loss} "
         "of its voltage never reaches them."},
    Text{"output-too-weak",
         "{output} of {from} has an output impedance of {source}: with the {load} of {to}, {loss} "
         "of its voltage never reaches them, and {loudest} is all that peaks can have."},
};

bool isInComputer(const Desk& desk, const Cable& cable) {
  const auto kind = desk.kind(cable.from.socket.device);
  return kind == Kind::computer || kind == Kind::onboardAudio;
}

void checkOutputs(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    // What a computer does to headphones is a rule of its own.
    if (!endsAtHeadphones(desk, cable) || isInComputer(desk, cable)) continue;
    const auto drive = headphoneDrive(desk, cable);
    if (!drive || !isTooSoft(*drive)) continue;
    Finding finding{"output-impedance-too-high",
                    Severity::attention,
                    {Place(cable.id), Place(cable.from.socket.device, cable.from.socket.port)},
                    driveArguments(desk, cable, *drive)};
    if (isTooWeak(*drive)) {
      finding.id = "output-too-weak";
      finding.severity = Severity::bad;
    }
    addStifferOutputs(desk, cable, *drive, finding);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule headphoneOutputImpedance() {
  return {"headphone-output-impedance", checkOutputs, kFindings, {}};
}

}  // namespace linecheck::rules
