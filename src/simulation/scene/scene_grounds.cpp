#include "simulation/scene/scene_grounds.h"

#include <algorithm>
#include <numbers>
#include <set>

#include "chain/ground_graph.h"

namespace linecheck::simulation {
namespace {

using chain::DummyPlug;
using chain::GroundLink;
using chain::GroundNode;
using chain::Place;

constexpr double kShieldPerMetre = 0.020;
constexpr double kUsbPerMetre = 0.030;  // Shield and ground wire together.
constexpr double kPlugs = 0.020;
constexpr double kInside = 0.005;
constexpr double kEarthLead = 0.040;
constexpr double kCircuit = 0.300;
constexpr double kOutside = 0.500;
constexpr Decibels kResistanceSpread = Decibels::of(2.0);

constexpr Volts kDeviceDrive = Volts::ofMilli(0.3);
constexpr Volts kStripDrive = Volts::ofMilli(1.5);
constexpr Volts kCircuitDrive = Volts::ofMilli(12.0);
constexpr Volts kOutsideDrive = Volts::ofMilli(40.0);
constexpr Volts kInducedPerMetre = Volts::ofMicro(50.0);

// Against the round of a usual loop, so that about this much less current flows.
constexpr double kUsualLoop = 0.2;
constexpr Decibels kWorstIsolator = Decibels::of(40.0);
constexpr Decibels kBestIsolator = Decibels::of(60.0);

// The filter capacitors of a supply.
constexpr double kFilterFarads = 2.2e-9;

/// Whether a plug in the shield's way leaves it joined.
bool isShieldJoined(const std::optional<DummyPlug>& dummy) {
  return !dummy || *dummy == DummyPlug::betweenCableAndB || *dummy == DummyPlug::betweenCableAndA;
}

}  // namespace

SceneGrounds::SceneGrounds(const Standing& standing) : standing_(standing) {
  chain::GroundGraph graph = chain::buildGroundGraph(standing.desk);
  nodes_ = std::move(graph.nodes);
  // The building is the reference, so it changes places with the first.
  const auto building = std::find_if(nodes_.begin(), nodes_.end(), [](const GroundNode& node) {
    return node.kind == GroundNode::Kind::building;
  });
  const auto at = static_cast<std::size_t>(building - nodes_.begin());
  std::swap(nodes_.front(), nodes_[at]);
  for (GroundLink& link : graph.links) {
    for (std::size_t* end : {&link.from, &link.to}) *end = *end == 0 ? at : *end == at ? 0 : *end;
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].kind == GroundNode::Kind::chassis) {
      chassis_[chain::DeviceId(nodes_[i].place.part)] = i;
    }
  }
  addLinks(graph.links);
  addCircuits();
  addLeaks(graph.links);
  network_.emplace(nodes_.size(), branches_);
}

std::optional<double> SceneGrounds::ohmsOf(const GroundLink& link) const {
  const double spread =
      standing_.draws.spread("ohms " + link.place.text(), kResistanceSpread).amplitudeRatio();
  switch (link.kind) {
    case GroundLink::Kind::internal:
      return kInside;
    case GroundLink::Kind::protectiveEarth:
      return kEarthLead * spread;
    case GroundLink::Kind::circuit:
      return kCircuit * spread;
    case GroundLink::Kind::outside:
      return kOutside * spread;
    case GroundLink::Kind::unbalancedShield:
    case GroundLink::Kind::balancedShield:
    case GroundLink::Kind::digitalShield:
    case GroundLink::Kind::usbShield:
      break;
  }
  const chain::Cable* cable = standing_.desk.cable(chain::CableId(link.place.part));
  if (!cable || !isShieldJoined(standing_.dummy(cable->id))) return std::nullopt;
  const double perMetre = link.kind == GroundLink::Kind::usbShield ? kUsbPerMetre : kShieldPerMetre;
  // The wire is as long as it is; it is the plugs that are worn or not.
  return perMetre * lengthOf(*cable).value() + kPlugs * spread;
}

