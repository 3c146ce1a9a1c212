#pragma once

#include "chain/desk.h"
#include "chain/situation.h"
#include "simulation/scene/draws.h"

namespace linecheck::simulation {

/// What a scene's parts ask of a desk in a situation. All outlive it.
struct Standing {
  const chain::Desk& start;  ///< Before anybody touched it.
  const chain::Desk& desk;   ///< As it stands now.
  const chain::Situation& situation;
  const Draws& draws;

  /// Whether a device is fed and switched on.
  [[nodiscard]] bool isOn(const chain::DeviceId& device) const;
  /// Whether it takes its power from the mains now, also through an adapter.
  [[nodiscard]] bool isOnMains(const chain::DeviceId& device) const;
  /// Where the dummy plug of this cable is, if there is one.
  [[nodiscard]] std::optional<chain::DummyPlug> dummy(const chain::CableId& cable) const;
};

/// As given, else what is usual.
[[nodiscard]] Metres lengthOf(const chain::Cable& cable);

}  // namespace linecheck::simulation
