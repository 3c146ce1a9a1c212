#include <algorithm>
#include <array>
#include <iterator>

#include "rules/power_path.h"
#include "rules/rule_list.h"
#include "rules/ups_load.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::DeviceId;
using chain::Place;
using chain::PowerPoint;
using chain::UpsTopology;
using chain::UpsWaveform;

constexpr std::array kFindings{
    Text{
        "stepped-ups-on-active-pfc",
        "On its battery {ups} gives a stepped wave, and the supply of {devices} corrects its power "
        "factor actively: such supplies can hum, get hot or switch off on it."},
    Text{"stepped-ups",
         "On its battery {ups} gives a stepped wave. Supplies with active power factor correction, "
         "and most computers have one, may not stand it."},
    Text{"ups-waveform-unknown",
         "Tell whether {ups} gives a pure sine on its battery: {devices} may not stand a stepped "
         "wave."},
};
constexpr std::array kFixes{
    Text{"get-sine-ups", "Get a UPS whose data sheet says “pure sine wave”."},
    Text{
        "take-off-stepped-ups",
        "Feed {devices} from a strip at the outlet of {ups} until then, and save your work often."},
};

bool hasActivePfc(const Desk& desk, const DeviceId& device) {
  const profiles::Profile* profile = desk.profile(device);
  return profile && profile->power && profile->power->activePfc;
}

/// Those with it; where none is known to have it, the computers, which may.
std::vector<DeviceId> sensitiveAt(const Desk& desk, const std::vector<DeviceId>& devices,
                                  bool isSure) {
  std::vector<DeviceId> some;
  std::copy_if(devices.begin(), devices.end(), std::back_inserter(some), [&](const auto& device) {
    return isSure ? hasActivePfc(desk, device) : desk.kind(device) == profiles::Kind::computer;
  });
  return some;
}

void checkUps(const Desk& desk, const PowerPoint& ups, std::vector<Finding>& findings) {
  // An online UPS gives the same wave on mains and battery, and that is a sine.
  const bool isUnknown = !ups.ups.waveform && ups.ups.topology != UpsTopology::online;
  if (ups.ups.waveform != UpsWaveform::stepped && !isUnknown) return;
  const std::vector<DeviceId> fed = loadOf(desk, ups).devices;
  if (fed.empty()) return;
  std::vector<DeviceId> devices = sensitiveAt(desk, fed, true);
  const bool isSure = !devices.empty();
  if (!isSure) devices = sensitiveAt(desk, fed, false);
  if (isUnknown && devices.empty()) return;
  const chain::Arguments names{{"ups", pointName(ups)}, {"devices", deviceNames(desk, devices)}};
  Finding finding{"ups-waveform-unknown", Severity::info, {Place(ups.id)}, names, {}, false};
  for (const DeviceId& device : devices) finding.where.emplace_back(device);
  if (!isUnknown) {
    finding.id = isSure ? "stepped-ups-on-active-pfc" : "stepped-ups";
    finding.severity = isSure ? Severity::bad : Severity::attention;
    finding.fixes = {{"get-sine-ups", {Place(ups.id)}, Cost::purchase, {}}};
    if (isSure) {
      finding.fixes.insert(finding.fixes.begin(),
                           {"take-off-stepped-ups", {Place(ups.id)}, Cost::free, names});
    }
  }
  findings.push_back(std::move(finding));
}

void check(const Context& context, std::vector<Finding>& findings) {
  for (const PowerPoint& point : context.desk.chain().powerPoints) {
    if (point.kind == PowerPoint::Kind::ups) checkUps(context.desk, point, findings);
  }
}

}  // namespace

Rule upsWaveform() {
  return {"ups-waveform", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