void SceneGrounds::addLinks(const std::vector<GroundLink>& links) {
  for (const GroundLink& link : links) {
    const auto ohms = ohmsOf(link);
    if (!ohms) continue;
    const std::size_t branch = branches_.size();
    double inLoop = *ohms;
    const chain::Cable* cable = standing_.desk.cable(chain::CableId(link.place.part));
    if (cable && standing_.situation.isolated.contains(cable->id)) {
      inLoop +=
          kUsualLoop *
          standing_.draws.between("isolator " + cable->id.text(), kWorstIsolator, kBestIsolator)
              .amplitudeRatio();
    }
    branches_.push_back({link.from, link.to, Ohms::of(inLoop)});
    switch (link.kind) {
      case GroundLink::Kind::internal:
        break;
      case GroundLink::Kind::protectiveEarth: {
        const bool isOfDevice = nodes_[link.from].kind == GroundNode::Kind::chassis;
        addDrive(link.place, isOfDevice ? kDeviceDrive : kStripDrive, {branch});
        break;
      }
      case GroundLink::Kind::circuit:
        circuits_[chain::PowerPointId(link.place.part)] = branch;
        break;
      case GroundLink::Kind::outside:
        // The lead has two links, one on either side of what it brings in.
        if (nodes_[link.to].kind == GroundNode::Kind::outside) {
          addDrive(link.place, kOutsideDrive, {branch});
        }
        break;
      case GroundLink::Kind::unbalancedShield:
      case GroundLink::Kind::balancedShield:
        if (cable) shields_.push_back({cable->id, branch, *ohms});
        [[fallthrough]];
      case GroundLink::Kind::digitalShield:
      case GroundLink::Kind::usbShield:
        if (cable) {
          addDrive(link.place, kInducedPerMetre * lengthOf(*cable).value(), {branch});
        }
        break;
    }
  }
}

// Outlets of one circuit share its voltage, and differ by what lies between them.
void SceneGrounds::addCircuits() {
  std::map<std::string, std::vector<chain::PowerPointId>> named;
  for (const auto& [outlet, branch] : circuits_) {
    const std::string& name = standing_.desk.powerPoint(outlet)->circuit;
    if (name.empty()) {
      addDrive(Place(outlet), kCircuitDrive, {branch});
    } else {
      addDrive(Place(outlet), kStripDrive, {branch});
      named[name].push_back(outlet);
    }
  }
  for (const auto& [name, outlets] : named) {
    std::vector<std::size_t> branches;
    for (const auto& outlet : outlets) branches.push_back(circuits_.at(outlet));
    addDrive(Place(outlets.front(), "circuit"), kCircuitDrive, std::move(branches));
  }
}

void SceneGrounds::addLeaks(const std::vector<GroundLink>& links) {
  std::set<std::size_t> earthed;  // Power points that a working earth reaches.
  for (bool isMore = true; isMore;) {
    isMore = false;
    for (const GroundLink& link : links) {
      const bool isEarth = link.kind == GroundLink::Kind::circuit ||
                           (link.kind == GroundLink::Kind::protectiveEarth &&
                            nodes_[link.from].kind == GroundNode::Kind::earth);
      if (!isEarth) continue;
      if (link.to == 0 || earthed.contains(link.to)) {
        isMore = earthed.insert(link.from).second || isMore;
      }
    }
  }
  for (const auto& [device, chassis] : chassis_) {
    if (!standing_.isOnMains(device)) continue;
    const std::size_t node = chassis;
    const bool isEarthed = std::any_of(links.begin(), links.end(), [&](const GroundLink& link) {
      return link.kind == GroundLink::Kind::protectiveEarth && link.from == node &&
             earthed.contains(link.to);
    });
    if (isEarthed) continue;
    leaking_.push_back(device);
    const double omega = 2.0 * std::numbers::pi * standing_.desk.chain().mains.frequency.value();
    branches_.push_back({chassis, 0, Ohms::of(1.0 / (omega * kFilterFarads))});
  }
}

void SceneGrounds::addDrive(const Place& where, Volts typical, std::vector<std::size_t> branches) {
  drives_.push_back({where, typical, std::move(branches)});
}

Ohms SceneGrounds::shield(const chain::CableId& cable) const {
  for (const Cable& shield : shields_) {
    if (shield.id == cable) return Ohms::of(shield.ohms);
  }
  return {};
}

SceneGrounds::Shields SceneGrounds::along(const std::vector<double>& currents) const {
  Shields voltages;
  for (const Cable& shield : shields_) {
    voltages[shield.id] = currents[shield.branch] * shield.ohms;
  }
  return voltages;
}

SceneGrounds::Shields SceneGrounds::shieldsPerVolt(const Drive& drive) const {
  return along(network().currentsPerVolt(drive.branches));
}

SceneGrounds::Shields SceneGrounds::shieldsPerAmpere(const chain::DeviceId& device) const {
  const auto chassis = chassis_.find(device);
  return chassis == chassis_.end() ? Shields{}
                                   : along(network().currentsPerAmpere(chassis->second));
}

}  // namespace linecheck::simulation
