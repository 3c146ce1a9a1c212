#pragma once

#include <QPointF>
#include <QString>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "canvas/card_geometry.h"
#include "canvas/chain_view.h"
#include "chain/desk.h"

namespace linecheck::ui {

/// A desk as it is drawn. Indices refer to the lists here; ids are those of the chain's parts.
struct DeskView {
  struct Card {
    std::string id;
    CardView view;
    std::vector<QString> leads;          ///< Antenna and network leads, as chips under the card.
    std::optional<QPointF> chosenPlace;  ///< Where the user has put it.
  };
  struct CableEnd {
    std::size_t card = 0;
    card::ConnectorRef connector;
  };
  struct Cable {
    std::string id;
    CableEnd from;
    CableEnd to;
    QString label;  ///< "RCA": what stands beside it.
    QString about;  ///< "From Line Out of Zen Go to Line in of L30 II. RCA, unbalanced".
    Role carries = Role::quietText;
  };
  struct PowerPoint {
    std::string id;
    QString name;
    QString kind;  ///< Empty where the name says it.
    bool hasInlet = false;
  };
  struct PowerLead {
    std::string id;
    std::size_t from = 0;  ///< A power point.
    std::size_t to = 0;    ///< A card, or a power point.
    bool isToCard = true;
    QString about;
  };

  std::vector<Card> cards;
  std::vector<Cable> cables;
  std::vector<PowerPoint> powerPoints;
  std::vector<PowerLead> powerLeads;
};

/// Everything on the desk that can be drawn, with its switches as they stand. A device without a
/// known profile has the connectors that cables are plugged into.
[[nodiscard]] DeskView viewOf(const chain::Desk& desk);

/// What the signal in a cable is, for its colour.
[[nodiscard]] Role cableRole(const chain::Desk& desk, const chain::Cable& cable);

/// "RCA, unbalanced, 2 m".
[[nodiscard]] QString cableDescription(const chain::Desk& desk, const chain::Cable& cable);

}  // namespace linecheck::ui
