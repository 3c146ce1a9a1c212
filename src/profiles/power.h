#pragma once

#include <optional>

#include "profiles/figure.h"
#include "units/quantity.h"

namespace linecheck::profiles {

enum class Supply {
  externalAdapter,
  internalMains,
  usbBus,
  host,  ///< The machine that it is built into.
  battery,
  passive,
};

enum class CurrentKind { ac, dc };

/// How the device's chassis stands to the protective earth.
enum class ProtectiveClass {
  classI,   ///< Tied to it.
  classII,  ///< Floats, and leaks through a few nanofarads.
  host,     ///< The ground of the computer that feeds it.
  battery,  ///< None at all.
};

struct Adapter {
  CurrentKind current = CurrentKind::dc;
  Figure<Volts> voltage;  ///< RMS if AC.

  bool operator==(const Adapter&) const = default;
};

/// How a device is fed. What no source tells is empty; above all the protective class is never
/// guessed from the shape of the box.
struct Power {
  Supply supply = Supply::passive;
  Claim claim;
  std::optional<Adapter> adapter;
  std::optional<Figure<Volts>> mainsVoltage;
  std::optional<Figure<Watts>> consumption;
  /// That the supply has active power factor correction, which not every UPS can feed.
  std::optional<Claim> activePfc;
  /// That the mains plug, the adapter's if there is one, has an earth contact. What hangs on that
  /// contact is for `protection` to say.
  std::optional<Claim> earthedPlug;

  struct Protection {
    ProtectiveClass protectiveClass = ProtectiveClass::classI;
    Claim claim;

    bool operator==(const Protection&) const = default;
  };
  std::optional<Protection> protection;

  bool operator==(const Power&) const = default;
};

}  // namespace linecheck::profiles
