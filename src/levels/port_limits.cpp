#include "levels/port_limits.h"

#include <algorithm>

#include "chain/cable_shield.h"
#include "chain/signals.h"
#include "levels/control_gain.h"
#include "levels/divider.h"
#include "levels/power_rating.h"

namespace linecheck::levels {
namespace {

using chain::Desk;
using profiles::Port;

const Port* portAt(const Desk& desk, const RoutePoint& point) {
  return desk.port({point.device, point.port, {}});
}

bool takesLineLevel(const Port* port) {
  return port && chain::signalClass(*port) == chain::SignalClass::line;
}

/// A balanced output of which an unbalanced cable or input takes one contact.
bool isHalved(const Desk& desk, const RoutePoint& output, const RoutePoint& input) {
  const Port* port = portAt(desk, output);
  const chain::Cable* cable = input.cable ? desk.cable(*input.cable) : nullptr;
  if (!port || port->balanced != true || !cable || !takesLineLevel(port)) return false;
  const auto shield = chain::shieldOf(desk, *cable);
  return shield && shield->kind == chain::GroundLink::Kind::unbalancedShield;
}

Estimate<DecibelsU> fromVolts(const Estimate<Volts>& voltage) {
  return rising(voltage, [](Volts v) { return dbuFromVolts(v); });
}

/// √(P·R)
Estimate<Volts> voltageOf(const profiles::LoadPower& rating) {
  return rising(Estimate<Watts>::of(rating.power.value),
                [&](Watts p) { return ratedVoltage(p, rating.load); });
}

/// What the ratings say of the voltage across a load.
Estimate<Volts> voltageInto(const Port& port, Ohms load, const chain::Place& where) {
  auto rated = Estimate<Volts>::unknown({Gap::maximumLevel, where});
  for (const profiles::LoadPower& rating : port.powerInto) {
    if (!rating.condition.empty()) continue;
    auto voltage = voltageOf(rating);
    if (rating.load == load) return voltage;
    if (!voltage.low) continue;
    const Volts least = leastInto(load, *voltage.low, rating.load);
    if (!rated.low || *rated.low < least) rated.low = least;
  }
  return rated;
}

}  // namespace

Estimate<Ohms> loadImpedance(const Desk& desk, const RoutePoint& input) {
  const profiles::Profile* profile = desk.profile(input.device);
  if (profile && profile->headphones && profile->headphones->impedance) {
    return Estimate<Ohms>::of(profile->headphones->impedance->value);
  }
  const Port* port = portAt(desk, input);
  if (port && port->impedance) return Estimate<Ohms>::of(port->impedance->value);
  return Estimate<Ohms>::unknown({Gap::impedance, input.place()});
}

Estimate<Ohms> sourceImpedance(const Desk& desk, const RoutePoint& output) {
  const Port* port = portAt(desk, output);
  if (port && port->impedance) return Estimate<Ohms>::of(port->impedance->value);
  return Estimate<Ohms>::unknown({Gap::impedance, output.place()});
}

Estimate<Decibels> connectionGain(const Desk& desk, const RoutePoint& output,
                                  const RoutePoint& input) {
  Estimate<Decibels> gain = dividerGain(sourceImpedance(desk, output), loadImpedance(desk, input));
  if (!gain.nominal && takesLineLevel(portAt(desk, input))) gain.nominal = Decibels::of(0.0);
  if (!isHalved(desk, output, input)) return gain;
  return gain + Estimate<Decibels>{{},
                                   Decibels::fromAmplitudeRatio(0.5),
                                   Decibels::of(0.0),
                                   {{Gap::balancedDrive, output.place()}}};
}

Estimate<DecibelsU> inputCeiling(const Settings& settings, const RoutePoint& input) {
  const Desk& desk = settings.desk();
  if (chain::isLoad(desk, input.device)) return {};
  const profiles::Profile* profile = desk.profile(input.device);
  const Port* port = portAt(desk, input);
  if (!profile || !port) {
    return Estimate<DecibelsU>::unknown({Gap::maximumLevel, input.place()});
  }
  std::vector<Estimate<Decibels>> aboveLeast;
  for (const profiles::Control& control : profile->controls) {
    if (!actsOn(control, input.port)) continue;
    const chain::Place where(input.device, control.id);
    const auto setting = settings.of(input.device, control.id);
    if (const auto* steps = std::get_if<profiles::InputSensitivity>(&control.action)) {
      return levelOf(*steps, setting, where);
    }
    if (const auto* knob = std::get_if<profiles::GainKnob>(&control.action)) {
      auto above = gainOf(*knob, setting, where);
      const auto least = knob->minimum ? Estimate<Decibels>::of(knob->minimum->value)
                                       : Estimate<Decibels>::unknown({Gap::gain, where});
      above = above - least;
      if (!above.low) above.low = Decibels::of(0.0);
      aboveLeast.push_back(above);
    }
  }
  if (!port->maximumLevel) {
    return Estimate<DecibelsU>::unknown({Gap::maximumLevel, input.place()});
  }
  auto ceiling = Estimate<DecibelsU>::of(port->maximumLevel->value);
  if (aboveLeast.size() == 1) return ceiling - aboveLeast.front();
  if (aboveLeast.empty()) return ceiling;
  // Of several knobs, for microphone and line, only one is in the way; nobody says which.
  ceiling.nominal.reset();
  ceiling.low.reset();
  ceiling.missing.insert({Gap::setting, input.place()});
  return ceiling;
}

Estimate<DecibelsU> amplifierCeiling(const Desk& desk, const RoutePoint& output,
                                     const RoutePoint* input) {
  auto lacking = Estimate<DecibelsU>::unknown({Gap::maximumLevel, output.place()});
  const Port* port = portAt(desk, output);
  if (!port) return lacking;
  auto open = port->maximumLevel ? Estimate<DecibelsU>::of(port->maximumLevel->value) : lacking;
  if (!input) return open;
  const auto load = loadImpedance(desk, *input);
  if (port->powerInto.empty() || !load.nominal || !load.low || !load.high) return open;
  const auto loss = connectionGain(desk, output, *input);
  Estimate<Volts> rated = voltageInto(*port, *load.nominal, output.place());
  if (load.low != load.high) {
    rated = {{}, voltageInto(*port, *load.low, output.place()).low, {}, rated.missing};
  }
  Estimate<DecibelsU> loaded = fromVolts(rated) - loss;
  if (!port->maximumLevel) return loaded;
  if (!loaded.nominal) {
    // The rating only says what is sure; the rest may be as good as without load.
    const auto less = [](DecibelsU a, DecibelsU b) { return std::min(a, b); };
    return {open.nominal, ifKnown(less, open.low, loaded.low), open.high,
            joined(open.missing, loaded.missing)};
  }
  return lesser(open, loaded);
}

Estimate<DecibelsU> ratedOutput(const Desk& desk, const RoutePoint& output) {
  const Port* port = portAt(desk, output);
  if (port && port->maximumLevel) return Estimate<DecibelsU>::of(port->maximumLevel->value);
  auto most = Estimate<Volts>::unknown({Gap::maximumLevel, output.place()});
  if (!port) return fromVolts(most);
  for (const profiles::LoadPower& rating : port->powerInto) {
    const auto voltage = voltageOf(rating);
    if (rating.condition.empty() && (!most.nominal || *voltage.nominal > *most.nominal)) {
      most = voltage;
    }
  }
  return fromVolts(most);
}

}  // namespace linecheck::levels
