#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "chain/device.h"
#include "profiles/profile.h"
#include "support/chain/ground_fixtures.h"

namespace linecheck::chain::testing {

using profiles::VolumeTechnology;

/// Gives a made-up device a volume control that acts on these ports; on all without any.
inline void addVolume(GroundDesk& desk, const std::string& device, const std::string& id,
                      VolumeTechnology technology, std::vector<std::string> ports = {}) {
  profiles::Control control;
  control.id = id;
  control.name = "Volume of " + device;
  control.ports = std::move(ports);
  control.action = profiles::Volume{technology, {}, {}, {}};
  desk.profiles.at(device).controls.push_back(std::move(control));
}

inline Device& deviceOf(GroundDesk& desk, const std::string& id) {
  for (Device& device : desk.chain.devices) {
    if (device.id.text() == id) return device;
  }
  return desk.chain.devices.at(desk.chain.devices.size());  // Throws: the test is wrong.
}

/// What a computer plays through: "pc" by USB to "interface", by RCA to "amp", to "cans". The
/// interface has the digital volume "output", the amplifier the knob "knob"; nothing is set.
template <class DeskType>
DeskType headphoneDesk() {
  DeskType desk;
  desk.device("pc", kClassI, Kind::computer);
  desk.device("interface", kUsbPowered, Kind::audioInterface);
  desk.device("amp", kClassII, Kind::headphoneAmplifier);
  desk.device("cans", kPassive, Kind::headphones);
  desk.usb("usb", "pc", "interface");
  desk.rca("line", "interface", "amp");
  desk.rca("phones", "amp", "cans");
  addVolume(desk, "pc", "system", VolumeTechnology::digital);
  addVolume(desk, "interface", "output", VolumeTechnology::digital);
  addVolume(desk, "amp", "knob", VolumeTechnology::potentiometer);
  return desk;
}

/// Tells how the computer "pc" plays.
inline void play(GroundDesk& desk, OperatingSystem system, std::optional<AudioPath> path,
                 std::optional<double> volume) {
  deviceOf(desk, "pc").computer = ComputerState{system, path, {}, volume};
}

}  // namespace linecheck::chain::testing
