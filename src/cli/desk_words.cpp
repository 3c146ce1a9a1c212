#include "cli/desk_words.h"

#include "rules/texts.h"

namespace linecheck::cli {

std::string_view word(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::info:
      return "info";
    case rules::Severity::attention:
      return "attention";
    case rules::Severity::bad:
      return "bad";
    case rules::Severity::danger:
      return "danger";
  }
  return "";
}

std::string_view word(chain::Cost cost) {
  switch (cost) {
    case chain::Cost::free:
      return "free";
    case chain::Cost::cable:
      return "cable";
    case chain::Cost::purchase:
      return "purchase";
    case chain::Cost::craftsman:
      return "craftsman";
  }
  return "";
}

std::string_view word(chain::LoopDrive drive) {
  switch (drive) {
    case chain::LoopDrive::noEarth:
      return "no_earth";
    case chain::LoopDrive::sameStrip:
      return "same_strip";
    case chain::LoopDrive::sameCircuit:
      return "same_circuit";
    case chain::LoopDrive::differentCircuits:
      return "different_circuits";
    case chain::LoopDrive::outside:
      return "outside";
  }
  return "";
}

std::string_view word(levels::Gap gap) {
  switch (gap) {
    case levels::Gap::maximumLevel:
      return "maximum_level";
    case levels::Gap::impedance:
      return "impedance";
    case levels::Gap::gain:
      return "gain";
    case levels::Gap::noise:
      return "noise";
    case levels::Gap::setting:
      return "setting";
    case levels::Gap::taper:
      return "taper";
    case levels::Gap::sensitivity:
      return "sensitivity";
    case levels::Gap::balancedDrive:
      return "balanced_drive";
    case levels::Gap::source:
      return "source";
  }
  return "";
}

std::string_view word(levels::Obstacle::Kind kind) {
  switch (kind) {
    case levels::Obstacle::Kind::overloadsInput:
      return "overloads_input";
    case levels::Obstacle::Kind::tooQuiet:
      return "too_quiet";
    case levels::Obstacle::Kind::knobTooLow:
      return "knob_too_low";
    case levels::Obstacle::Kind::clips:
      return "clips";
  }
  return "";
}

std::string fixText(const chain::Fix& fix) {
  const std::string text = rules::message(fix);
  return text.empty() ? fix.action : text;
}

std::string placeText(const chain::Desk& desk, const chain::Place& place) {
  const chain::DeviceId device(place.part);
  if (desk.device(device) == nullptr) {
    const chain::PowerPoint* point = desk.powerPoint(chain::PowerPointId(place.part));
    return point != nullptr && !point->name.empty() ? point->name : place.text();
  }
  std::string text = desk.name(device);
  if (place.detail.empty()) return text;
  const profiles::Profile* profile = desk.profile(device);
  const profiles::Port* port = profile != nullptr ? profile->port(place.detail) : nullptr;
  const profiles::Control* control = profile != nullptr ? profile->control(place.detail) : nullptr;
  text += ", ";
  if (port != nullptr) return text + port->name;
  return text + (control != nullptr ? control->name : place.detail);
}

}  // namespace linecheck::cli
