#include "diagnosis/suspect.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "chain/cable_shield.h"
#include "chain/ground_graph.h"
#include "chain/grounds.h"
#include "diagnosis/suspect_cures.h"
#include "diagnosis/suspect_level.h"
#include "diagnosis/suspect_stand.h"
#include "levels/level_plan.h"
#include "levels/main_path.h"

namespace linecheck::diagnosis {
namespace {

using chain::CableId;
using chain::Desk;
using chain::DeviceId;
using chain::GroundLink;
using chain::Place;
using profiles::Kind;
using profiles::Supply;

/// A suspect that brings this much less is e times less likely: what is known of a desk tells the
/// levels of two of its places to some 8 dB.
constexpr double kDecibelsPerFold = 8.0;
/// Of loops; the weakest are left out.
constexpr std::size_t kMostOfACause = 60;

/// The lookup that a desk was made with, as far as its own devices go.
chain::ProfileLookup lookupOf(const Desk& desk) {
  return [&desk](std::string_view id) -> const profiles::Profile* {
    for (const chain::Device& device : desk.chain().devices) {
      if (device.profile == id) return desk.profile(device.id);
    }
    return nullptr;
  };
}

chain::Situation unchanged(const Desk& desk) {
  chain::Situation situation;
  situation.chain = desk.chain();
  return situation;
}

/// Collects them with how much each brings.
class Gathering {
 public:
  Gathering(const Desk& desk, const ListeningPoint& at)
      : desk_(desk), stand_(unchanged(desk), lookupOf(desk), at) {}

  std::map<Cause, std::vector<std::pair<Suspect, double>>> all() {
    addLoops();
    addLines();
    addDevices();
    addLeakage();
    addUsb();
    addMains();
    return std::move(all_);
  }

 private:
  void add(Suspect suspect, Decibels extra = 0_dB) {
    const Decibels level = brought(suspect, stand_).level + extra;
    if (isNothing(level)) return;
    cheapestFirst(suspect.cures);
    all_[suspect.cause].emplace_back(std::move(suspect), level.value());
  }

  void addAt(Cause cause, const Place& place, const std::vector<Place>& more = {},
             Decibels extra = 0_dB) {
    Suspect suspect{cause, {place}, 0.0, curesFor(desk_, cause, place)};
    for (const Place& one : more) addOnce(suspect.where, one);
    add(std::move(suspect), extra);
  }

  /// The cable whose shield brings most of it to the listening point, then all else.
  [[nodiscard]] std::vector<Place> placesOf(const chain::GroundPlan& plan,
                                            const chain::GroundLoop& loop) const {
    std::vector<Place> where;
    Decibels most = nothingArrives();
    for (const CableId& id : loop.shields) {
      const chain::Cable* cable = desk_.cable(id);
      if (!cable) continue;
      Decibels level = stand_.way().fromCable(id) +
                       Decibels::fromAmplitudeRatio(shieldResistance(*cable).value());
      if (stand_.isBalanced(*cable)) level -= balancedLoss(stand_, *cable);
      if (level <= most) continue;
      most = level;
      where.assign(1, Place(id));
    }
    for (const std::size_t index : loop.links) {
      const GroundLink& link = plan.links[index];
      if (desk_.cable(CableId(link.place.part))) addOnce(where, link.place);
    }
    for (const Place& place : loop.path) addOnce(where, place);
    return where;
  }

  void addLoops() {
    const chain::GroundPlan plan = chain::planGrounds(desk_);
    for (const chain::GroundLoop& loop : plan.loops) {
      const std::vector<Place> where = placesOf(plan, loop);
      add({Cause::groundLoop, where, 0.0, loop.fixes});
      for (const DeviceId& device : stand_.way().devices()) {
        const Place at(device);
        if (std::find(loop.path.begin(), loop.path.end(), at) == loop.path.end()) continue;
        if (profiles::isConverter(desk_.kind(device)) || !entersByShield(loop, device)) continue;
        Suspect suspect{Cause::groundLoop, {at}, 0.0, loop.fixes};
        for (const Place& place : where) addOnce(suspect.where, place);
        for (chain::Fix& fix : curesFor(desk_, Cause::groundLoop, at)) {
          suspect.cures.push_back(std::move(fix));
        }
        add(std::move(suspect));
      }
    }
  }

