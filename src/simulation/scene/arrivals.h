#pragma once

#include <vector>

#include "chain/place.h"
#include "simulation/noise_source.h"
#include "simulation/scene/listening_way.h"
#include "simulation/scene/scene_grounds.h"
#include "simulation/scene/standing.h"

namespace linecheck::simulation {

/// What one origin of a noise brings to where it is listened, if it is as bad as is usual.
struct Arrival {
  NoiseKind cause = NoiseKind::groundLoop;
  /// The origin: a cable, a device, what drives a loop; the whole desk for what comes from the
  /// mains or the air.
  chain::Place where;
  Volts volts;  ///< RMS; 0 where nothing arrives.

  bool operator==(const Arrival&) const = default;
};

using Arrivals = std::vector<Arrival>;

/// A desk in a situation, heard at one output.
struct SceneView {
  const Standing& standing;
  const ListeningWay& way;
  const SceneGrounds& grounds;

  /// By how much less a cable hears what its two ends do not have in common: 1 if unbalanced, the
  /// receiver's common-mode rejection if balanced.
  [[nodiscard]] double sensitivity(const chain::Cable& cable) const;
  /// What arrives of a voltage per cable; cables into one device carry its channels, of which the
  /// louder counts.
  [[nodiscard]] double heard(const SceneGrounds::Shields& volts) const;
};

/// All origins there are at the desk, with what arrives from each.
[[nodiscard]] Arrivals arrivalsAt(const SceneView& view);

// Its parts.
void addLoops(const SceneView& view, Arrivals& arrivals);
void addLeakage(const SceneView& view, Arrivals& arrivals);
void addCables(const SceneView& view, Arrivals& arrivals);
void addSupplies(const SceneView& view, Arrivals& arrivals);
void addComputers(const SceneView& view, Arrivals& arrivals);
void addStages(const SceneView& view, Arrivals& arrivals);

}  // namespace linecheck::simulation
