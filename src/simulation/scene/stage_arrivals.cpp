// The noise of the stages themselves.
#include "simulation/scene/arrivals.h"

namespace linecheck::simulation {
namespace {

using profiles::Kind;

constexpr double kInputNoise = 5e-6;
constexpr double kOutputNoise = 4e-6;

bool isAmplifying(Kind kind) {
  switch (kind) {
    case Kind::headphoneAmplifier:
    case Kind::powerAmplifier:
    case Kind::preamplifier:
    case Kind::phonoStage:
    case Kind::diBox:
      return true;
    default:
      return false;
  }
}

}  // namespace

void addStages(const SceneView& view, Arrivals& arrivals) {
  for (const auto& [device, stage] : view.way.stages()) {
    const auto kind = view.standing.desk.kind(device);
    if (!kind || *kind == Kind::computer) continue;
    // What an amplifier's input hisses goes through its volume.
    const double volts =
        isAmplifying(*kind) ? kInputNoise * stage.afterInput : kOutputNoise * stage.fromInside;
    arrivals.push_back({NoiseKind::hiss, chain::Place(device), Volts::of(volts)});
  }
}

}  // namespace linecheck::simulation
