#include "prediction/control_positions.h"

#include <cmath>
#include <optional>

#include "base/overloaded.h"
#include "chain/host.h"
#include "levels/control_gain.h"

namespace linecheck::prediction {
namespace {

using chain::Setting;
using chain::Travel;
using profiles::VolumeTechnology;

constexpr double kTenth = 0.1;
/// Below that nothing is heard of a digital volume whose end nobody tells.
constexpr Decibels kDeepest = Decibels::of(-96.0);

bool isDistinct(Decibels change) {
  return std::isfinite(change.value()) && std::abs(change.value()) > 1e-9;
}

/// From one end to the other in steps, seen from where it stands.
template <class T>
std::vector<ControlPosition> grid(T low, T high, T now, double step) {
  std::vector<ControlPosition> positions;
  const auto first = std::lround(std::ceil(low.value() / step - 1e-9));
  const auto last = std::lround(std::floor(high.value() / step + 1e-9));
  for (auto i = first; i <= last; ++i) {
    const T value = T::of(static_cast<double>(i) * step);
    if (isDistinct(value - now)) positions.push_back({value, value - now});
  }
  return positions;
}

template <class T>
std::optional<T> told(const std::optional<Setting>& setting) {
  if (!setting || !std::holds_alternative<T>(*setting)) return std::nullopt;
  return std::get<T>(*setting);
}

/// Every step of a switch; `gain` of one.
template <class Steps, class Gain>
std::vector<ControlPosition> steps(const Steps& all, const std::optional<Setting>& setting,
                                   const Gain& gain) {
  const auto now = told<chain::Position>(setting);
  if (!now) return {};
  std::optional<Decibels> stands;
  for (const auto& step : all) {
    if (step.name == now->name) stands = gain(step);
  }
  std::vector<ControlPosition> positions;
  if (!stands) return positions;
  for (const auto& step : all) {
    const Decibels change = gain(step) - *stands;
    if (step.name != now->name && isDistinct(change)) {
      positions.push_back({chain::Position{step.name}, change});
    }
  }
  return positions;
}

std::vector<ControlPosition> ofVolume(const profiles::Volume& volume,
                                      const std::optional<Setting>& setting,
                                      const chain::Place& where) {
  const auto full = levels::fullGain(volume).nominal;
  if (!full) return {};
  if (const auto now = told<Decibels>(setting)) {
    const bool isKnob = volume.technology == VolumeTechnology::potentiometer;
    const Decibels low = volume.minimum ? volume.minimum->value.nominal : kDeepest;
    return grid(low, *full, *now, isKnob ? kTenth : 1.0);
  }
  const auto travel = told<Travel>(setting);
  const auto now = levels::gainOf(volume, setting, where).nominal;
  std::vector<ControlPosition> positions;
  if (!travel || !now) return positions;
  for (int percent = 1; percent <= 100; ++percent) {
    const Setting other = Travel{percent / 100.0};
    const auto gain = levels::gainOf(volume, other, where).nominal;
    if (gain && isDistinct(*gain - *now)) positions.push_back({other, *gain - *now});
  }
  return positions;
}

}  // namespace

std::vector<ControlPosition> positionsOf(const chain::Desk& desk, const levels::RoutePoint& at,
                                         const profiles::Control& control) {
  const auto setting = desk.setting(at.device, control.id);
  using Positions = std::vector<ControlPosition>;
  return std::visit(
      Overloaded{[&](const profiles::GainSwitch& one) -> Positions {
                   return steps(one.steps, setting,
                                [](const auto& step) { return step.gain.value.nominal; });
                 },
                 [&](const profiles::InputSensitivity& one) -> Positions {
                   if (!at.isInput) return {};
                   // What takes less is as much louder.
                   return steps(one.steps, setting, [](const auto& step) {
                     return DecibelsU::of(0.0) - step.maximumInput.value.nominal;
                   });
                 },
                 [&](const profiles::GainKnob& one) -> Positions {
                   const auto now = told<Decibels>(setting);
                   if (!now || !one.minimum || !one.maximum) return {};
                   return grid(one.minimum->value.nominal, one.maximum->value.nominal, *now,
                               kTenth);
                 },
                 [&](const profiles::OutputTrim& one) -> Positions {
                   const auto now = told<DecibelsU>(setting);
                   if (at.isInput || !now || !one.minimum || !one.maximum) return {};
                   return grid(one.minimum->value.nominal, one.maximum->value.nominal, *now, 1.0);
                 },
                 [&](const profiles::Volume& one) -> Positions {
                   return ofVolume(one, setting, chain::Place(at.device, control.id));
                 },
                 [](const auto&) -> Positions { return {}; }},
      control.action);
}

std::vector<ControlPosition> sliderPositions(const chain::Desk& desk,
                                             const ComputerPath& computer) {
  if (!computer.computer) return {};
  const auto now = computer.gain.nominal;
  const auto position = chain::systemVolume(desk, *computer.computer);
  if (!now || (!position && computer.usesMixer != false)) return {};
  const auto system =
      computer.computer->computer ? computer.computer->computer->system : std::nullopt;
  std::vector<ControlPosition> positions;
  for (int percent = 1; percent <= 100; ++percent) {
    const Travel travel{percent / 100.0};
    const auto gain = sliderGain(system, travel, computer.slider);
    if (!gain.nominal || !gain.low || !gain.high) continue;
    const Decibels change = *gain.nominal - *now;
    if (!isDistinct(change)) continue;
    const double halfRange = 0.5 * (*gain.high - *gain.low).value();
    positions.push_back({travel, change, Decibels::of(halfRange / std::sqrt(3.0))});
  }
  return positions;
}

}  // namespace linecheck::prediction
