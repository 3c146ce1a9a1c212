#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "profiles/control.h"

namespace linecheck::setup {

/// A device whose mode switch chooses between headphones and monitors on one volume knob.
struct MonitorSwitch {
  const chain::Device* device = nullptr;
  const profiles::Control* control = nullptr;
  const profiles::ModeSwitch* modes = nullptr;
  std::string headphones;  ///< Position that plays the headphones, alone if there is one.
  std::string monitors;    ///< The same of the monitors.
  int toMonitors = 1;      ///< Moves of the switch from the one to the other;
  int toHeadphones = 1;    ///< and back.
  std::vector<chain::DeviceId> monitorDevices;
  const profiles::Control* knob = nullptr;  ///< The volume that acts on both; null if unknown.
};

/// The first such device at the desk, with headphones and monitors plugged in.
[[nodiscard]] std::optional<MonitorSwitch> monitorSwitchOf(const chain::Desk& desk);

}  // namespace linecheck::setup
