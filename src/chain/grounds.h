#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "chain/fix.h"
#include "chain/place.h"
#include "units/decibels.h"
#include "units/interval.h"

namespace linecheck::chain {

/// A piece of metal at one potential.
struct GroundNode {
  enum class Kind {
    signal,    ///< A device's signal ground.
    chassis,   ///< A device's case.
    earth,     ///< The earth contacts of a power point.
    building,  ///< The earth terminal of the house.
    outside,   ///< What an antenna or network lead brings in.
  };
  Kind kind = Kind::signal;
  Place place;  ///< The device, power point or ground lead; empty for the building.

  bool operator==(const GroundNode&) const = default;
};

/// A conductor between two nodes.
struct GroundLink {
  enum class Kind {
    internal,          ///< Inside a device, or between a computer and what is built into it.
    unbalancedShield,  ///< Also the return of the signal.
    balancedShield,
    digitalShield,  ///< Of a coaxial digital cable.
    usbShield,      ///< With the ground of the USB power.
    protectiveEarth,
    circuit,  ///< From an outlet to the earth terminal of the house.
    outside,  ///< An antenna or network lead.
  };
  Kind kind = Kind::internal;
  std::size_t from = 0;  ///< Index of a node.
  std::size_t to = 0;
  Place place;  ///< The cable, lead or device that it is.

  bool operator==(const GroundLink&) const = default;
};

/// How far apart the two points lie at which a loop meets the earth, and with that how much drives
/// it: each step drives more than the one before.
enum class LoopDrive {
  noEarth,
  sameStrip,    ///< At one power point, or at points that hang on one strip.
  sameCircuit,  ///< At one outlet by different ways, or at outlets of one named circuit.
  differentCircuits,
  outside,  ///< By an antenna or network lead.
};

/// A way for current to flow in a circle through the shield of an audio cable.
struct GroundLoop {
  std::vector<std::size_t> links;  ///< In order around the loop, beginning with an audio shield.
  /// The devices, power points and ground leads on the way, in the same order.
  std::vector<Place> path;
  std::vector<CableId> shields;  ///< The audio cables that it runs through.
  LoopDrive drive = LoopDrive::noEarth;
  /// Whether it runs through the signal's own return: the shield of an unbalanced audio cable.
  bool isAudible = false;
  /// How much weaker it is heard, where it runs through balanced cables only: the common-mode
  /// rejection of the receiver that has the least. Empty if that of any is unknown.
  std::optional<Interval<Decibels>> attenuation;
  std::vector<Fix> fixes;  ///< The cheapest first. Never one that opens a protective earth.
};

/// All grounds of a desk. A device's signal ground and chassis are joined unless a ground lift
/// parts them; its chassis is on the earth contact of what feeds it if it is class I, on its host's
/// ground if that feeds it, and on nothing if it is class II, fed by a battery or passive. Where
/// the class is unknown or a mere estimate, an earth contact in the mains plug counts as class I; a
/// plug without one joins nothing whatever the class. An earth that nobody has looked at counts as
/// working.
struct GroundPlan {
  std::vector<GroundNode> nodes;
  std::vector<GroundLink> links;
  /// Every loop through at least one audio shield that no shorter loop cuts across, each once. What
  /// internal links join counts as one piece of metal here; a loop is then a circle over two or
  /// more different pieces, without a link between two that are not neighbours in it. Of parallel
  /// links each gives a loop of its own, and every two of them one. The shortest first, by the
  /// number of links that are not internal, then by the links' order in the list.
  std::vector<GroundLoop> loops;
  /// False if there are too many loops to list; those listed are the shortest.
  bool isComplete = true;
  /// Devices whose protective class nobody knows. They count as not earthed, so that there may be
  /// more loops than are listed.
  std::vector<DeviceId> unknownClass;
};

[[nodiscard]] GroundPlan planGrounds(const Desk& desk);

}  // namespace linecheck::chain
