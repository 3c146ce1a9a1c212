#include "rules/control_words.h"

namespace linecheck::rules {

using chain::DeviceId;
using chain::Place;

std::string controlName(const chain::Desk& desk, const Place& place) {
  const profiles::Profile* profile = desk.profile(DeviceId(place.part));
  const profiles::Control* control = profile ? profile->control(place.detail) : nullptr;
  if (control && !control->name.empty()) return control->name;
  return place.detail.empty() ? "volume" : place.detail;
}

std::string controlWithDevice(const chain::Desk& desk, const Place& place) {
  return desk.name(DeviceId(place.part)) + ": " + controlName(desk, place);
}

std::string controlsWithDevices(const chain::Desk& desk, const std::vector<Place>& places) {
  std::string names;
  for (const Place& place : places) {
    names += (names.empty() ? "" : ", ") + controlWithDevice(desk, place);
  }
  return names;
}

}  // namespace linecheck::rules
