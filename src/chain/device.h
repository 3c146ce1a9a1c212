#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>

#include "chain/id.h"
#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::chain {

/// How far a knob is turned: 0 at its left stop, 1 at its right stop.
struct Travel {
  double fraction = 0.0;

  auto operator<=>(const Travel&) const = default;
};

/// The name of a step or position, as the device's profile has it.
struct Position {
  std::string name;

  auto operator<=>(const Position&) const = default;
};

/// How a control stands. Which alternative fits depends on the control (profiles/control.h): a
/// position for switches, decibels for a gain knob or a digital fader, dBu for an output trim,
/// travel (or decibels) for a volume knob.
using Setting = std::variant<Position, Decibels, DecibelsU, Travel>;

enum class OperatingSystem { windows, macos, linux };

/// The way that sound takes through the operating system.
enum class AudioPath {
  sharedMixer,  ///< The system mixer: Windows shared mode, CoreAudio, PipeWire, PulseAudio.
  exclusive,    ///< Past the mixer: exclusive WASAPI, ALSA hardware device.
  asio,         ///< The driver's own way past the mixer.
};

/// What a computer is set to. What nobody has told is empty.
struct ComputerState {
  std::optional<OperatingSystem> system;
  std::optional<AudioPath> path;
  /// A laptop without its charger: then the computer has no way to the protective earth.
  std::optional<bool> isOnBattery;
  std::optional<double> systemVolume;  ///< The slider, 0…1.

  bool operator==(const ComputerState&) const = default;
};

/// The digital format that a device runs at.
struct DigitalFormat {
  std::optional<Hertz> sampleRate;
  std::optional<int> bits;  ///< 8…64

  bool operator==(const DigitalFormat&) const = default;
};

/// Where a device stands, as far as it matters.
struct Placement {
  std::optional<DeviceId> onTopOf;  ///< It lies on this one and covers it.
  bool isEnclosed = false;          ///< In a niche or rack without air flow.

  bool operator==(const Placement&) const = default;
};

/// One device on the desk. What it is stands in the profile; here is what is particular to this
/// one. A pair of monitors, as one pair of sockets feeds them, may be one device.
struct Device {
  DeviceId id;
  std::string profile;  ///< Id of its profile. The library may lack it.
  std::string name;     ///< The user's own name for it; empty for the profile's.
  std::string serial;   ///< May be empty.
  /// By the control's id. A control that is not here stands where nobody knows.
  std::map<std::string, Setting> settings;
  std::optional<ComputerState> computer;  ///< Of computers only.
  DigitalFormat format;                   ///< Of digital devices.
  Placement placement;
  /// What somebody who looked says: whether its mains plug, or its adapter's, has an earth contact.
  std::optional<bool> hasEarthContact;

  bool operator==(const Device&) const = default;
};

}  // namespace linecheck::chain
