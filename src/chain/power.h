#pragma once

#include <optional>
#include <string>
#include <variant>

#include "chain/id.h"
#include "profiles/power.h"
#include "units/quantity.h"

namespace linecheck::chain {

enum class UpsTopology { standby, lineInteractive, online };

/// What a UPS gives while it runs on its battery.
enum class UpsWaveform { sine, stepped };

struct Ups {
  std::optional<UpsTopology> topology;
  std::optional<UpsWaveform> waveform;
  std::optional<VoltAmperes> apparentPower;  ///< Its rating in VA.
  std::optional<Watts> power;                ///< Its rating in W.

  bool operator==(const Ups&) const = default;
};

/// Something that mains plugs go into.
struct PowerPoint {
  enum class Kind { outlet, strip, conditioner, ups };

  PowerPointId id;
  Kind kind = Kind::outlet;
  std::string name;  ///< The user's name for it; may be empty.
  /// Of an outlet: the circuit of the house that it hangs on. Two outlets with the same text
  /// share one; an empty text is a circuit nobody has named, and other than each named one.
  std::string circuit;
  /// Whether its protective earth works. Of an outlet, or of a strip without an earth contact.
  std::optional<bool> isEarthed;
  Ups ups;  ///< Of a UPS.

  bool operator==(const PowerPoint&) const = default;
};

/// The adapter at the end of a power lead, where it was looked at.
struct AdapterInUse {
  std::optional<bool> isOriginal;  ///< The one that came with the device.
  std::optional<profiles::CurrentKind> current;
  std::optional<Volts> voltage;

  bool operator==(const AdapterInUse&) const = default;
};

/// From a power point to a device, or to the next power point.
struct PowerLead {
  PowerLeadId id;
  PowerPointId from;
  std::variant<DeviceId, PowerPointId> to;
  std::optional<AdapterInUse> adapter;

  bool operator==(const PowerLead&) const = default;
};

/// Another way from a device's chassis to the ground of the house.
struct GroundLead {
  enum class Kind { antenna, network };

  GroundLeadId id;
  Kind kind = Kind::antenna;
  DeviceId device;
  /// An antenna isolator, or a network cable without shield (UTP): nothing conducts.
  bool isIsolated = false;

  bool operator==(const GroundLead&) const = default;
};

/// The mains of the house.
struct Mains {
  Hertz frequency = Hertz::of(50.0);  ///< 50 or 60.
  Volts voltage = Volts::of(230.0);
  /// Whether the outlets have a protective earth that works.
  std::optional<bool> hasWorkingEarth;

  bool operator==(const Mains&) const = default;
};

}  // namespace linecheck::chain
