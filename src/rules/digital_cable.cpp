#include <array>

#include "base/number_text.h"
#include "rules/digital_line.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::CableKind;
using chain::Cost;
using chain::Desk;
using chain::Place;

constexpr std::array kFindings{
    Text{"analogue-cable-on-digital-line",
         "The cable from {from} to {to} is made for analogue signals, but carries a digital one "
         "that needs {impedance} all the way. It may drop out."},
    Text{"wrong-digital-impedance",
         "The digital cable from {from} to {to} has {actual}, but this line needs {impedance}. Its "
         "reflections may make it drop out."},
};
constexpr std::array kFixes{
    Text{"use-digital-cable", "Use a digital cable of {impedance} from {from} to {to}."},
};

void checkCables(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    const auto line = digitalLineOf(desk, cable);
    const auto needed = line ? lineImpedance(*line) : std::nullopt;
    const auto actual = lineImpedance(cable.kind);
    if (!needed || needed == actual) continue;
    Finding finding{"wrong-digital-impedance",
                    Severity::attention,
                    {Place(cable.id)},
                    cableArguments(desk, cable)};
    finding.arguments["impedance"] = numberText(needed->value(), 0, "Ω");
    if (actual) {
      finding.arguments["actual"] = numberText(actual->value(), 0, "Ω");
    } else if (cable.kind == CableKind::analogue) {
      finding.id = "analogue-cable-on-digital-line";
      // An analogue RCA cable is coaxial and not far from 75 Ω; one for XLR can be anything.
      if (line == DigitalLine::aes3) finding.severity = Severity::bad;
    } else {
      continue;
    }
    finding.fixes.push_back(
        {"use-digital-cable", {Place(cable.id)}, Cost::cable, finding.arguments});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule digitalCable() {
  return {"digital-cable", checkCables, kFindings, kFixes};
}

}  // namespace linecheck::rules
