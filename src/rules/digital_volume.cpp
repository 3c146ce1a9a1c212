#include <algorithm>
#include <array>
#include <set>

#include "chain/live_controls.h"
#include "rules/control_words.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::DeviceId;
using chain::Place;
using chain::VolumeControl;
using chain::VolumeStand;
using chain::VolumeWay;

constexpr std::array kFindings{
    Text{"digital-attenuation",
         "{control} of {device} turns the sound down digitally, before a knob that could do it "
         "without loss. Every 6 dB bring it one bit nearer to the noise of the converter."},
    Text{"digital-volume-unknown",
         "Tell how {control} of {device} stands. It works digitally, and belongs at 0 dB (100 %)."},
};
constexpr std::array kFixes{
    Text{"set-digital-volume-full",
         "Turn down the knob behind it, then set {control} of {device} to 0 dB (100 %) and leave "
         "it."},
};

/// The system volume has a rule of its own.
bool isOfInterest(const Desk& desk, const VolumeControl& control) {
  return control.isDigital && control.stand != VolumeStand::full &&
         desk.kind(DeviceId(control.place.part)) != profiles::Kind::computer;
}

Finding findingFor(const Desk& desk, const VolumeControl& control) {
  const chain::Arguments names{{"control", controlName(desk, control.place)},
                               {"device", desk.name(DeviceId(control.place.part))}};
  const bool isLowered = control.stand == VolumeStand::lowered;
  Finding finding{isLowered ? "digital-attenuation" : "digital-volume-unknown",
                  isLowered ? Severity::attention : Severity::info,
                  {control.place},
                  names,
                  {},
                  false};
  if (isLowered) {
    finding.fixes = {{"set-digital-volume-full", {control.place}, Cost::free, names}};
  }
  return finding;
}

void checkWay(const Desk& desk, const VolumeWay& way, std::set<Place>& told,
              std::vector<Finding>& findings) {
  for (auto i = way.controls.begin(); i != way.controls.end(); ++i) {
    // Without a knob behind it, it is what the user has to turn.
    const bool hasKnob = std::any_of(i + 1, way.controls.end(), [](const VolumeControl& later) {
      return later.isKnob && later.isLive;
    });
    if (!hasKnob || !isOfInterest(desk, *i) || !told.insert(i->place).second) continue;
    findings.push_back(findingFor(desk, *i));
  }
}

void check(const Context& context, std::vector<Finding>& findings) {
  std::set<Place> told;
  for (const chain::ListeningEnd& end : chain::listeningEnds(context.desk)) {
    checkWay(context.desk, end.busiest, told, findings);
    checkWay(context.desk, end.barest, told, findings);
  }
}

}  // namespace

Rule digitalVolume() {
  return {"digital-volume", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
