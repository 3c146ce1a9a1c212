#include <array>

#include "base/number_text.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::Place;

constexpr std::array kFindings{
    Text{"wrong-mains-voltage",
         "{device} is built for {needed} mains, and the mains here has {given}."},
};
constexpr std::array kFixes{
    Text{"set-voltage-selector",
         "See whether {device} has a voltage selector, and set it to {given} before you plug in."},
    Text{"use-mains-transformer",
         "Feed {device} through a mains transformer with an earth contact that gives {needed}."},
};

/// How far mains may be from its nominal voltage (EN 50160).
constexpr double kMainsTolerance = 0.1;

std::string rangeText(const Interval<Volts>& range) {
  const std::string high = numberText(range.high.value_or(range.nominal).value(), 0, "V");
  return range.low ? numberText(range.low->value(), 0) + "–" + high : high;
}

bool suits(const Interval<Volts>& needed, Volts mains) {
  return mains >= needed.low.value_or(needed.nominal * (1.0 - kMainsTolerance)) &&
         mains <= needed.high.value_or(needed.nominal * (1.0 + kMainsTolerance));
}

void check(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  const Volts mains = desk.chain().mains.voltage;
  for (const Device& device : desk.chain().devices) {
    const profiles::Profile* profile = desk.profile(device.id);
    if (!profile || !profile->power || !profile->power->mainsVoltage) continue;
    const Interval<Volts>& needed = profile->power->mainsVoltage->value;
    if (suits(needed, mains)) continue;
    const chain::Arguments arguments{{"device", desk.name(device.id)},
                                     {"needed", rangeText(needed)},
                                     {"given", numberText(mains.value(), 0, "V")}};
    findings.push_back(
        {"wrong-mains-voltage",
         Severity::danger,
         {Place(device.id)},
         arguments,
         {{"set-voltage-selector", {Place(device.id)}, Cost::free, arguments},
          {"use-mains-transformer", {Place(device.id)}, Cost::purchase, arguments}}});
  }
}

}  // namespace

Rule mainsVoltage() {
  return {"mains-voltage", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
