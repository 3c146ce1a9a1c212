#include "cli/setting_text.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <vector>

#include "base/number_text.h"
#include "base/overloaded.h"

namespace linecheck::cli {
namespace {

using chain::Position;
using chain::Setting;

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::vector<std::string> positionsOf(const profiles::Control& control) {
  const auto names = [](const auto& steps) {
    std::vector<std::string> list(steps.size());
    std::transform(steps.begin(), steps.end(), list.begin(),
                   [](const auto& step) { return step.name; });
    return list;
  };
  return std::visit(Overloaded{
                        [&](const profiles::GainSwitch& c) { return names(c.steps); },
                        [&](const profiles::InputSensitivity& c) { return names(c.steps); },
                        [&](const profiles::ModeSwitch& c) { return names(c.positions); },
                        [](const profiles::GroundLift& c) {
                          return std::vector{c.groundedName, c.liftedName};
                        },
                        [](const auto& /*knob*/) { return std::vector<std::string>{}; },
                    },
                    control.action);
}

bool isSwitch(const profiles::Control& control) {
  return std::holds_alternative<profiles::GainSwitch>(control.action) ||
         std::holds_alternative<profiles::InputSensitivity>(control.action) ||
         std::holds_alternative<profiles::ModeSwitch>(control.action) ||
         std::holds_alternative<profiles::GroundLift>(control.action);
}

Setting positionOf(std::string_view text, const profiles::Control* control) {
  if (control != nullptr) {
    for (const std::string& name : positionsOf(*control)) {
      if (lowered(name) == lowered(text)) return Position{name};
    }
  }
  return Position{std::string(text)};
}

// What a bare number means for this control.
std::string_view usualUnit(const profiles::Control* control) {
  if (control == nullptr) return "";
  if (std::holds_alternative<profiles::OutputTrim>(control->action)) return "dbu";
  if (std::holds_alternative<profiles::GainKnob>(control->action)) return "db";
  return "";
}

}  // namespace

Result<Setting> parseSetting(std::string_view text, const profiles::Control* control) {
  if (control != nullptr && isSwitch(*control)) return positionOf(text, control);
  std::string_view digits = text;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  double number = 0.0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc()) {
    if (control == nullptr) return positionOf(text, control);
    return fail(ErrorCode::badInput, "This control takes a number: 40%, -6dB or 14dBu.",
                std::string(text));
  }
  std::string unit = lowered(std::string_view(end, digits.data() + digits.size()));
  unit.erase(std::remove(unit.begin(), unit.end(), ' '), unit.end());
  if (unit.empty()) unit = usualUnit(control);
  if (unit == "db") return Decibels::of(number);
  if (unit == "dbu") return DecibelsU::of(number);
  if (unit == "%") return chain::Travel{number / 100.0};
  if (control == nullptr) return positionOf(text, control);
  return fail(ErrorCode::badInput, "Give the unit: 40% of its travel, -6dB or 14dBu.",
              std::string(text));
}

std::string settingText(const Setting& setting) {
  return std::visit(
      Overloaded{
          [](const Position& position) { return position.name; },
          [](Decibels gain) { return numberText(gain.value(), 1, "dB"); },
          [](DecibelsU level) { return numberText(level.value(), 1, "dBu"); },
          [](chain::Travel travel) { return numberText(100.0 * travel.fraction, 0, "%"); },
      },
      setting);
}

}  // namespace linecheck::cli
