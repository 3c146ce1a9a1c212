#pragma once

#include <optional>
#include <string>
#include <vector>

#include "profiles/figure.h"
#include "profiles/figures.h"

namespace linecheck::profiles {

enum class Direction { in, out, both };

/// What the socket takes, named after the plug.
enum class Connector {
  unknown,
  jack35Trs,
  jack35Trrs,
  jack635Ts,
  jack635Trs,
  rca,
  xlr3,
  xlr4,
  pentaconn44,
  comboXlrTrs,
  usbA,
  usbB,
  usbC,
  toslink,
  bnc,
  bindingPost,
  speakon,
  iecC5,
  iecC7,
  iecC13,
  barrel,
};

enum class Signal {
  line,
  headphone,
  mic,
  instrument,
  loudspeaker,
  digitalUsb,
  digitalSpdif,
  digitalAdat,
  digitalAes3,
  mains,
  supply,  ///< Low voltage from an adapter.
  trigger,
};

/// What a balanced input does with its two signal contacts.
enum class Receiver {
  differential,  ///< Takes their difference.
  singleEnded,   ///< Hears only the hot one: what the two have in common comes through.
};

/// Where on the device.
enum class Panel { front, rear, top, left, right };

/// The power that an output gives at the limit of its rating.
struct LoadPower {
  Ohms load;
  std::string condition;  ///< "bridged", …; may be empty.
  Figure<Watts> power;

  bool operator==(const LoadPower&) const = default;
};

/// One socket, or the pair that carries left and right.
struct Port {
  std::string id;
  std::string name;  ///< As printed on the device, or what one would call it.
  Direction direction = Direction::in;
  Connector connector = Connector::unknown;
  int sockets = 1;   ///< On the device: 2 for a pair of RCA.
  int channels = 0;  ///< Of audio; 0 for a supply, or where the number is not fixed.
  std::optional<bool> balanced;
  std::optional<Receiver> receiver;  ///< Of a balanced input.
  /// Of a balanced input: how much less it hears what both contacts carry, at mains frequencies.
  std::optional<Figure<Decibels>> commonModeRejection;
  std::vector<Signal> signals;  ///< At least one; several where it can be switched.
  std::optional<Panel> panel;
  /// Of an output: its source impedance. Of an input: its load on the source.
  std::optional<Figure<Ohms>> impedance;
  /// Of an output: the open-circuit level of the greatest sine. Of an input: the greatest sine
  /// that it takes.
  std::optional<Figure<DecibelsU>> maximumLevel;
  /// RMS at an output without signal.
  std::optional<Figure<Volts>> noise;
  std::vector<LoadPower> powerInto;
  Figures figures;
  Claim claim;  ///< That there is this port.

  bool operator==(const Port&) const = default;
};

}  // namespace linecheck::profiles
