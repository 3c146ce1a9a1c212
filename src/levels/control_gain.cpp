#include "levels/control_gain.h"

#include <algorithm>
#include <limits>

#include "levels/knob.h"

namespace linecheck::levels {
namespace {

using chain::Place;
using chain::Position;
using chain::Setting;
using chain::Travel;
using profiles::Figure;

template <class T>
std::optional<T> told(const std::optional<Setting>& setting) {
  if (!setting || !std::holds_alternative<T>(*setting)) return std::nullopt;
  return std::get<T>(*setting);
}

template <class T>
std::optional<T> lowest(const std::optional<Figure<T>>& figure) {
  return figure ? Estimate<T>::of(figure->value).low : std::nullopt;
}

template <class T>
std::optional<T> highest(const std::optional<Figure<T>>& figure) {
  return figure ? Estimate<T>::of(figure->value).high : std::nullopt;
}

/// The figure of the step with the name that is set, or all steps' together.
template <class Step, class T>
Estimate<T> ofSteps(const std::vector<Step>& steps, Figure<T> Step::*figure,
                    const std::optional<Setting>& setting, const Place& where, Gap lacking) {
  if (steps.empty()) return Estimate<T>::unknown({lacking, where});
  const auto position = told<Position>(setting);
  std::optional<Estimate<T>> all;
  for (const Step& step : steps) {
    auto one = Estimate<T>::of((step.*figure).value);
    if (position && position->name == step.name) return one;
    if (!all) {
      all = one;
      continue;
    }
    all->low = ifKnown([](T a, T b) { return std::min(a, b); }, all->low, one.low);
    all->high = ifKnown([](T a, T b) { return std::max(a, b); }, all->high, one.high);
  }
  if (steps.size() == 1) return *all;
  return {{}, all->low, all->high, {{Gap::setting, where}}};
}

}  // namespace

bool actsOn(const profiles::Control& control, std::string_view port) {
  return control.ports.empty() ||
         std::find(control.ports.begin(), control.ports.end(), port) != control.ports.end();
}

Estimate<Decibels> gainOf(const profiles::GainSwitch& control,
                          const std::optional<Setting>& setting, const Place& where) {
  return ofSteps(control.steps, &profiles::GainSwitch::Step::gain, setting, where, Gap::gain);
}

Estimate<Decibels> gainOf(const profiles::GainKnob& control, const std::optional<Setting>& setting,
                          const Place& where) {
  if (const auto gain = told<Decibels>(setting)) return Estimate<Decibels>::exactly(*gain);
  return {{}, lowest(control.minimum), highest(control.maximum), {{Gap::setting, where}}};
}

Estimate<Decibels> fullGain(const profiles::Volume& control) {
  return control.maximum ? Estimate<Decibels>::of(control.maximum->value)
                         : Estimate<Decibels>::exactly(Decibels::of(0.0));
}

Estimate<Decibels> gainOf(const profiles::Volume& control, const std::optional<Setting>& setting,
                          const Place& where) {
  if (const auto gain = told<Decibels>(setting)) return Estimate<Decibels>::exactly(*gain);
  Estimate<Decibels> full = fullGain(control);
  const auto travel = told<Travel>(setting);
  if (!travel) return {{}, lowest(control.minimum), full.high, {{Gap::setting, where}}};
  if (travel->fraction >= 1.0) return full;
  if (travel->fraction <= 0.0) {
    if (control.minimum) return Estimate<Decibels>::of(control.minimum->value);
    return Estimate<Decibels>::exactly(Decibels::of(-std::numeric_limits<double>::infinity()));
  }
  if (!control.taper) return {{}, lowest(control.minimum), full.high, {{Gap::taper, where}}};
  return full + gainAt(*control.taper, *travel);
}

Estimate<DecibelsU> levelOf(const profiles::OutputTrim& control,
                            const std::optional<Setting>& setting, const Place& where) {
  if (const auto level = told<DecibelsU>(setting)) return Estimate<DecibelsU>::exactly(*level);
  return {{}, lowest(control.minimum), highest(control.maximum), {{Gap::setting, where}}};
}

Estimate<DecibelsU> levelOf(const profiles::InputSensitivity& control,
                            const std::optional<Setting>& setting, const Place& where) {
  return ofSteps(control.steps, &profiles::InputSensitivity::Step::maximumInput, setting, where,
                 Gap::maximumLevel);
}

}  // namespace linecheck::levels
