#include "hum/studio_scene.h"

#include "diagnosis/suspect.h"
#include "simulation/scene/fault_scene.h"

namespace linecheck::ui {
namespace {

constexpr std::uint64_t kSeed = 1;

}  // namespace

bool StudioScene::begin(const chain::Chain& chain, const chain::ProfileLookup& lookup) {
  end();
  auto* studio = session_.studio();
  const chain::Desk desk(chain, lookup);
  const auto at = diagnosis::usualListeningPoint(desk);
  if (studio == nullptr || !at) return false;
  for (const simulation::FaultInfo& info : simulation::faults()) {
    if (!studio->faults().isOn(info.fault)) continue;
    auto scene = simulation::sceneOf(info.fault, chain, lookup, {at->device, at->port, {}}, kSeed);
    if (!scene) continue;
    // Heard from the desk from now on, and not twice.
    studio->faults().set(info.fault, false);
    planted_ = info.fault;
    studio->setScene(std::move(scene));
    session_.start();
    return true;
  }
  return false;
}

void StudioScene::apply(const chain::Situation& situation) {
  if (auto* studio = session_.studio(); studio != nullptr && planted_) {
    studio->setSituation(situation);
  }
}

void StudioScene::applyBaseline() {
  if (auto* studio = session_.studio(); studio != nullptr && planted_) studio->setBaseline();
}

// Streams that are open still hear it.
bool StudioScene::takeAway() {
  if (!planted_) return false;
  const simulation::Fault fault = *planted_;
  planted_.reset();
  auto* studio = session_.studio();
  if (studio == nullptr) return false;
  studio->setScene(std::nullopt);
  studio->faults().set(fault, true);
  return true;
}

void StudioScene::end() {
  if (takeAway() && session_.isRunning()) session_.start();
}

}  // namespace linecheck::ui
