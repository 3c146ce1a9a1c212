#include <algorithm>
#include <array>

#include "chain/signals.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cable;
using chain::Cost;
using chain::Desk;
using chain::Place;
using profiles::Port;
using profiles::Signal;

constexpr std::array kFindings{
    Text{"digital-joined-to-analogue",
         "{output} of {from} and {input} of {to} do not speak the same language: one is digital, "
         "the other analogue. What you would hear is loud noise, or nothing."},
    Text{"digital-formats-differ",
         "{output} of {from} and {input} of {to} are both digital, but of different formats: "
         "nothing will play."},
    Text{"loudspeaker-output-into-input",
         "{output} of {from} is made for loudspeakers. Its voltage can destroy {input} of {to}."},
    Text{"input-needs-power",
         "{output} of {from} cannot drive {to}: loudspeakers need a power amplifier."},
};
constexpr std::array kFixes{
    Text{"unplug-cable", "Turn both down and unplug the cable from {from} to {to}."},
    Text{"join-same-signals",
         "Use an output and an input for the same signal: both analogue, or both of one digital "
         "format."},
    Text{"add-power-amplifier", "Put a power amplifier between {from} and {to}."},
};

bool shareASignal(const Port& a, const Port& b) {
  return std::any_of(a.signals.begin(), a.signals.end(), [&](Signal signal) {
    return std::count(b.signals.begin(), b.signals.end(), signal) > 0;
  });
}

bool isDigital(const Port& port) {
  return chain::signalClass(port) == chain::SignalClass::digital;
}

bool isForLoudspeakers(const Port& port) {
  return chain::signalClass(port) == chain::SignalClass::loudspeaker;
}

/// S/PDIF and AES3 send the same frames by different circuits: a rule of its own. So do USB's
/// sockets and what a computer does with them.
bool areKin(const Port& a, const Port& b) {
  const auto has = [](const Port& port, Signal signal) {
    return std::count(port.signals.begin(), port.signals.end(), signal) > 0;
  };
  return !has(a, Signal::digitalUsb) && !has(b, Signal::digitalUsb) &&
         !has(a, Signal::digitalAdat) && !has(b, Signal::digitalAdat);
}

/// Empty where the two go together.
Finding judge(const Port& from, const Port& to) {
  if (!chain::carriesAudio(from) || !chain::carriesAudio(to)) return {};
  if (isDigital(from) != isDigital(to)) return {"digital-joined-to-analogue", Severity::bad};
  if (isDigital(from)) {
    const bool fits = shareASignal(from, to) || areKin(from, to);
    return fits ? Finding{} : Finding{"digital-formats-differ", Severity::bad};
  }
  if (isForLoudspeakers(from) && !isForLoudspeakers(to)) {
    return {"loudspeaker-output-into-input", Severity::danger};
  }
  if (isForLoudspeakers(to) && !isForLoudspeakers(from))
    return {"input-needs-power", Severity::bad};
  return {};
}

void checkCables(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Cable& cable : desk.chain().cables) {
    const Port* from = desk.port(cable.from.socket);
    const Port* to = desk.port(cable.to.socket);
    if (!from || !to) continue;
    Finding finding = judge(*from, *to);
    if (finding.id.empty()) continue;
    finding.where = {Place(cable.id), Place(cable.from.socket.device, from->id),
                     Place(cable.to.socket.device, to->id)};
    finding.arguments = cableArguments(desk, cable);
    if (finding.severity == Severity::danger) {
      finding.fixes.push_back({"unplug-cable", {Place(cable.id)}, Cost::free, finding.arguments});
    }
    if (finding.id == "input-needs-power") {
      finding.fixes.push_back(
          {"add-power-amplifier", {Place(cable.id)}, Cost::purchase, finding.arguments});
    } else {
      finding.fixes.push_back(
          {"join-same-signals", {Place(cable.id)}, Cost::free, finding.arguments});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule signalsMatch() {
  return {"signals-match", checkCables, kFindings, kFixes};
}

}  // namespace linecheck::rules
