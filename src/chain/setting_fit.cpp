#include "chain/setting_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/number_text.h"
#include "chain/bounds.h"
#include "chain/text_fault.h"

namespace linecheck::chain {
namespace {

using profiles::Control;
using profiles::Figure;
using Misfit = std::optional<std::string>;

/// A control on a device is said to "stand at" this.
std::string standing(const Setting& setting) {
  struct {
    std::string operator()(const Position& position) const { return '"' + position.name + '"'; }
    std::string operator()(Decibels gain) const { return numberText(gain.value(), 1, "dB"); }
    std::string operator()(DecibelsU level) const { return numberText(level.value(), 1, "dBu"); }
    std::string operator()(Travel travel) const {
      return "travel " + numberText(travel.fraction, 2);
    }
  } const text;
  return std::visit(text, setting);
}

Misfit misfit(const Control& control, const Setting& setting, std::string_view how) {
  return fmt::format("{} cannot stand at {}: {}.", control.name, standing(setting), how);
}

Misfit positionMisfit(const Control& control, const Setting& setting,
                      const std::vector<std::string>& names) {
  const auto* position = std::get_if<Position>(&setting);
  if (!position) return misfit(control, setting, "it is a switch, name one of its positions");
  if (names.empty() || std::ranges::count(names, position->name) > 0) return std::nullopt;
  return misfit(control, setting, fmt::format("it has {}", fmt::join(names, ", ")));
}

template <class Steps>
std::vector<std::string> namesOf(const Steps& steps) {
  std::vector<std::string> names;
  names.reserve(steps.size());
  for (const auto& step : steps) names.push_back(step.name);
  return names;
}

/// Whether a figure lies between the ends of a knob, as far as these are known.
template <class T>
Misfit rangeMisfit(const Control& control, const Setting& setting, T value,
                   const std::optional<Figure<T>>& minimum, const std::optional<Figure<T>>& maximum,
                   std::string_view unit) {
  constexpr double kRounding = 1e-6;  // Of ends that the profile gives in another unit.
  if (minimum) {
    const double low = minimum->value.low.value_or(minimum->value.nominal).value();
    if (value.value() < low - kRounding) {
      return misfit(control, setting, "it begins at " + numberText(low, 1, unit));
    }
  }
  if (maximum) {
    const double high = maximum->value.high.value_or(maximum->value.nominal).value();
    if (value.value() > high + kRounding) {
      return misfit(control, setting, "it ends at " + numberText(high, 1, unit));
    }
  }
  return std::nullopt;
}

struct MisfitOf {
  const Control& control;
  const Setting& setting;

  Misfit operator()(const profiles::GainSwitch& gain) const {
    return positionMisfit(control, setting, namesOf(gain.steps));
  }
  Misfit operator()(const profiles::InputSensitivity& sensitivity) const {
    return positionMisfit(control, setting, namesOf(sensitivity.steps));
  }
  Misfit operator()(const profiles::ModeSwitch& modes) const {
    return positionMisfit(control, setting, namesOf(modes.positions));
  }
  Misfit operator()(const profiles::GroundLift& lift) const {
    return positionMisfit(control, setting, {lift.groundedName, lift.liftedName});
  }
  Misfit operator()(const profiles::GainKnob& knob) const {
    const auto* gain = std::get_if<Decibels>(&setting);
    if (!gain) return misfit(control, setting, "give its gain in dB");
    return rangeMisfit(control, setting, *gain, knob.minimum, knob.maximum, "dB");
  }
  Misfit operator()(const profiles::OutputTrim& trim) const {
    const auto* level = std::get_if<DecibelsU>(&setting);
    if (!level) return misfit(control, setting, "give its level in dBu");
    return rangeMisfit(control, setting, *level, trim.minimum, trim.maximum, "dBu");
  }
  Misfit operator()(const profiles::Volume& volume) const {
    if (std::holds_alternative<Travel>(setting)) return std::nullopt;
    const auto* gain = std::get_if<Decibels>(&setting);
    if (!gain) {
      return misfit(control, setting, "give its travel from 0 to 1, or its gain in dB");
    }
    return rangeMisfit(control, setting, *gain, volume.minimum, volume.maximum, "dB");
  }
};

}  // namespace

std::optional<std::string> settingFault(const Setting& setting) {
  struct {
    Misfit operator()(const Position& position) const {
      return position.name.empty() ? "A position has a name." : textFault(position.name);
    }
    Misfit operator()(Decibels gain) const { return outside(kGainBounds, gain.value()); }
    Misfit operator()(DecibelsU level) const { return outside(kLevelBounds, level.value()); }
    Misfit operator()(Travel travel) const { return outside(kTravelBounds, travel.fraction); }
  } const fault;
  return std::visit(fault, setting);
}

std::optional<std::string> settingMisfit(const Control& control, const Setting& setting) {
  return std::visit(MisfitOf{control, setting}, control.action);
}

}  // namespace linecheck::chain
