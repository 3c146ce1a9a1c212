#include "canvas/control_view.h"

#include <algorithm>

#include "text/chain_text.h"

namespace linecheck::ui {
namespace {

using namespace profiles;

template <class Steps>
std::vector<std::string> names(const Steps& steps) {
  std::vector<std::string> list;
  list.reserve(steps.size());
  for (const auto& step : steps) list.push_back(step.name);
  return list;
}

template <class T>
std::optional<KnobScale> between(const std::optional<Figure<T>>& least,
                                 const std::optional<Figure<T>>& most, KnobScale::Unit unit) {
  if (!least || !most) return std::nullopt;
  return KnobScale{unit, least->value.nominal.value(), most->value.nominal.value(), 0.5};
}

bool isKnob(const Control& control) {
  return std::holds_alternative<GainKnob>(control.action) ||
         std::holds_alternative<OutputTrim>(control.action) ||
         std::holds_alternative<Volume>(control.action);
}

}  // namespace

std::vector<std::string> positionsOf(const Control& control) {
  if (const auto* gain = std::get_if<GainSwitch>(&control.action)) return names(gain->steps);
  if (const auto* input = std::get_if<InputSensitivity>(&control.action))
    return names(input->steps);
  if (const auto* mode = std::get_if<ModeSwitch>(&control.action)) return names(mode->positions);
  if (const auto* lift = std::get_if<GroundLift>(&control.action)) {
    return {lift->groundedName, lift->liftedName};
  }
  return {};
}

chain::Setting KnobScale::at(double value) const {
  const double held = std::clamp(value, least, most);
  switch (unit) {
    case Unit::decibels:
      return Decibels::of(held);
    case Unit::dbu:
      return DecibelsU::of(held);
    case Unit::travel:
      break;
  }
  return chain::Travel{held};
}

std::optional<double> KnobScale::valueOf(const chain::Setting& setting) const {
  if (const auto* gain = std::get_if<Decibels>(&setting); gain && unit == Unit::decibels) {
    return gain->value();
  }
  if (const auto* level = std::get_if<DecibelsU>(&setting); level && unit == Unit::dbu) {
    return level->value();
  }
  if (const auto* travel = std::get_if<chain::Travel>(&setting); travel && unit == Unit::travel) {
    return travel->fraction;
  }
  return std::nullopt;
}

std::optional<KnobScale> knobScale(const Control& control) {
  if (const auto* knob = std::get_if<GainKnob>(&control.action)) {
    return between(knob->minimum, knob->maximum, KnobScale::Unit::decibels);
  }
  if (const auto* trim = std::get_if<OutputTrim>(&control.action)) {
    return between(trim->minimum, trim->maximum, KnobScale::Unit::dbu);
  }
  if (std::holds_alternative<Volume>(control.action)) return KnobScale{};
  return std::nullopt;
}

std::vector<ControlView> controlsOf(const chain::Desk& desk, const chain::DeviceId& device) {
  std::vector<ControlView> views;
  const Profile* profile = desk.profile(device);
  if (!profile) return views;
  for (const Control& control : profile->controls) {
    ControlView view;
    view.id = QString::fromStdString(control.id);
    view.label = QString::fromStdString(control.name);
    const auto setting = desk.setting(device, control.id);
    if (isKnob(control)) {
      if (setting) view.reading = settingText(*setting);
      const auto scale = knobScale(control);
      const auto value = setting && scale ? scale->valueOf(*setting) : std::nullopt;
      if (value && scale->most > scale->least) {
        view.travel = std::clamp((*value - scale->least) / (scale->most - scale->least), 0.0, 1.0);
      }
    } else {
      const std::vector<std::string> positions = positionsOf(control);
      if (positions.empty()) continue;
      for (const std::string& name : positions)
        view.positions.push_back(QString::fromStdString(name));
      if (const auto* stands = setting ? std::get_if<chain::Position>(&*setting) : nullptr) {
        const auto found = std::find(positions.begin(), positions.end(), stands->name);
        if (found != positions.end()) view.stands = static_cast<int>(found - positions.begin());
      }
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace linecheck::ui
