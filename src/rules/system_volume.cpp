#include <algorithm>
#include <array>

#include "base/number_text.h"
#include "chain/host.h"
#include "chain/live_controls.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::ListeningEnd;
using chain::OperatingSystem;
using chain::Place;
using chain::VolumeControl;

constexpr std::array kFindings{
    Text{"system-volume-at-limiter",
         "The system volume of {device} stands at {volume}. In its mixer Windows squeezes peaks "
         "that come within 0.13 dB of full scale, and the peaks between the samples have no room "
         "either."},
    Text{
        "system-volume-low",
        "The system volume of {device} stands at {volume}, and behind it is a knob that turns down "
        "without loss."},
    Text{"system-volume-unknown",
         "Tell where the system volume of {device} stands. For what goes through the system mixer "
         "it belongs at 97 % on Windows, and at 100 % elsewhere."},
    Text{"operating-system-unknown",
         "Tell which system {device} runs: its volume belongs at 97 % on Windows, where the mixer "
         "has a limiter, and at 100 % elsewhere."},
    Text{"audio-path-unknown",
         "Tell whether what you play on {device} goes through the system mixer, or past it by ASIO "
         "or in exclusive mode. In the mixer its volume belongs at {target}."},
};
constexpr std::array kFixes{
    Text{"raise-system-volume",
         "Turn the knob behind it down, then set the system volume of {device} to {target} and "
         "leave it there."},
    Text{"set-system-volume", "Set the system volume of {device} to {target} and leave it there."},
};

/// Sliders go in steps of 1 % or 2 %.
constexpr double kAboveWindowsTarget = 0.975;
constexpr double kBelowWindowsTarget = 0.955;
constexpr double kBelowFull = 0.985;

/// What the system volume does on the ways to the ear.
struct Use {
  bool isHeard = false;
  bool hasKnobBehind = false;  ///< One that is turned, and costs no resolution.
};

Use useOf(const std::vector<ListeningEnd>& ends, const Place& slider) {
  Use use;
  for (const ListeningEnd& end : ends) {
    for (const chain::VolumeWay* way : {&end.busiest, &end.barest}) {
      const auto& controls = way->controls;
      const auto at = std::find_if(controls.begin(), controls.end(),
                                   [&](const auto& control) { return control.place == slider; });
      if (at == controls.end()) continue;
      use.isHeard = true;
      use.hasKnobBehind |= std::any_of(at + 1, controls.end(), [](const VolumeControl& later) {
        return later.isKnob && later.isLive;
      });
    }
  }
  return use;
}

/// Whether the sound leaves the computer with less than 24 bits, so that turning down digitally
/// costs what can be heard.
bool isCoarse(const Desk& desk, const Device& computer) {
  const auto isBelow24 = [&](const Device& device) { return device.format.bits.value_or(24) < 24; };
  const auto& cables = desk.attached(computer.id);
  return isBelow24(computer) ||
         std::any_of(cables.begin(), cables.end(),
                     [&](const Desk::Attached& cable) {
                       const Device* device = desk.device(cable.far->socket.device);
                       return device && isBelow24(*device);
                     }) ||
         std::any_of(desk.chain().devices.begin(), desk.chain().devices.end(),
                     [&](const Device& device) {
                       return hostOfBuiltIn(desk, device.id) == &computer && isBelow24(device);
                     });
}

struct Verdict {
  std::string_view id;
  Severity severity = Severity::info;
};

Verdict judge(const Desk& desk, const Device& computer, std::optional<double> volume, Use use) {
  if (!volume) return {"system-volume-unknown"};
  const auto system = computer.computer ? computer.computer->system : std::nullopt;
  const bool isWindows = system == OperatingSystem::windows;
  const bool isHigh = *volume > kAboveWindowsTarget && (isWindows || !system);
  const bool isLow =
      use.hasKnobBehind && *volume < (isWindows || !system ? kBelowWindowsTarget : kBelowFull);
  if (!isHigh && !isLow) return {};
  if (!system) return {"operating-system-unknown"};
  if (!chain::usesSystemMixer(computer)) return {"audio-path-unknown"};
  if (isHigh) return {"system-volume-at-limiter", Severity::attention};
  return {"system-volume-low", isCoarse(desk, computer) ? Severity::attention : Severity::info};
}

void checkComputer(const Desk& desk, const Device& computer, const std::vector<ListeningEnd>& ends,
                   std::vector<Finding>& findings) {
  const Place slider = chain::systemVolumePlace(desk, computer);
  const Use use = useOf(ends, slider);
  if (!use.isHeard) return;
  const std::optional<double> volume = chain::systemVolume(desk, computer);
  const Verdict verdict = judge(desk, computer, volume, use);
  if (verdict.id.empty()) return;
  const bool isWindows = computer.computer && computer.computer->system == OperatingSystem::windows;
  chain::Arguments arguments{{"device", desk.name(computer.id)},
                             {"target", numberText(isWindows ? 97.0 : 100.0, 0, "%")}};
  if (volume) arguments["volume"] = numberText(*volume * 100.0, 0, "%");
  Finding finding{std::string(verdict.id), verdict.severity, {slider}, arguments, {}, false};
  if (verdict.id == "system-volume-at-limiter") {
    finding.fixes = {{"set-system-volume", {slider}, Cost::free, arguments}};
  } else if (verdict.id == "system-volume-low") {
    finding.fixes = {{"raise-system-volume", {slider}, Cost::free, arguments}};
  }
  findings.push_back(std::move(finding));
}

void check(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  const std::vector<ListeningEnd> ends = chain::listeningEnds(desk);
  for (const Device& device : desk.chain().devices) {
    if (desk.kind(device.id) == profiles::Kind::computer) {
      checkComputer(desk, device, ends, findings);
    }
  }
}

}  // namespace

Rule systemVolume() {
  return {"system-volume", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
