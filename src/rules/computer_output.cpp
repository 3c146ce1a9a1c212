#include <array>

#include "chain/signals.h"
#include "rules/headphone_line.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Cost;
using chain::Desk;
using chain::Place;
using chain::SignalClass;
using profiles::Kind;
using profiles::Port;

constexpr std::array kFindings{
    Text{"computer-output-used",
         "{to} plays from the computer's own output {output}. It lies next to the graphics card "
         "and the regulators, and a whine that follows their load gets in."},
    Text{"computer-drives-headphones",
         "{to} play from the computer's own output {output}. Its {source} into their {load} lose "
         "{loss}, and noise of the computer gets in."},
    Text{"computer-too-weak-for-headphones",
         "{to} play from the computer's own output {output}. Its {source} into their {load} lose "
         "{loss}, {loudest} is all that peaks can have, and noise of the computer gets in."},
};
constexpr std::array kFixes{
    Text{"use-interface-output", "Plug {to} into {port} of {device} instead."},
    Text{"use-audio-interface",
         "Use an audio interface or a converter on USB, and plug {to} in there."},
};

bool isOwnOutput(const Desk& desk, const Cable& cable) {
  const auto kind = desk.kind(cable.from.socket.device);
  const Port* port = desk.port(cable.from.socket);
  return (kind == Kind::computer || kind == Kind::onboardAudio) && port && chain::isAnalogue(*port);
}

/// Free outputs of the interfaces and converters on the desk, that suit what is plugged in.
void addInterfaces(const Desk& desk, const Cable& cable, Finding& finding) {
  const SignalClass wanted =
      endsAtHeadphones(desk, cable) ? SignalClass::headphone : SignalClass::line;
  for (const chain::Device& device : desk.chain().devices) {
    const profiles::Profile* profile = desk.profile(device.id);
    if (!profile || (profile->kind != Kind::audioInterface && profile->kind != Kind::dac)) continue;
    for (const Port& port : profile->ports) {
      if (port.direction == profiles::Direction::in || chain::signalClass(port) != wanted ||
          isBalancedHeadphoneOutput(port) || !desk.attached(device.id, port.id).empty()) {
        continue;
      }
      finding.fixes.push_back({"use-interface-output",
                               {Place(device.id, port.id)},
                               Cost::free,
                               {{"to", finding.arguments["to"]},
                                {"device", desk.name(device.id)},
                                {"port", port.name}}});
      return;
    }
  }
}

void checkOutputs(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    if (!isOwnOutput(desk, cable)) continue;
    Finding finding{"computer-output-used",
                    Severity::attention,
                    {Place(cable.id), Place(cable.from.socket.device, cable.from.socket.port)},
                    cableArguments(desk, cable)};
    const auto drive = headphoneDrive(desk, cable);
    if (drive && isTooSoft(*drive)) {
      finding.id = "computer-drives-headphones";
      finding.arguments = driveArguments(desk, cable, *drive);
      if (isTooWeak(*drive)) {
        finding.id = "computer-too-weak-for-headphones";
        finding.severity = Severity::bad;
      }
      addStifferOutputs(desk, cable, *drive, finding);
    } else {
      addInterfaces(desk, cable, finding);
      finding.fixes.push_back(
          {"use-audio-interface", {Place(cable.id)}, Cost::purchase, finding.arguments});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule computerOutput() {
  return {"computer-output", checkOutputs, kFindings, kFixes};
}

}  // namespace linecheck::rules
