#include <array>
#include <cmath>

#include "base/number_text.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::AdapterInUse;
using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::Place;
using chain::PowerLead;
using profiles::CurrentKind;

constexpr std::array kFindings{
    Text{"wrong-supply",
         "{device} runs on {needed} only, and its adapter gives {given}. That can destroy it: "
         "unplug it now."},
    Text{"foreign-supply",
         "{device} runs on {needed} only, and its adapter is not the one that came with it. Read "
         "on the adapter's label what it gives."},
    Text{"unchecked-supply",
         "{device} runs on {needed} only, which few adapters give; any other can destroy it. Look "
         "at the adapter's label and tell what it says."},
};
constexpr std::array kFixes{
    Text{"use-original-adapter",
         "Feed {device} from the adapter that came with it, and label that one."},
    Text{"check-adapter-label", "Check that the label of the adapter says {needed}."},
    Text{"buy-right-adapter", "Get the maker's own adapter for {device}: {needed}."},
};

/// Labels say round figures; a neighbouring voltage, such as 16 V for 15 V, is another adapter.
constexpr double kVoltageTolerance = 0.05;

std::string currentName(CurrentKind current) {
  return current == CurrentKind::ac ? "AC" : "DC";
}

std::string voltageText(Volts voltage) {
  const bool isRound = std::abs(voltage.value() - std::round(voltage.value())) < 0.05;
  return numberText(voltage.value(), isRound ? 0 : 1, "V");
}

std::string neededText(const profiles::Adapter& adapter) {
  return voltageText(adapter.voltage.value.nominal) + ' ' + currentName(adapter.current);
}

std::string givenText(const AdapterInUse& adapter) {
  if (!adapter.voltage) return adapter.current ? currentName(*adapter.current) : "";
  return voltageText(*adapter.voltage) +
         (adapter.current ? ' ' + currentName(*adapter.current) : "");
}

bool isRightVoltage(const Interval<Volts>& needed, Volts given) {
  return given >= needed.low.value_or(needed.nominal) * (1.0 - kVoltageTolerance) &&
         given <= needed.high.value_or(needed.nominal) * (1.0 + kVoltageTolerance);
}

bool isWrong(const profiles::Adapter& needed, const AdapterInUse& given) {
  return (given.current && *given.current != needed.current) ||
         (given.voltage && !isRightVoltage(needed.voltage.value, *given.voltage));
}

/// What is not right with this adapter; empty if all is, or nothing can be said.
std::pair<std::string_view, Severity> judge(const profiles::Adapter& needed,
                                            const std::optional<AdapterInUse>& given) {
  const AdapterInUse known = given.value_or(AdapterInUse{});
  if (isWrong(needed, known)) return {"wrong-supply", Severity::danger};
  if (known.isOriginal == true || (known.current && known.voltage)) return {};
  if (known.isOriginal == false) return {"foreign-supply", Severity::attention};
  // Most adapters give DC, so only a device for AC is easily given the wrong one.
  if (needed.current == CurrentKind::ac) return {"unchecked-supply", Severity::info};
  return {};
}

void checkLead(const Desk& desk, const Device& device, const PowerLead& lead,
               std::vector<Finding>& findings) {
  const profiles::Profile* profile = desk.profile(device.id);
  if (!profile || !profile->power || !profile->power->adapter) return;
  const profiles::Adapter& needed = *profile->power->adapter;
  const auto [id, severity] = judge(needed, lead.adapter);
  if (id.empty()) return;
  chain::Arguments arguments{{"device", desk.name(device.id)}, {"needed", neededText(needed)}};
  Finding finding{std::string(id), severity, {Place(device.id), Place(lead.id)},
                  arguments,       {},       false};
  if (severity != Severity::danger) {
    finding.fixes.push_back({"check-adapter-label", {Place(lead.id)}, Cost::free, arguments});
  }
  if (severity != Severity::info) {
    finding.fixes.push_back({"use-original-adapter", {Place(lead.id)}, Cost::free, arguments});
    finding.fixes.push_back({"buy-right-adapter", {Place(lead.id)}, Cost::purchase, arguments});
  }
  if (severity == Severity::danger) finding.arguments["given"] = givenText(*lead.adapter);
  findings.push_back(std::move(finding));
}

void check(const Context& context, std::vector<Finding>& findings) {
  for (const Device& device : context.desk.chain().devices) {
    for (const PowerLead* lead : context.desk.feeds(device.id)) {
      checkLead(context.desk, device, *lead, findings);
    }
  }
}

}  // namespace

Rule rightSupply() {
  return {"right-supply", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
