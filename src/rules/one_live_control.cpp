#include <algorithm>
#include <array>

#include "chain/live_controls.h"
#include "chain/signals.h"
#include "rules/control_words.h"
#include "rules/power_path.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::DeviceId;
using chain::ListeningEnd;
using chain::Place;
using chain::VolumeControl;
using chain::VolumeStand;

constexpr std::array kFindings{
    Text{"several-live-controls",
         "The sound to {ends} is turned down in several places: {controls}. Each costs quality or "
         "gets lost sight of; one is enough."},
    Text{"no-live-control",
         "Nothing on the way to {ends} is there to turn it down: it plays at full level."},
    Text{"volume-for-each-end",
         "{ends} are turned up and down at different places: {controls}. One knob for all keeps "
         "them equally loud when you switch."},
};
constexpr std::array kFixes{
    Text{"set-volumes-once",
         "Turn {keep} down first. Then turn {controls} fully up once, the Windows volume to 97 %, "
         "and leave it: from then on you use only {keep}."},
    Text{"turn-down-the-end", "Turn {controls} down before you play anything."},
    Text{"use-as-live-control", "Use {controls} as your volume: it is the only one on the way."},
    Text{"insert-volume-knob",
         "Put an amplifier or a monitor controller with a knob before {ends}."},
    Text{"feed-from-one-knob", "Feed {ends} from {output} of {device}: {keep} acts on it too."},
};

std::vector<Place> placesOf(const std::vector<VolumeControl>& controls) {
  std::vector<Place> places;
  places.reserve(controls.size());
  for (const VolumeControl& control : controls) places.push_back(control.place);
  return places;
}

/// The one that stays: the last knob, or else the last.
Place keptOf(const std::vector<VolumeControl>& live) {
  const auto knob = std::find_if(live.rbegin(), live.rend(),
                                 [](const VolumeControl& control) { return control.isKnob; });
  return knob == live.rend() ? live.back().place : knob->place;
}

void append(std::vector<Place>& places, const std::vector<DeviceId>& devices) {
  for (const DeviceId& device : devices) places.emplace_back(device);
}

Finding severalFor(const Desk& desk, const std::vector<VolumeControl>& live,
                   const std::vector<DeviceId>& ends) {
  const Place keep = keptOf(live);
  std::vector<Place> culprits = placesOf(live);
  culprits.erase(std::find(culprits.begin(), culprits.end(), keep));
  Finding finding{"several-live-controls", Severity::attention, culprits, {}, {}, false};
  finding.where.push_back(keep);
  append(finding.where, ends);
  finding.arguments = {{"ends", deviceNames(desk, ends)},
                       {"controls", controlsWithDevices(desk, placesOf(live))}};
  finding.fixes = {{"set-volumes-once",
                    culprits,
                    Cost::free,
                    {{"controls", controlsWithDevices(desk, culprits)},
                     {"keep", controlWithDevice(desk, keep)}}}};
  return finding;
}

/// Ends that are turned down by the same several controls make one finding.
void checkSeveral(const Desk& desk, const std::vector<ListeningEnd>& ends,
                  std::vector<Finding>& findings) {
  std::vector<std::pair<std::vector<VolumeControl>, std::vector<DeviceId>>> groups;
  for (const ListeningEnd& end : ends) {
    std::vector<VolumeControl> live = end.busiest.live();
    if (live.size() < 2) continue;
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const auto& group) { return group.first == live; });
    if (found == groups.end()) {
      groups.emplace_back(std::move(live), std::vector{end.device});
    } else {
      found->second.push_back(end.device);
    }
  }
  for (const auto& [live, devices] : groups) findings.push_back(severalFor(desk, live, devices));
}

void checkNone(const Desk& desk, const ListeningEnd& end, std::vector<Finding>& findings) {
  const auto& controls = end.barest.controls;
  const bool isOpen =
      std::any_of(controls.begin(), controls.end(),
                  [](const VolumeControl& control) { return control.stand != VolumeStand::full; });
  if (!end.barest.isWhole || isOpen) return;
  const chain::Arguments names{{"ends", desk.name(end.device)}};
  Finding finding{"no-live-control", Severity::attention, {Place(end.device)}, names, {}, false};
  const VolumeControl* usable = nullptr;
  for (const VolumeControl& control : controls) {
    chain::Arguments words = names;
    words["controls"] = controlWithDevice(desk, control.place);
    if (control.place.part == end.device.text()) {
      finding.fixes.push_back({"turn-down-the-end", {control.place}, Cost::free, words});
    } else {
      usable = &control;
    }
  }
  if (usable) {
    finding.fixes.push_back({"use-as-live-control",
                             {usable->place},
                             Cost::free,
                             {{"controls", controlWithDevice(desk, usable->place)}}});
  }
  finding.fixes.push_back({"insert-volume-knob", {Place(end.device)}, Cost::purchase, names});
  findings.push_back(std::move(finding));
}

/// A free line output on which a knob acts.
const profiles::Port* outputBehind(const Desk& desk, const Place& knob) {
  const DeviceId device(knob.part);
  const profiles::Profile* profile = desk.profile(device);
  const profiles::Control* control = profile ? profile->control(knob.detail) : nullptr;
  if (!control) return nullptr;
  for (const std::string& id : control->ports) {
    const profiles::Port* port = profile->port(id);
    if (port && port->direction == profiles::Direction::out &&
        chain::signalClass(*port) == chain::SignalClass::line &&
        desk.attached(device, id).empty()) {
      return port;
    }
  }
  return nullptr;
}

/// Headphones with a knob of their own beside monitors with another.
void checkEach(const Desk& desk, const std::vector<ListeningEnd>& ends,
               std::vector<Finding>& findings) {
  const std::vector<Place> knobs = liveControls(ends);
  if (knobs.size() < 2) return;
  std::vector<DeviceId> devices;
  for (const ListeningEnd& end : ends) {
    const auto live = end.busiest.live();
    if (live.size() > 1) return;  // That is another finding.
    if (!live.empty()) devices.push_back(end.device);
  }
  Finding finding{
      "volume-for-each-end",
      Severity::info,
      knobs,
      {{"ends", deviceNames(desk, devices)}, {"controls", controlsWithDevices(desk, knobs)}},
      {},
      false};
  for (const Place& knob : knobs) {
    const profiles::Port* output = outputBehind(desk, knob);
    if (!output) continue;
    std::vector<DeviceId> moved;
    for (const ListeningEnd& end : ends) {
      const auto live = end.busiest.live();
      // What has a plug of its own for headphones is not fed from a line output.
      if (live.empty() || live.front().place == knob) continue;
      if (desk.kind(end.device) == profiles::Kind::monitor) moved.push_back(end.device);
    }
    if (moved.empty()) continue;
    finding.fixes.push_back({"feed-from-one-knob",
                             {Place(DeviceId(knob.part), output->id)},
                             Cost::cable,
                             {{"ends", deviceNames(desk, moved)},
                              {"output", output->name},
                              {"device", desk.name(DeviceId(knob.part))},
                              {"keep", controlName(desk, knob)}}});
  }
  findings.push_back(std::move(finding));
}

void check(const Context& context, std::vector<Finding>& findings) {
  const std::vector<ListeningEnd> ends = chain::listeningEnds(context.desk);
  checkSeveral(context.desk, ends, findings);
  for (const ListeningEnd& end : ends) checkNone(context.desk, end, findings);
  checkEach(context.desk, ends, findings);
}

}  // namespace

Rule oneLiveControl() {
  return {"one-live-control", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
