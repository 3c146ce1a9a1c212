#pragma once

#include <QString>
#include <cstddef>
#include <optional>
#include <vector>

#include "theme/palette.h"

namespace linecheck::ui {

/// How a connector looks from the front.
enum class ConnectorShape {
  usb,
  rca,
  jack635,
  jack35,
  jack44,
  xlr,
  xlr4,
  combo,
  optical,
  wire,
  other
};

/// A connector on the edge of a card.
struct ConnectorView {
  QString id;
  QString label;  ///< As on the device's panel.
  QString type;   ///< "RCA", "6.35 mm TRS", …, spelt out for tooltips and screen readers.
  ConnectorShape shape = ConnectorShape::other;
  Role carries = Role::quietText;
  bool inUse = false;

  bool operator==(const ConnectorView&) const = default;
};

/// A switch or knob on a card.
struct ControlView {
  QString id;
  QString label;
  std::vector<QString> positions;  ///< Of a switch; empty for a knob.
  std::optional<int> stands;       ///< Which position; empty where nobody has told.
  std::optional<double> travel;    ///< Of a knob: 0…1, where that is known.
  QString reading;                 ///< Of a knob: "+12.0 dB"; empty where nobody has told.

  bool operator==(const ControlView&) const = default;
};

/// A device on the strip.
struct CardView {
  QString id;
  QString maker;
  QString model;
  QString kind;                           ///< "Audio interface", "Headphones", …
  std::vector<ConnectorView> upstream;    ///< On the left edge, towards the computer.
  std::vector<ConnectorView> downstream;  ///< On the right edge, towards the ears.
  std::vector<ControlView> controls = {};
  bool hasInlet = false;  ///< For mains, at the lower edge.

  bool operator==(const CardView&) const = default;
};

/// The cable from card i to card i + 1.
struct CableView {
  std::size_t fromConnector = 0;  ///< Among the left card's downstream connectors.
  std::size_t toConnector = 0;    ///< Among the right card's upstream connectors.
  QString label;                  ///< "RCA, unbalanced".
  Role carries = Role::quietText;
  QString id = {};  ///< Of the chain's cable; empty in a picture without a chain.

  bool operator==(const CableView&) const = default;
};

/// A chain as it is drawn: cards in signal order and the cables between neighbours.
struct ChainView {
  std::vector<CardView> cards;
  std::vector<CableView> cables;  ///< One less than cards.

  bool operator==(const ChainView&) const = default;
};

}  // namespace linecheck::ui
