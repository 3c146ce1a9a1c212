#include "support/scene/hunt_truth.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "chain/ground_graph.h"
#include "cli/scene_player.h"
#include "simulation/scene/arrivals.h"

namespace linecheck::simulation::testing {
namespace {

using chain::CableId;
using chain::Place;

constexpr Decibels kStillThere = Decibels::of(-6.0);

bool isAmong(const std::vector<Place>& where, const std::string& part) {
  return std::any_of(where.begin(), where.end(),
                     [&](const Place& place) { return place.part == part; });
}

std::string partOf(const std::variant<chain::DeviceId, chain::PowerPointId>& to) {
  return std::visit([](const auto& id) { return id.text(); }, to);
}

/// Whether a loop through these places runs through what drives it.
bool isDriven(const chain::Chain& chain, const std::vector<Place>& loop, const Place& drive) {
  if (isAmong(loop, drive.part)) return true;
  for (const chain::PowerLead& lead : chain.powerLeads) {
    if (lead.id.text() == drive.part) {
      return isAmong(loop, lead.from.text()) && isAmong(loop, partOf(lead.to));
    }
  }
  const chain::PowerPoint* outlet = chain.powerPoint(chain::PowerPointId(drive.part));
  return outlet && drive.detail == "circuit" &&
         std::any_of(chain.powerPoints.begin(), chain.powerPoints.end(), [&](const auto& other) {
           return other.kind == chain::PowerPoint::Kind::outlet &&
                  other.circuit == outlet->circuit && isAmong(loop, other.id.text());
         });
}

/// The cables along which a planted loop's current drops what is heard.
std::set<std::string> carriersOf(const Scene& scene, const chain::ProfileLookup& lookup) {
  const Draws draws(scene.seed());
  const chain::Desk desk(scene.start().chain, lookup);
  const Standing standing{desk, desk, scene.start(), draws};
  const ListeningWay way(standing, scene.listening());
  const SceneGrounds grounds(standing);
  const SceneView view{standing, way, grounds};
  std::map<std::string, double> volts;
  for (const auto& drive : grounds.drives()) {
    if (drive.where != scene.fault().where) continue;
    for (const auto& [cable, perVolt] : grounds.shieldsPerVolt(drive)) {
      volts[cable.text()] = view.heard({{cable, perVolt}});
    }
  }
  double most = 0.0;
  for (const auto& [cable, volt] : volts) most = std::max(most, volt);
  std::set<std::string> carriers;
  for (const auto& [cable, volt] : volts) {
    if (volt >= 0.5 * most) carriers.insert(cable);
  }
  return carriers;
}

/// A supply leaks that its own plug ought to earth: then it is the earth that is named.
bool isEarthMissing(const chain::Desk& desk, const Place& device) {
  const chain::Device* found = desk.device(chain::DeviceId(device.part));
  return found && chain::earthContact(desk, *found) == chain::EarthContact::joined;
}

}  // namespace

bool isPlanted(const diagnosis::Suspect& suspect, const Scene& scene,
               const chain::ProfileLookup& lookup) {
  const SceneFault& fault = scene.fault();
  if (suspect.cause != cli::causeOf(fault.cause) || suspect.where.empty()) return false;
  const Place& named = suspect.where.front();
  const chain::Desk desk(scene.start().chain, lookup);
  switch (fault.cause) {
    case NoiseKind::groundLoop:
      return carriersOf(scene, lookup).contains(named.part) &&
             isDriven(desk.chain(), suspect.where, fault.where);
    case NoiseKind::leakage:
      if (isEarthMissing(desk, fault.where)) return !desk.device(chain::DeviceId(named.part));
      return named.part == fault.where.part;
    case NoiseKind::dimmer:
    case NoiseKind::mainsHash:
      return true;
    default:
      return named.part == fault.where.part;
  }
}

bool isRight(const diagnosis::Conclusion& conclusion, const Scene& scene,
             const chain::ProfileLookup& lookup) {
  if (conclusion.kind == diagnosis::Conclusion::Kind::nothing) {
    return scene.fault().cause == NoiseKind::converterNoise;
  }
  if (conclusion.kind != diagnosis::Conclusion::Kind::found) return false;
  if (conclusion.remaining.size() > kMostNamed) return false;
  return std::any_of(
      conclusion.remaining.begin(), conclusion.remaining.end(),
      [&](const diagnosis::Suspect& suspect) { return isPlanted(suspect, scene, lookup); });
}

std::size_t stepsOneByOne(const Scene& scene, const chain::ProfileLookup& lookup) {
  const Draws draws(scene.seed());
  const chain::Desk desk(scene.start().chain, lookup);
  const Standing standing{desk, desk, scene.start(), draws};
  const ListeningWay way(standing, scene.listening());
  const DecibelsFs before = scene.level(scene.fault().cause, scene.start());
  std::size_t steps = 0;
  for (const chain::Cable* cable : way.cables()) {
    chain::Situation pulled = scene.start();
    std::erase_if(pulled.chain.cables,
                  [&](const chain::Cable& one) { return one.id == cable->id; });
    ++steps;
    const DecibelsFs after = scene.level(scene.fault().cause, pulled);
    if (!after.isSilent() && after - before > kStillThere) break;
  }
  return steps;
}

}  // namespace linecheck::simulation::testing
