#include "levels/stage_gain.h"

#include <algorithm>

#include "chain/signals.h"
#include "levels/control_gain.h"
#include "levels/port_limits.h"

namespace linecheck::levels {
namespace {

using chain::Desk;
using chain::Place;
using profiles::Control;
using profiles::Kind;
using profiles::Port;
using profiles::VolumeTechnology;

const Estimate<Decibels> kUnchanged = Estimate<Decibels>::exactly(Decibels::of(0.0));

std::optional<Estimate<Decibels>> controlGain(const Settings& settings, const Control& control,
                                              const Place& where) {
  const auto setting = settings.of(chain::DeviceId(where.part), control.id);
  if (const auto* steps = std::get_if<profiles::GainSwitch>(&control.action)) {
    return gainOf(*steps, setting, where);
  }
  if (const auto* knob = std::get_if<profiles::GainKnob>(&control.action)) {
    return gainOf(*knob, setting, where);
  }
  if (const auto* volume = std::get_if<profiles::Volume>(&control.action)) {
    return gainOf(*volume, setting, where);
  }
  return std::nullopt;
}

/// What a device without gain control does to the level.
Estimate<Decibels> ownGain(const Settings& settings, const RoutePoint& input,
                           const RoutePoint& output) {
  const Desk& desk = settings.desk();
  const Port* to = desk.port({output.device, output.port, {}});
  auto lacking = Estimate<Decibels>::unknown({Gap::gain, output.place()});
  if (!to) return lacking;
  if (chain::signalClass(*to) == chain::SignalClass::loudspeaker) {
    return ratedOutput(desk, output) - inputCeiling(settings, input);
  }
  const auto kind = desk.kind(output.device);
  if (chain::signalClass(*to) == chain::SignalClass::line &&
      (kind == Kind::headphoneAmplifier || kind == Kind::transformerIsolator)) {
    lacking.nominal = Decibels::of(0.0);
  }
  return lacking;
}

}  // namespace

bool isConverter(const Desk& desk, const chain::DeviceId& device) {
  const auto kind = desk.kind(device);
  return kind == Kind::audioInterface || kind == Kind::onboardAudio || kind == Kind::dac ||
         kind == Kind::computer;
}

ConverterOutput converterOutput(const Settings& settings, const RoutePoint& output) {
  const Desk& desk = settings.desk();
  const profiles::Profile* profile = desk.profile(output.device);
  const Port* port = desk.port({output.device, output.port, {}});
  ConverterOutput out;
  out.rated = Estimate<DecibelsU>::unknown({Gap::maximumLevel, output.place()});
  out.trimmed = out.padded = out.digital = kUnchanged;
  if (!profile || !port) {
    out.ceiling = out.rated;
    return out;
  }
  if (port->maximumLevel) out.rated = Estimate<DecibelsU>::of(port->maximumLevel->value);
  out.ceiling = out.rated;
  for (const Control& control : profile->controls) {
    if (!actsOn(control, output.port)) continue;
    const Place where(output.device, control.id);
    if (const auto* trim = std::get_if<profiles::OutputTrim>(&control.action)) {
      if (!port->maximumLevel && trim->maximum) {
        out.rated = Estimate<DecibelsU>::of(trim->maximum->value);
      }
      auto level = levelOf(*trim, settings.of(output.device, control.id), where);
      if (!level.high) level.high = out.rated.high;
      out.ceiling = level;
      out.trimmed = out.trimmed + (level - out.rated);
      continue;
    }
    const auto gain = controlGain(settings, control, where);
    if (!gain) continue;
    const auto* volume = std::get_if<profiles::Volume>(&control.action);
    if (volume && volume->technology == VolumeTechnology::digital) {
      out.digital = out.digital + *gain;
      continue;
    }
    out.ceiling = out.ceiling + *gain;
    Estimate<Decibels>& changed = volume ? out.trimmed : out.padded;
    changed = changed + *gain;
  }
  return out;
}

Estimate<Decibels> stageGain(const Settings& settings, const RoutePoint& input,
                             const RoutePoint& output) {
  const profiles::Profile* profile = settings.desk().profile(output.device);
  if (!profile) return Estimate<Decibels>::unknown({Gap::gain, output.place()});
  auto sum = kUnchanged;
  bool hasGain = false;
  for (const Control& control : profile->controls) {
    if (!actsOn(control, input.port) && !actsOn(control, output.port)) continue;
    const auto gain = controlGain(settings, control, Place(output.device, control.id));
    if (!gain) continue;
    sum = sum + *gain;
    hasGain = hasGain || !std::holds_alternative<profiles::Volume>(control.action);
  }
  return hasGain ? sum : sum + ownGain(settings, input, output);
}

}  // namespace linecheck::levels