  /// Whether the loop's current comes to the device by an unbalanced cable into it. Of a balanced
  /// one a pin 1 problem is the usual way in, so that the loop itself stands for it.
  [[nodiscard]] bool entersByShield(const chain::GroundLoop& loop, const DeviceId& device) const {
    return std::any_of(loop.shields.begin(), loop.shields.end(), [&](const CableId& id) {
      const chain::Cable* cable = desk_.cable(id);
      return cable && cable->to.socket.device == device && !stand_.isBalanced(*cable);
    });
  }

  void addLines() {
    bool hasLine = false;
    for (const CableId& id : stand_.way().analogueLines()) {
      const chain::Cable* cable = desk_.cable(id);
      if (!cable || chain::isLoad(desk_, cable->to.socket.device)) continue;
      const std::vector<Place> ends{Place(cable->from.socket.device),
                                    Place(cable->to.socket.device)};
      addAt(Cause::magneticPickup, Place(id), ends);
      if (cable->beside.contains(chain::Neighbour::graphicsCard)) {
        addAt(Cause::computerHash, Place(id), ends);
      }
      addAt(Cause::mobilePhone, Place(id), ends);
      hasLine = true;
    }
    if (hasLine) return;
    for (const DeviceId& device : stand_.way().devices()) {
      if (desk_.kind(device) != Kind::computer) addAt(Cause::mobilePhone, Place(device));
    }
  }

  void addDevices() {
    for (const DeviceId& device : stand_.way().devices()) {
      const profiles::Profile* profile = desk_.profile(device);
      if (!profile || profile->kind == Kind::computer) continue;
      if (const auto supply = supplyOf(device)) addSupply(device, *supply);
      if (profiles::isConverter(profile->kind)) addAt(Cause::interfaceNoise, Place(device));
      if (profile->kind == Kind::onboardAudio) addAt(Cause::computerHash, Place(device));
      addAt(Cause::gainHiss, Place(device), {}, hissOf(device));
    }
  }

  /// As the profile has it; where that tells nothing, something is fed that a lead leads to.
  [[nodiscard]] std::optional<Supply> supplyOf(const DeviceId& device) const {
    const profiles::Profile* profile = desk_.profile(device);
    if (profile && profile->power) return profile->power->supply;
    if (desk_.feeds(device).empty()) return std::nullopt;
    return Supply::externalAdapter;
  }

  void addSupply(const DeviceId& device, Supply supply) {
    if (supply != Supply::externalAdapter && supply != Supply::internalMains &&
        supply != Supply::usbBus) {
      return;
    }
    std::vector<Place> leads;
    for (const chain::PowerLead* lead : desk_.feeds(device)) leads.emplace_back(lead->id);
    addAt(Cause::supplyRipple, Place(device), leads);
  }

  /// A stage's own noise, 0 dB at 100 dB below full scale. Half of it: one that hisses is not as
  /// its data sheet has it.
  [[nodiscard]] Decibels hissOf(const DeviceId& device) const {
    for (const levels::Path& path : levels_.paths) {
      for (const levels::Stage& stage : path.stages) {
        if (stage.device == device && stage.snr.nominal)
          return 2.0 / 3.0 * (100_dB - *stage.snr.nominal);
      }
    }
    return 0_dB;
  }

  /// What leaks by the shield of a line, a transformer in that line keeps away.
  void addLeaking(const DeviceId& device, const std::vector<Place>& leads) {
    const Place at(device);
    Suspect suspect{Cause::earthLeakage, {at}, 0.0, curesFor(desk_, Cause::earthLeakage, at)};
    for (const Place& lead : leads) addOnce(suspect.where, lead);
    const chain::Cable* most = nullptr;
    for (const CableId& id : wayToEarth(stand_, device)) {
      const chain::Cable* cable = desk_.cable(id);
      if (!cable || isNothing(stand_.way().fromCable(id))) continue;
      if (!most || stand_.way().fromCable(id) > stand_.way().fromCable(most->id)) most = cable;
    }
    if (most) {
      for (chain::Fix& fix : shieldCures(desk_, *most)) suspect.cures.push_back(std::move(fix));
    }
    add(std::move(suspect));
  }

