#pragma once

#include <map>
#include <optional>
#include <vector>

#include "chain/grounds.h"
#include "simulation/scene/ground_network.h"
#include "simulation/scene/standing.h"

namespace linecheck::simulation {

/// The grounds of a desk in a situation as a network: a shield is 20 mΩ/m and 10 mΩ for each plug,
/// an earth conductor 40 mΩ, that from an outlet to the house's terminal 300 mΩ, each by some
/// decibels more or less.
class SceneGrounds {
 public:
  /// A place whose voltage drives current around the loops that run through it.
  struct Drive {
    chain::Place where;  ///< Of a power lead, an outlet, a ground lead or a cable.
    /// Its median, RMS. It grows with the distance of the points that it lies between: from a
    /// device to its strip 0.3 mV, from there to the outlet 1.5 mV, from one circuit of the house
    /// to another 12 mV, to an antenna or network 40 mV; along a shield, by induction, 50 µV/m.
    Volts typical;
    std::vector<std::size_t> branches;
  };
  /// By cable: what appears along the shield of an analogue cable, per volt or ampere that drives.
  using Shields = std::map<chain::CableId, double>;

  explicit SceneGrounds(const Standing& standing);

  [[nodiscard]] const std::vector<Drive>& drives() const { return drives_; }
  /// Ohms between which the cable's shield drops; 0 if it joins nothing.
  [[nodiscard]] Ohms shield(const chain::CableId& cable) const;

  [[nodiscard]] Shields shieldsPerVolt(const Drive& drive) const;
  /// If the mains pushes 1 A through the filter capacitors into the device's chassis.
  [[nodiscard]] Shields shieldsPerAmpere(const chain::DeviceId& device) const;
  /// Devices with a mains supply whose chassis nothing joins to a working earth by its own plug.
  [[nodiscard]] const std::vector<chain::DeviceId>& leaking() const { return leaking_; }

 private:
  struct Cable {
    chain::CableId id;
    std::size_t branch = 0;
    double ohms = 0.0;  ///< Of the wire alone, without an isolator in it.
  };

  void addLinks(const std::vector<chain::GroundLink>& links);
  void addLeaks(const std::vector<chain::GroundLink>& links);
  void addCircuits();
  void addDrive(const chain::Place& where, Volts typical, std::vector<std::size_t> branches);
  [[nodiscard]] std::optional<double> ohmsOf(const chain::GroundLink& link) const;
  [[nodiscard]] Shields along(const std::vector<double>& currents) const;
  [[nodiscard]] const GroundNetwork& network() const { return *network_; }

  const Standing& standing_;
  std::vector<chain::GroundNode> nodes_;  ///< Node 0 is the building.
  std::vector<GroundNetwork::Branch> branches_;
  std::vector<Cable> shields_;
  std::vector<Drive> drives_;
  std::map<chain::PowerPointId, std::size_t> circuits_;  ///< By outlet.
  std::map<chain::DeviceId, std::size_t> chassis_;
  std::vector<chain::DeviceId> leaking_;
  std::optional<GroundNetwork> network_;
};

}  // namespace linecheck::simulation
