#include "simulation/scene/fault_scene.h"

#include <algorithm>

#include "simulation/noise_faults.h"

namespace linecheck::simulation {
namespace {

constexpr DecibelsFs kLevel = DecibelsFs::of(-55.0);

}  // namespace

std::optional<NoiseKind> noiseOf(Fault fault) {
  switch (fault) {
    case Fault::groundLoop:
      return NoiseKind::groundLoop;
    case Fault::magneticPickup:
      return NoiseKind::magneticPickup;
    case Fault::supplyRipple:
      return NoiseKind::supplyRipple;
    case Fault::mainsHash:
      return NoiseKind::dimmer;
    case Fault::computerHash:
      return NoiseKind::usbFrames;
    default:
      break;
  }
  for (const NoiseFault& noise : noiseFaults()) {
    if (noise.fault == fault) return noise.kind;
  }
  return std::nullopt;
}

std::optional<Scene> sceneOf(Fault fault, const chain::Chain& chain,
                             const chain::ProfileLookup& lookup, const chain::Socket& at,
                             std::uint64_t seed) {
  const auto kind = noiseOf(fault);
  const auto possible = Scene::possibleFaults(chain, lookup, at, seed);
  if (!kind || !possible) return std::nullopt;
  const PossibleFault* loudest = nullptr;
  for (const PossibleFault& one : *possible) {
    if (one.fault.cause != *kind || one.level.isSilent()) continue;
    if (loudest == nullptr || one.level > loudest->level) loudest = &one;
  }
  if (loudest == nullptr) return std::nullopt;
  SceneFault planted = loudest->fault;
  planted.strength += kLevel - loudest->level;
  auto scene = Scene::make(chain, lookup, at, planted, seed);
  return scene ? std::optional(*std::move(scene)) : std::nullopt;
}

}  // namespace linecheck::simulation
