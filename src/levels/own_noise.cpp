#include "levels/own_noise.h"

#include <algorithm>

#include "chain/cable_shield.h"
#include "chain/signals.h"
#include "levels/control_gain.h"
#include "levels/noise.h"
#include "levels/port_limits.h"

namespace linecheck::levels {
namespace {

using chain::Desk;
using profiles::Figure;
using profiles::Port;
using profiles::Profile;

const Port* portAt(const Desk& desk, const RoutePoint& point) {
  return desk.port({point.device, point.port, {}});
}

const Figure<Decibels>* ratioIn(const profiles::Figures& figures) {
  if (figures.dynamicRange) return &*figures.dynamicRange;
  if (figures.signalToNoise) return &*figures.signalToNoise;
  return nullptr;
}

DecibelsU dbu(Volts v) {
  return dbuFromVolts(v);
}

Estimate<DecibelsU> thermalOf(const Desk& desk, const RoutePoint& output) {
  return rising(sourceImpedance(desk, output), [](Ohms r) { return dbu(thermalNoise(r)); });
}

/// Unknown, but no less than the thermal noise of the output.
Estimate<DecibelsU> unknownNoise(const Desk& desk, const RoutePoint& point) {
  auto noise = Estimate<DecibelsU>::unknown({Gap::noise, point.place()});
  if (!point.isInput) noise.low = thermalOf(desk, point).low;
  return noise;
}

/// Between staying as it is and moving all the way by `shift` ≤ 0 dB.
template <class T>
Estimate<T> partlyShifted(const Estimate<T>& value, const Estimate<Decibels>& shift,
                          const chain::Place& where) {
  if (shift == Estimate<Decibels>::exactly(Decibels::of(0.0))) return value;
  const auto all = value + shift;
  Estimate<T> between{{}, all.low, value.high, all.missing};
  between.missing.insert({Gap::noise, where});
  return between;
}

/// The strongest analogue output, by its rating.
std::optional<DecibelsU> strongestOutput(const Profile& profile) {
  std::optional<DecibelsU> strongest;
  for (const Port& port : profile.ports) {
    if (port.direction != profiles::Direction::out || !chain::isAnalogue(port) ||
        !port.maximumLevel) {
      continue;
    }
    const DecibelsU level = port.maximumLevel->value.nominal;
    strongest = strongest ? std::max(*strongest, level) : level;
  }
  return strongest;
}

/// The distance from an output's rated level to its noise, and how it was weighted.
struct Ratio {
  Estimate<Decibels> distance;
  std::optional<profiles::Weighting> weighting;
};

/// From the figures of the port or of its device.
std::optional<Ratio> ratioAt(const Desk& desk, const RoutePoint& output,
                             const Estimate<DecibelsU>& rated) {
  const Profile* profile = desk.profile(output.device);
  const Port* port = portAt(desk, output);
  if (!profile || !port) return std::nullopt;
  if (const auto* own = ratioIn(port->figures)) {
    return Ratio{Estimate<Decibels>::of(own->value), own->weighting};
  }
  const auto* whole = ratioIn(profile->figures);
  if (!whole) return std::nullopt;
  auto distance = Estimate<Decibels>::of(whole->value);
  const auto strongest = strongestOutput(*profile);
  if (strongest && rated.nominal && *rated.nominal < *strongest) {
    const auto weaker = Estimate<Decibels>::exactly(*rated.nominal - *strongest);
    distance = partlyShifted(distance, weaker, output.place());
  }
  return Ratio{distance, whole->weighting};
}

std::optional<OwnNoise> givenAt(const Port* output) {
  if (!output || !output->noise) return std::nullopt;
  return OwnNoise{rising(Estimate<Volts>::of(output->noise->value), dbu), false,
                  output->noise->weighting};
}

/// What the most insensitive position of the switch at an input takes, if there is one.
std::optional<Estimate<DecibelsU>> leastSensitive(const Profile& profile, const RoutePoint& input) {
  std::optional<Estimate<DecibelsU>> greatest;
  for (const profiles::Control& control : profile.controls) {
    const auto* steps = std::get_if<profiles::InputSensitivity>(&control.action);
    if (!steps || !actsOn(control, input.port)) continue;
    for (const auto& step : steps->steps) {
      const auto level = Estimate<DecibelsU>::of(step.maximumInput.value);
      if (!greatest || level.nominal > greatest->nominal) greatest = level;
    }
  }
  return greatest;
}

std::optional<OwnNoise> atInput(const Settings& settings, const RoutePoint& input) {
  const Desk& desk = settings.desk();
  const Profile* profile = desk.profile(input.device);
  const Port* port = portAt(desk, input);
  if (!profile || !port) return std::nullopt;
  const auto* ratio = ratioIn(port->figures);
  if (!ratio) ratio = ratioIn(profile->figures);
  if (ratio) {
    const auto distance = Estimate<Decibels>::of(ratio->value);
    if (const auto greatest = leastSensitive(*profile, input)) {
      const auto moved = inputCeiling(settings, input) - *greatest;
      return OwnNoise{partlyShifted(*greatest - distance, moved, input.place()), true,
                      ratio->weighting};
    }
    if (port->maximumLevel) {
      return OwnNoise{Estimate<DecibelsU>::of(port->maximumLevel->value) - distance, true,
                      ratio->weighting};
    }
  }
  if (const auto& least = port->figures.equivalentInputNoise) {
    // Reached at full gain only; below it there is more.
    auto noise = Estimate<DecibelsU>::unknown({Gap::noise, input.place()});
    noise.low = rising(Estimate<Volts>::of(least->value), dbu).low;
    return OwnNoise{noise, true, least->weighting};
  }
  return std::nullopt;
}

bool isPassive(const Desk& desk, const chain::DeviceId& device) {
  const Profile* profile = desk.profile(device);
  return profile && profile->power && profile->power->supply == profiles::Supply::passive;
}

}  // namespace

ConverterNoise converterNoise(const Desk& desk, const RoutePoint& output,
                              const ConverterOutput& levels) {
  ConverterNoise noise;
  if (const auto given = givenAt(portAt(desk, output))) {
    noise = {given->level, levels.rated - given->level, given->weighting};
  } else if (const auto ratio = ratioAt(desk, output, levels.rated)) {
    noise = {levels.rated - ratio->distance, ratio->distance, ratio->weighting};
  } else {
    const auto least = unknownNoise(desk, output);
    noise = {least, levels.rated - least, {}};
  }
  noise.level = partlyShifted(noise.level + levels.padded, levels.trimmed, output.place());
  noise.snr = partlyShifted(noise.snr, levels.trimmed, output.place()) + levels.digital;
  return noise;
}

std::optional<OwnNoise> deviceNoise(const Settings& settings, const RoutePoint& input,
                                    const RoutePoint* output) {
  const Desk& desk = settings.desk();
  if (chain::isLoad(desk, input.device) || desk.kind(input.device) == profiles::Kind::computer) {
    return std::nullopt;
  }
  if (!output)
    return atInput(settings, input).value_or(OwnNoise{unknownNoise(desk, input), true, {}});
  const Port* port = portAt(desk, *output);
  if (auto given = givenAt(port)) return given;
  if (port && port->maximumLevel) {
    const auto rated = Estimate<DecibelsU>::of(port->maximumLevel->value);
    if (const auto ratio = ratioAt(desk, *output, rated)) {
      return OwnNoise{rated - ratio->distance, false, ratio->weighting};
    }
  }
  if (isPassive(desk, input.device)) {
    return OwnNoise{thermalOf(desk, *output), false, profiles::Weighting::none};
  }
  if (auto own = atInput(settings, input)) return own;
  return OwnNoise{unknownNoise(desk, *output), false, {}};
}

}  // namespace linecheck::levels
