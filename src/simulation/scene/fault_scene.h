#pragma once

#include <cstdint>
#include <optional>

#include "chain/desk.h"
#include "simulation/faults.h"
#include "simulation/scene/scene.h"

namespace linecheck::simulation {

/// What kind of noise a fault of the studio is; empty for what is no noise.
[[nodiscard]] std::optional<NoiseKind> noiseOf(Fault fault);

/// A desk with the fault where it would be loudest, heard at −55 dBFS at `at`. Empty if it is no
/// noise, or cannot be at this desk. `lookup` outlives the scene.
[[nodiscard]] std::optional<Scene> sceneOf(Fault fault, const chain::Chain& chain,
                                           const chain::ProfileLookup& lookup,
                                           const chain::Socket& at, std::uint64_t seed);

}  // namespace linecheck::simulation
