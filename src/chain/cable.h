#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "chain/id.h"
#include "profiles/port.h"
#include "units/quantity.h"

namespace linecheck::chain {

/// A place to plug in.
struct Socket {
  DeviceId device;
  std::string port;  ///< Id of the port in the device's profile.
  /// Which one of the port's sockets, from 0 (left); empty: all of them, as a stereo cable does.
  std::optional<int> index;

  auto operator<=>(const Socket&) const = default;
};

/// What a cable is built for.
enum class CableKind {
  analogue,   ///< Line, instrument or microphone.
  headphone,  ///< Also the headphones' own cable.
  loudspeaker,
  usb,
  coaxial75,   ///< 75 Ω, for S/PDIF and AES3id.
  twisted110,  ///< 110 Ω, for AES3.
  optical,
};

/// How an adapter to XLR treats the cold pin.
enum class Pin3 {
  unknown,
  joinedToGround,  ///< Tied to pin 1, as an unbalanced signal needs it.
  floating,        ///< Left open.
};

/// A plug that makes another plug of the cable's end.
struct Adapter {
  profiles::Connector from = profiles::Connector::unknown;  ///< Takes the cable's plug.
  profiles::Connector to = profiles::Connector::unknown;    ///< Goes on towards the device.
  Pin3 pin3 = Pin3::unknown;                                ///< Of adapters to XLR.

  bool operator==(const Adapter&) const = default;
};

struct CableEnd {
  Socket socket;
  /// The plug on the cable itself; empty: the one that fits, as far as anyone knows.
  std::optional<profiles::Connector> plug;
  std::vector<Adapter> adapters;  ///< From the cable towards the device.
  /// False where the shield of a balanced cable is left open at this end.
  bool isShieldJoined = true;

  bool operator==(const CableEnd&) const = default;
};

/// What a cable lies beside, close enough to pick something up.
enum class Neighbour {
  graphicsCard,
  powerCable,
  plugInSupply,  ///< A mains adapter ("wall wart") or another transformer.
};

/// One cable, or the pair of left and right. The signal goes from `from` to `to`.
struct Cable {
  CableId id;
  CableKind kind = CableKind::analogue;
  CableEnd from;
  CableEnd to;
  /// Whether an analogue cable has two cores inside its shield; empty: as its plugs suggest.
  std::optional<bool> isBalanced;
  bool isStarQuad = false;
  std::optional<Metres> length;
  std::set<Neighbour> beside;

  bool operator==(const Cable&) const = default;
};

}  // namespace linecheck::chain
