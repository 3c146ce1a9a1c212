#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <variant>
#include <vector>

#include "canvas/chain_view.h"
#include "chain/desk.h"
#include "setup/state.h"

namespace linecheck::ui {

/// Both ends of a cable, as one holds it in front of the sockets.
struct CableCloseUp {
  struct End {
    QString device;
    QString socket;        ///< As on the device's panel.
    QString plug;          ///< "RCA": what the cable has, or needs, there.
    QStringList adapters;  ///< From the plug on, towards the socket.
    ConnectorShape shape = ConnectorShape::other;
  };
  End from;
  End to;
  QString about;   ///< "unbalanced, 1 m"
  QString number;  ///< "Cable 2 of 5"
  Role carries = Role::quietText;
};

/// Devices in the order in which they are switched.
struct OrderCloseUp {
  struct Stop {
    QString name;
    bool isDone = false;
    bool isHere = false;
  };
  std::vector<Stop> stops;
};

/// A switch with the position that it should have.
struct SwitchCloseUp {
  ControlView control;
  int wanted = 0;
};

/// A knob or a slider with the part of its travel where it should stand.
struct DialCloseUp {
  bool isSlider = false;
  std::optional<double> stands;  ///< 0…1
  double least = 0.0;            ///< 0…1
  double most = 0.0;             ///< 0…1; as `least` for one place.
  QString wanted;                ///< "20.0 dBu"
  QString now;                   ///< How it stands, where that is another; else empty.
  bool isTold = false;           ///< `wanted` stands large beside it already.
};

/// What an adapter gives, and what another one in its place gives.
struct AdapterCloseUp {
  bool isAc = false;
  QString inUse;  ///< "12 V DC", where that is the wrong one; else empty.
  bool isUsedAc = false;
};

using CloseUpView = std::variant<std::monostate, CableCloseUp, OrderCloseUp, SwitchCloseUp,
                                 DialCloseUp, AdapterCloseUp>;

/// What an item is about, taken from the desk; nothing where the desk's own drawing says it all.
[[nodiscard]] CloseUpView closeUpOf(const chain::Desk& desk, const setup::StepState& step,
                                    const setup::ItemState& item, const setup::Readings& readings);
/// The same in words, for screen readers.
[[nodiscard]] QString closeUpText(const CloseUpView& view);

}  // namespace linecheck::ui
