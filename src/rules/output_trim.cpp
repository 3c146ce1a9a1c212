#include <algorithm>
#include <array>
#include <optional>

#include "base/number_text.h"
#include "rules/rule_list.h"
#include "rules/words.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::Place;
using profiles::Control;
using profiles::OutputTrim;

constexpr std::array kFindings{
    Text{"trim-overdrives-input",
         "{control} of {device} stands at {setting}, and {input} of {to} takes {limit} at most: "
         "loud passages clip there."},
    Text{"trim-low",
         "{control} of {device} stands at {setting}. {input} of {to} takes {best}, and every dB "
         "more lies that much higher above the noise of {to}."},
};
constexpr std::array kFixes{
    Text{"set-output-trim",
         "Turn the volume of {to} down, then set {control} of {device} to {best}."},
    Text{"insert-pad-before-input", "Put a pad before {input} of {to}: {control} goes no lower."},
};

/// Less is not worth a walk to the panel.
constexpr Decibels kWorthwhile = 1_dB;

std::string levelText(DecibelsU level) {
  return numberText(level.value(), 1, "dBu");
}

/// The greatest sine that an input takes in the state that is set.
std::optional<DecibelsU> inputLimit(const Desk& desk, const chain::Socket& socket) {
  const profiles::Profile* profile = desk.profile(socket.device);
  const profiles::Port* port = profile ? profile->port(socket.port) : nullptr;
  if (!port) return std::nullopt;
  for (const Control& control : profile->controls) {
    const auto* sensitivity = std::get_if<profiles::InputSensitivity>(&control.action);
    const auto& ports = control.ports;
    if (!sensitivity ||
        (!ports.empty() && std::find(ports.begin(), ports.end(), socket.port) == ports.end())) {
      continue;
    }
    const auto setting = desk.setting(socket.device, control.id);
    const auto* position = setting ? std::get_if<chain::Position>(&*setting) : nullptr;
    if (!position) return std::nullopt;
    for (const auto& step : sensitivity->steps) {
      if (step.name == position->name) return step.maximumInput.value.nominal;
    }
    return std::nullopt;
  }
  return port->maximumLevel ? std::optional(port->maximumLevel->value.nominal) : std::nullopt;
}

void judge(const Desk& desk, const Place& place, const OutputTrim& trim, DecibelsU setting,
           const chain::Socket& input, std::vector<Finding>& findings) {
  const auto limit = inputLimit(desk, input);
  if (!limit || !trim.maximum) return;
  const DecibelsU best = std::min(*limit, trim.maximum->value.nominal);
  const bool isOver = setting > *limit;
  if (!isOver && best - setting < kWorthwhile) return;
  const chain::DeviceId device(place.part);
  const profiles::Control* control = desk.profile(device)->control(place.detail);
  const chain::Arguments arguments{
      {"device", desk.name(device)},   {"control", control->name},
      {"to", desk.name(input.device)}, {"input", portName(desk, input)},
      {"setting", levelText(setting)}, {"limit", levelText(*limit)},
      {"best", levelText(best)}};
  Finding finding{isOver ? "trim-overdrives-input" : "trim-low",
                  isOver ? Severity::bad : Severity::attention,
                  {place, Place(input.device, input.port)},
                  arguments,
                  {},
                  false};
  if (trim.minimum && best < trim.minimum->value.nominal) {
    finding.fixes.push_back(
        {"insert-pad-before-input", {Place(input.device, input.port)}, Cost::purchase, arguments});
  } else {
    finding.fixes.push_back({"set-output-trim", {place}, Cost::free, arguments});
  }
  findings.push_back(std::move(finding));
}

void check(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  for (const Device& device : desk.chain().devices) {
    const profiles::Profile* profile = desk.profile(device.id);
    if (!profile) continue;
    for (const Control& control : profile->controls) {
      const auto* trim = std::get_if<OutputTrim>(&control.action);
      const auto setting = trim ? desk.setting(device.id, control.id) : std::nullopt;
      const auto* level = setting ? std::get_if<DecibelsU>(&*setting) : nullptr;
      if (!level) continue;
      for (const std::string& port : control.ports) {
        for (const Desk::Attached& cable : desk.attached(device.id, port)) {
          judge(desk, Place(device.id, control.id), *trim, *level, cable.far->socket, findings);
        }
      }
    }
  }
}

}  // namespace

Rule outputTrim() {
  return {"output-trim", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
