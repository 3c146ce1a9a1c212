#include "simulation/scene/arrivals.h"

#include <cmath>

#include "chain/cable_shield.h"
#include "chain/loop_attenuation.h"

namespace linecheck::simulation {
namespace {

// Where the receiver's profile does not tell.
constexpr Decibels kLeastRejection = Decibels::of(40.0);
constexpr Decibels kMostRejection = Decibels::of(60.0);

}  // namespace

double SceneView::sensitivity(const chain::Cable& cable) const {
  const bool isBalanced = chain::balanceOf(standing.desk, cable).value_or(cable.isBalanced == true);
  if (!isBalanced) return 1.0;
  const auto told = chain::leastRejection(standing.desk, {cable.id});
  const Decibels rejection = told ? told->nominal
                                  : standing.draws.between("rejection " + cable.id.text(),
                                                           kLeastRejection, kMostRejection);
  return 1.0 / rejection.amplitudeRatio();
}

double SceneView::heard(const SceneGrounds::Shields& volts) const {
  std::map<chain::DeviceId, double> byReceiver;
  for (const chain::Cable* cable : way.cables()) {
    const auto found = volts.find(cable->id);
    if (found == volts.end()) continue;
    const double arriving = found->second * sensitivity(*cable) * way.afterCable(*cable);
    double& loudest = byReceiver[cable->to.socket.device];
    if (std::abs(arriving) > std::abs(loudest)) loudest = arriving;
  }
  double sum = 0.0;
  for (const auto& [device, arriving] : byReceiver) sum += arriving;
  return std::abs(sum);
}

Arrivals arrivalsAt(const SceneView& view) {
  Arrivals arrivals;
  addLoops(view, arrivals);
  addLeakage(view, arrivals);
  addCables(view, arrivals);
  addSupplies(view, arrivals);
  addComputers(view, arrivals);
  addStages(view, arrivals);
  return arrivals;
}

}  // namespace linecheck::simulation
