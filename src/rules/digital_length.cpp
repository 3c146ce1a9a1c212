#include <array>

#include "base/number_text.h"
#include "rules/digital_line.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Cost;
using chain::Desk;
using chain::Place;

constexpr std::array kFindings{
    Text{"digital-run-too-long",
         "The digital cable from {from} to {to} is {length} long. Lines of this kind are good for "
         "{limit}; beyond that they may drop out."},
    Text{"coaxial-suits-long-run",
         "The digital cable from {from} to {to} is {length} long. From about {limit} on, coaxial "
         "cable of 75 Ω carries AES3 more safely than this one."},
};
constexpr std::array kFixes{
    Text{"use-active-usb-cable",
         "Use a USB extension with electronics of its own, or a hub half "
         "way, from {from} to {to}."},
    Text{"use-coaxial-digital-line",
         "Use coaxial cable of 75 Ω from {from} to {to}, with a transformer from 110 to 75 Ω at "
         "each end that has an XLR socket."},
};

/// From here on coaxial cable is the better choice for AES3.
constexpr Metres kCoaxialSuits = Metres::of(50.0);

/// docs/rules.md names the sources.
Metres longest(DigitalLine line) {
  switch (line) {
    case DigitalLine::usb:
      return Metres::of(5.0);
    case DigitalLine::optical:
    case DigitalLine::spdif:
      return Metres::of(10.0);
    case DigitalLine::aes3:
      return Metres::of(100.0);
    case DigitalLine::aes3Coax:
      break;
  }
  return Metres::of(1000.0);
}

void checkRuns(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    const auto line = digitalLineOf(desk, cable);
    if (!line || !cable.length) continue;
    Metres limit = longest(*line);
    Finding finding{"digital-run-too-long",
                    Severity::attention,
                    {Place(cable.id)},
                    cableArguments(desk, cable)};
    if (line == DigitalLine::aes3 && *cable.length <= limit) {
      finding.id = "coaxial-suits-long-run";
      finding.severity = Severity::info;
      limit = kCoaxialSuits;
    }
    if (*cable.length <= limit) continue;
    finding.arguments["length"] = numberText(cable.length->value(), 1, "m");
    finding.arguments["limit"] = numberText(limit.value(), 0, "m");
    finding.fixes.push_back(
        {"use-shorter-cable", {Place(cable.id)}, Cost::cable, finding.arguments});
    if (line == DigitalLine::usb) {
      finding.fixes.push_back(
          {"use-active-usb-cable", {Place(cable.id)}, Cost::purchase, finding.arguments});
    } else if (line == DigitalLine::aes3) {
      finding.fixes.push_back(
          {"use-coaxial-digital-line", {Place(cable.id)}, Cost::purchase, finding.arguments});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule digitalLength() {
  return {"digital-length", checkRuns, kFindings, kFixes};
}

}  // namespace linecheck::rules
