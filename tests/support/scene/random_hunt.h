#pragma once

#include <cstdint>

#include "chain/chain.h"
#include "chain/desk.h"
#include "simulation/scene/scene.h"

namespace linecheck::simulation::testing {

/// A desk on which something is wrong, and where its owner listens.
struct RandomHunt {
  chain::Chain chain;
  chain::Socket listening;
  SceneFault fault;
  std::uint64_t seed = 1;        ///< Of the scene.
  bool isBaselineKnown = false;  ///< Whether the owner has measured the interface alone.

  [[nodiscard]] Scene scene() const;
};

/// Profiles that are shipped.
[[nodiscard]] chain::ProfileLookup shippedLookup();

/// A desk of four to nine shipped devices from the computer to the headphones, with monitors or
/// what else people have: mixed cables, lengths and neighbours, strips, outlets and circuits,
/// protective classes that its owner has looked up. One fault is planted where it can be, of a
/// cause drawn evenly from those that the desk can have, heard at −85…−50 dBFS, hiss
/// at −82…−61 dBFS, an interface's own noise at −98…−87 dBFS.
[[nodiscard]] RandomHunt randomHunt(std::uint64_t seed);

}  // namespace linecheck::simulation::testing
