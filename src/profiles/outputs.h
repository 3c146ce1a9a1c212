#pragma once

#include <string>
#include <string_view>

#include "profiles/profile.h"

/// The headphone outputs of a device, as they are made and edited.
namespace linecheck::profiles {

[[nodiscard]] bool isHeadphoneOutput(const Port& port);

/// Adds a headphone output with an id of its own, made from its name.
Port& addHeadphoneOutput(Profile& profile, const std::string& name, const Provenance& provenance);

/// Takes a port away, and with it what named it: a gain switch that acted on it alone goes too.
void removePort(Profile& profile, const std::string& port);

/// The gain switch that acts on a port; null if there is none.
[[nodiscard]] const Control* gainSwitchOf(const Profile& profile, const std::string& port);

/// Sets the steps of the gain switch that acts on a port, which comes new if there is none.
void setGainSteps(Profile& profile, const std::string& port, GainSwitch gains);

/// What an id may hold of a text: "l30-ii" for "L30 II"; may be empty.
[[nodiscard]] std::string idPart(std::string_view text);

}  // namespace linecheck::profiles