  void addLeakage() {
    for (const chain::Device& device : desk_.chain().devices) {
      const auto supply = supplyOf(device.id);
      if (supply != Supply::externalAdapter && supply != Supply::internalMains) continue;
      if (chain::earthContact(desk_, device) == chain::EarthContact::joined) continue;
      std::vector<Place> leads;
      for (const chain::PowerLead* lead : desk_.feeds(device.id)) leads.emplace_back(lead->id);
      addLeaking(device.id, leads);
    }
    bool isTold = false;
    for (const chain::PowerPoint& point : desk_.chain().powerPoints) {
      if (point.isEarthed != false) continue;
      isTold = true;
      addAt(Cause::earthLeakage, Place(point.id));
    }
    const auto house = desk_.chain().mains.hasWorkingEarth;
    if (isTold || house == true) return;
    // Nobody has looked: it is seldom so.
    addAt(Cause::earthLeakage, Place(), {}, house ? 0_dB : -30_dB);
  }

  void addUsb() {
    for (const CableId& id : stand_.way().usbLeads()) {
      const chain::Cable* cable = desk_.cable(id);
      if (!cable) continue;
      const std::vector<Place> ends{Place(cable->from.socket.device),
                                    Place(cable->to.socket.device)};
      addAt(Cause::computerHash, Place(id), ends);
      addAt(Cause::usbFrames, Place(id), ends);
    }
  }

  /// The outlet behind the device that is nearest to the listening point and hangs on one.
  [[nodiscard]] Place circuit() const {
    for (const DeviceId& device : stand_.way().devices()) {
      for (const chain::PowerLead* lead : desk_.feeds(device)) {
        const chain::PowerPoint* point = desk_.powerPoint(lead->from);
        while (point && desk_.upstream(point->id)) point = desk_.upstream(point->id);
        if (point) return Place(point->id);
      }
    }
    return {};
  }

  void addMains() {
    const Place at = circuit();
    addAt(Cause::dimmer, at);
    addAt(Cause::mainsHash, at);
  }

  const Desk& desk_;
  Stand stand_;
  levels::LevelPlan levels_ = levels::planLevels(desk_);
  std::map<Cause, std::vector<std::pair<Suspect, double>>> all_;
};

}  // namespace

std::optional<ListeningPoint> usualListeningPoint(const Desk& desk) {
  const levels::LevelPlan plan = levels::planLevels(desk);
  const auto main = levels::mainPath(desk, plan);
  if (!main) return std::nullopt;
  const auto& points = plan.paths[*main].points;
  const auto last = std::find_if(points.rbegin(), points.rend(), [](const levels::Point& point) {
    return !point.at.isInput && !point.isDigital;
  });
  if (last == points.rend()) return std::nullopt;
  return ListeningPoint{last->at.device, last->at.port};
}

std::vector<Suspect> suspects(const Desk& desk, const ListeningPoint& at,
                              const std::vector<CauseProbability>& causes) {
  auto gathered = Gathering(desk, at).all();
  std::vector<Suspect> result;
  double known = 0.0;
  double total = 0.0;
  for (const CauseProbability& cause : causes) {
    if (cause.cause == Cause::noHum) continue;
    total += cause.probability;
    auto& of = gathered[cause.cause];
    std::stable_sort(of.begin(), of.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (of.size() > kMostOfACause) of.resize(kMostOfACause);
    double sum = 0.0;
    for (auto& [suspect, level] : of) {
      suspect.probability = std::exp((level - of.front().second) / kDecibelsPerFold);
      sum += suspect.probability;
    }
    for (auto& [suspect, level] : of) {
      suspect.probability *= cause.probability / sum;
      known += suspect.probability;
      result.push_back(std::move(suspect));
    }
  }
  if (total > 0.0) {
    for (Suspect& suspect : result) suspect.probability /= total;
    known /= total;
  }
  std::stable_sort(result.begin(), result.end(), [](const Suspect& a, const Suspect& b) {
    return a.probability > b.probability;
  });
  result.push_back({Cause::unknown, {}, std::max(0.0, 1.0 - known), {}});
  return result;
}

}  // namespace linecheck::diagnosis
