#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "chain/grounds.h"
#include "chain/situation.h"
#include "diagnosis/suspect_way.h"
#include "units/quantity.h"

namespace linecheck::diagnosis {

/// A loop as the desk stands.
struct StandingLoop {
  std::set<std::string> parts;  ///< Its cables, devices and other leads; no power points.
  chain::LoopDrive drive = chain::LoopDrive::noEarth;
  Ohms resistance;                      ///< All the way round.
  std::vector<chain::CableId> shields;  ///< Of audio cables.
};

/// A desk in a situation, with all that decides how much of a noise arrives at the listening point.
class Stand {
 public:
  Stand(const chain::Situation& situation, const chain::ProfileLookup& lookup,
        const ListeningPoint& at);

  [[nodiscard]] const chain::Situation& situation() const { return situation_; }
  [[nodiscard]] const chain::Desk& desk() const { return desk_; }
  [[nodiscard]] const ListeningPoint& listeningPoint() const { return at_; }
  [[nodiscard]] const SoundWay& way() const { return way_; }
  /// Nodes and links without loops, of what conducts.
  [[nodiscard]] const chain::GroundPlan& grounds() const { return grounds_; }
  [[nodiscard]] const std::vector<StandingLoop>& loops() const { return loops_; }

  /// A cable is a balanced line.
  [[nodiscard]] bool isBalanced(const chain::Cable& cable) const;

 private:
  [[nodiscard]] StandingLoop describe(const std::vector<std::size_t>& links) const;

  chain::Situation situation_;
  ListeningPoint at_;
  chain::Desk desk_;
  SoundWay way_;
  chain::GroundPlan grounds_;
  std::vector<StandingLoop> loops_;
};

/// The resistance of a cable's shield with its two contacts: 20 mΩ a metre and 10 mΩ each; 1 m
/// where nobody has told.
[[nodiscard]] Ohms shieldResistance(const chain::Cable& cable);

}  // namespace linecheck::diagnosis
