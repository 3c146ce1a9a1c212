#include "diagnosis/suspect_stand.h"

#include <algorithm>

#include "chain/cable_shield.h"
#include "chain/ground_graph.h"
#include "chain/ground_loops.h"
#include "chain/loop_drive.h"

namespace linecheck::diagnosis {
namespace {

using chain::GroundLink;
using chain::GroundNode;

constexpr Ohms kShieldPerMetre = Ohms::of(0.02);
constexpr Ohms kTwoContacts = Ohms::of(0.02);
constexpr Metres kUsualLength = Metres::of(1.0);
/// An earth conductor of a mains lead with its contacts, and the wiring of the house.
constexpr Ohms kEarthLead = Ohms::of(0.15);
constexpr Ohms kHouseWiring = Ohms::of(0.4);
constexpr Ohms kOutside = Ohms::of(1.0);

/// The chain without the cables whose shield is parted.
chain::Chain conducting(const chain::Situation& situation) {
  chain::Chain chain = situation.chain;
  std::erase_if(chain.cables,
                [&](const chain::Cable& cable) { return !isShieldWhole(situation, cable.id); });
  return chain;
}

chain::GroundPlan groundsOf(const chain::Situation& situation, const chain::ProfileLookup& lookup) {
  const chain::Desk desk(conducting(situation), lookup);
  chain::GroundGraph graph = chain::buildGroundGraph(desk);
  chain::GroundPlan plan;
  plan.nodes = std::move(graph.nodes);
  plan.links = std::move(graph.links);
  plan.unknownClass = std::move(graph.unknownClass);
  return plan;
}

bool isPart(const GroundNode& node) {
  return node.kind == GroundNode::Kind::signal || node.kind == GroundNode::Kind::chassis ||
         node.kind == GroundNode::Kind::outside;
}

}  // namespace

Ohms shieldResistance(const chain::Cable& cable) {
  const Metres length = cable.length.value_or(kUsualLength);
  return Ohms::of(kTwoContacts.value() + kShieldPerMetre.value() * length.value());
}

Stand::Stand(const chain::Situation& situation, const chain::ProfileLookup& lookup,
             const ListeningPoint& at)
    : situation_(situation),
      at_(at),
      desk_(situation_.chain, lookup),
      way_(desk_, situation_, at_),
      grounds_(groundsOf(situation_, lookup)) {
  const chain::FoundLoops found = chain::findLoops(grounds_.nodes.size(), grounds_.links);
  for (const auto& links : found.loops) loops_.push_back(describe(links));
}

bool Stand::isBalanced(const chain::Cable& cable) const {
  return chain::balanceOf(desk_, cable).value_or(cable.isBalanced == true);
}

StandingLoop Stand::describe(const std::vector<std::size_t>& links) const {
  StandingLoop loop;
  double ohms = 0.0;
  for (const std::size_t index : links) {
    const GroundLink& link = grounds_.links[index];
    switch (link.kind) {
      case GroundLink::Kind::unbalancedShield:
      case GroundLink::Kind::balancedShield:
        loop.shields.emplace_back(link.place.part);
        [[fallthrough]];
      case GroundLink::Kind::digitalShield:
      case GroundLink::Kind::usbShield:
        loop.parts.insert(link.place.part);
        if (const auto* cable = desk_.cable(chain::CableId(link.place.part))) {
          ohms += shieldResistance(*cable).value();
        }
        break;
      case GroundLink::Kind::internal:
        break;
      case GroundLink::Kind::protectiveEarth:
        ohms += kEarthLead.value();
        break;
      case GroundLink::Kind::circuit:
        ohms += kHouseWiring.value();
        break;
      case GroundLink::Kind::outside:
        ohms += kOutside.value();
        break;
    }
  }
  for (const std::size_t node : chain::nodesOf(grounds_, links)) {
    if (isPart(grounds_.nodes[node])) loop.parts.insert(grounds_.nodes[node].place.part);
  }
  loop.drive = chain::driveOf(desk_, grounds_, chain::earthStretches(grounds_, links));
  loop.resistance = Ohms::of(ohms);
  return loop;
}

}  // namespace linecheck::diagnosis
