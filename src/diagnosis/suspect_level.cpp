#include "diagnosis/suspect_level.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <set>
#include <vector>

#include "chain/ground_graph.h"
#include "diagnosis/suspect_stand.h"

namespace linecheck::diagnosis {
namespace {

using chain::CableId;
using chain::DeviceId;
using chain::GroundNode;
using chain::LoopDrive;
using chain::Neighbour;
using chain::Place;

constexpr Decibels kUsualRejection = 45_dB;
/// What a device with a pin 1 problem makes of the current through its shields, as if they were so
/// much resistance in the signal's return.
constexpr double kPinOneOhms = 0.003;
/// A moved cable: 10–25 dB less.
constexpr Decibels kMoved = -15_dB;
constexpr Decibels kMovedSpread = 6_dB;

Brought nothing() {
  return {nothingArrives(), {}};
}

Decibels powerSum(const std::vector<Decibels>& parts) {
  double sum = 0.0;
  for (const Decibels part : parts) sum += part.powerRatio();
  return Decibels::fromPowerRatio(sum);
}

Decibels lengthGain(const chain::Cable& cable) {
  return Decibels::fromAmplitudeRatio(
      std::max(cable.length.value_or(Metres::of(1.0)).value(), 0.1));
}

const chain::Cable* cableAt(const Stand& stand, const Place& place) {
  return stand.desk().cable(CableId(place.part));
}

const profiles::Power* powerOf(const Stand& stand, const DeviceId& device) {
  const profiles::Profile* profile = stand.desk().profile(device);
  return profile && profile->power ? &*profile->power : nullptr;
}

bool isOff(const Stand& stand, const DeviceId& device) {
  return stand.situation().switchedOff.contains(device);
}

bool isOnBattery(const Stand& stand, const DeviceId& id) {
  const chain::Device* device = stand.desk().device(id);
  return device && device->computer && device->computer->isOnBattery == true;
}

/// What falls off along the shields of those cables that lead to the listening point, for a
/// current of 1 A, against 1 V.
Decibels alongShields(const Stand& stand, const std::vector<CableId>& shields) {
  double volts = 0.0;
  for (const CableId& id : shields) {
    const chain::Cable* cable = stand.desk().cable(id);
    const Decibels gain = stand.way().fromCable(id);
    if (!cable || isNothing(gain)) continue;
    const Decibels loss = stand.isBalanced(*cable) ? balancedLoss(stand, *cable) : 0_dB;
    volts += shieldResistance(*cable).value() * (gain - loss).amplitudeRatio();
  }
  return Decibels::fromAmplitudeRatio(volts);
}

/// The voltage between the two ends of a loop's earths, against that within one strip.
Decibels driveLevel(LoopDrive drive) {
  switch (drive) {
    case LoopDrive::noEarth:
      return -20_dB;
    case LoopDrive::sameStrip:
      return 0_dB;
    case LoopDrive::sameCircuit:
      return 12_dB;
    case LoopDrive::differentCircuits:
      return 24_dB;
    case LoopDrive::outside:
      return 30_dB;
  }
  return 0_dB;
}

/// The parts by which a loop is known again, whatever power points it meets the earth at. Empty if
/// one is no longer there.
std::set<std::string> loopParts(const Stand& stand, const std::vector<Place>& where) {
  std::set<std::string> parts;
  for (const Place& place : where) {
    if (stand.desk().powerPoint(chain::PowerPointId(place.part))) continue;
    const auto& leads = stand.situation().chain.groundLeads;
    const bool isThere = stand.desk().device(DeviceId(place.part)) || cableAt(stand, place) ||
                         std::any_of(leads.begin(), leads.end(), [&](const auto& lead) {
                           return lead.id.text() == place.part;
                         });
    if (!isThere) return {};
    parts.insert(place.part);
  }
  return parts;
}

const StandingLoop* strongestLoop(const Stand& stand, const std::set<std::string>& parts) {
  const StandingLoop* strongest = nullptr;
  for (const StandingLoop& loop : stand.loops()) {
    if (loop.parts == parts && (!strongest || loop.drive > strongest->drive)) strongest = &loop;
  }
  return strongest;
}

/// A loop's own, and the one that gets in at a device which lets shield currents into its signal
/// ("pin 1 problem"): that begins with the device.
Brought groundLoop(const Suspect& suspect, const Stand& stand) {
  const DeviceId device(suspect.where.front().part);
  const bool isPinOne = stand.desk().device(device) != nullptr;
  const std::set<std::string> parts = loopParts(stand, suspect.where);
  const StandingLoop* loop = strongestLoop(stand, parts);
  if (parts.empty() || !loop) return nothing();
  const Decibels voltage =
      isPinOne ? stand.way().fromOutput(device) + Decibels::fromAmplitudeRatio(kPinOneOhms)
               : alongShields(stand, loop->shields);
  if (isNothing(voltage)) return nothing();
  Brought made{
      voltage + driveLevel(loop->drive) - Decibels::fromAmplitudeRatio(loop->resistance.value()),
      {}};
  // Where the current has other ways as well it finds more or less of them.
  const auto ways =
      std::count_if(stand.loops().begin(), stand.loops().end(), [&](const StandingLoop& other) {
        return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
          return stand.desk().cable(CableId(part)) && other.parts.contains(part);
        });
      });
  made.influences["ways " + std::to_string(ways)] = 2.5_dB;
  // Each step nearer together takes 10 to 15 dB, more or less.
  made.influences["drive " + std::to_string(static_cast<int>(loop->drive))] = 4_dB;
  return made;
}

Brought magneticPickup(const Suspect& suspect, const Stand& stand) {
  const chain::Cable* cable = cableAt(stand, suspect.where.front());
  if (!cable) return nothing();
  std::vector<Decibels> fields{0_dB};
  if (cable->beside.contains(Neighbour::powerCable)) fields.push_back(14_dB);
  if (cable->beside.contains(Neighbour::plugInSupply)) fields.push_back(18_dB);
  if (cable->beside.contains(Neighbour::graphicsCard)) fields.push_back(6_dB);
  Brought made{powerSum(fields) + lengthGain(*cable) + stand.way().fromCable(cable->id), {}};
  if (stand.isBalanced(*cable)) {
    made.level -= balancedLoss(stand, *cable);
    made.influences["balance"] = 6_dB;
    if (cable->isStarQuad) made.level -= 10_dB;
  }
  if (stand.situation().movedAway.contains(cable->id)) {
    made.level += kMoved;
    made.influences["moved"] = kMovedSpread;
  }
  return made;
}

Brought supplyRipple(const Suspect& suspect, const Stand& stand) {
  const DeviceId device(suspect.where.front().part);
  const profiles::Power* power = powerOf(stand, device);
  // A profile that tells nothing: most have an adapter.
  const auto supply = power ? power->supply : profiles::Supply::externalAdapter;
  Brought made{stand.way().fromOutput(device), {}};
  switch (supply) {
    case profiles::Supply::externalAdapter:
      break;
    case profiles::Supply::internalMains:
      made.level -= 4_dB;
      break;
    default:
      made.level -= 8_dB;
  }
  // Some of it gets in before the knob.
  if (stand.situation().volumeDown.contains(device)) {
    made.level -= 3_dB;
    made.influences["volume"] = 4_dB;
  }
  // A laptop's charger feeds what hangs on its USB.
  if (supply == profiles::Supply::usbBus) {
    for (const chain::Device& other : stand.situation().chain.devices) {
      if (!other.computer || other.computer->isOnBattery != true) continue;
      made.level -= 20_dB;
      made.influences["battery"] = 8_dB;
    }
  }
  return made;
}

/// All nodes that are joined to these, by other links than one.
std::vector<bool> joinedTo(const chain::GroundPlan& grounds, std::deque<std::size_t> next,
                           std::size_t without) {
  std::vector<bool> joined(grounds.nodes.size(), false);
  for (const std::size_t node : next) joined[node] = true;
  for (; !next.empty(); next.pop_front()) {
    for (std::size_t index = 0; index < grounds.links.size(); ++index) {
      const chain::GroundLink& link = grounds.links[index];
      if (index == without || (link.from != next.front() && link.to != next.front())) continue;
      const std::size_t other = link.from == next.front() ? link.to : link.from;
      if (joined[other]) continue;
      joined[other] = true;
      next.push_back(other);
    }
  }
  return joined;
}

Brought earthLeakage(const Suspect& suspect, const Stand& stand) {
  const DeviceId id(suspect.where.front().part);
  const chain::Device* device = stand.desk().device(id);
  if (!device) {
    // An earth that does not work: what ought to be on it leaks into all that it is joined to.
    std::vector<CableId> lines = stand.way().analogueLines();
    return {alongShields(stand, lines) + 10_dB, {{"earth", 3_dB}}};
  }
  if (isOnBattery(stand, id)) return nothing();
  const std::vector<CableId> cables = wayToEarth(stand, id);
  Brought made{alongShields(stand, cables), {}};
  if (isNothing(made.level)) return made;
  // Where it finds other ways it finds more or less of them.
  std::string ways = "ways";
  for (const CableId& cable : cables) ways += ' ' + cable.text();
  made.influences[ways] = 3_dB;
  const profiles::Power* power = powerOf(stand, id);
  if (power && power->supply == profiles::Supply::externalAdapter) made.level -= 3_dB;
  // With its plug in the device leaks on when it is off, for the most part: an adapter knows no
  // switch, and the filter of a supply inside lies before it in many.
  const bool isAdapter = !power || power->supply == profiles::Supply::externalAdapter;
  if (isOff(stand, id) && !isAdapter) made.influences["off"] = 3_dB;
  return made;
}

/// What comes by the mains or by the air of the room: nobody knows where it gets in.
struct RoomNoise {
  Decibels balanced;  ///< Into a balanced line, against an unbalanced one.
  Decibels inside;    ///< By the supply of what is listened to.
  Decibels insideSpread;
  Decibels withoutAppliances;
};
/// A dimmer's edges get into cables above all, hash into supplies.
constexpr RoomNoise kDimmer{-35_dB, -20_dB, 12_dB, -45_dB};
constexpr RoomNoise kMainsHash{-20_dB, -4_dB, 5_dB, -25_dB};

Brought ofCircuit(const Stand& stand, const RoomNoise& noise) {
  Decibels most = nothingArrives();
  for (const CableId& id : stand.way().analogueLines()) {
    const chain::Cable* cable = stand.desk().cable(id);
    if (!cable) continue;
    const Decibels loss = stand.isBalanced(*cable) ? noise.balanced : 0_dB;
    most = std::max(most, stand.way().fromCable(id) + loss);
  }
  const Decibels inside = stand.way().fromOutput(stand.listeningPoint().device) + noise.inside;
  Brought made{std::max(most, inside), {}};
  if (most < inside) made.influences["inside"] = noise.insideSpread;
  if (stand.situation().areDimmersOff) {
    made.level += noise.withoutAppliances;
    made.influences["appliances"] = 8_dB;
  }
  return made;
}

/// Whether a loop closes through the lead and a line that hears it: then most of a computer's noise
/// comes by the ground.
bool goesByGround(const Stand& stand, const CableId& lead) {
  constexpr Decibels kHeard = -54_dB;  // 2 mΩ
  return std::any_of(stand.loops().begin(), stand.loops().end(), [&](const StandingLoop& loop) {
    return loop.parts.contains(lead.text()) && alongShields(stand, loop.shields) > kHeard;
  });
}

/// Of a USB lead into a converter, of what is built into a computer, or of a cable at the graphics
/// card. `follows`: whether it follows the computer's load.
Brought computersNoise(const Suspect& suspect, const Stand& stand, bool follows) {
  Brought made;
  if (const chain::Cable* cable = cableAt(stand, suspect.where.front())) {
    if (cable->kind == chain::CableKind::usb) {
      const chain::Socket& to =
          stand.desk().kind(cable->to.socket.device) == profiles::Kind::computer
              ? cable->from.socket
              : cable->to.socket;
      const profiles::Power* power = powerOf(stand, to.device);
      made.level = stand.way().fromCable(cable->id);
      if (power && power->supply == profiles::Supply::usbBus) made.level += 4_dB;
      if (stand.situation().isolated.contains(cable->id)) {
        made.level -= 45_dB;
      } else if (goesByGround(stand, cable->id)) {
        made.level += 9_dB;
        made.influences["ground"] = 5_dB;
      }
      if (stand.situation().otherUsbPort.contains(cable->id)) {
        made.level -= 8_dB;
        made.influences["port"] = 7_dB;
      }
    } else {
      made.level = stand.way().fromCable(cable->id) + 3_dB;
      if (stand.isBalanced(*cable)) made.level -= balancedLoss(stand, *cable);
      if (stand.situation().movedAway.contains(cable->id)) {
        made.level += kMoved;
        made.influences["moved"] = kMovedSpread;
      }
    }
  } else if (const DeviceId device(suspect.where.front().part); stand.desk().device(device)) {
    made.level = stand.way().fromOutput(device);
  } else {
    return nothing();
  }
  if (follows && !stand.situation().busy.empty()) {
    made.level += 6_dB;
    made.influences["load"] = 4_dB;
  }
  return made;
}

Brought mobilePhone(const Suspect& suspect, const Stand& stand) {
  if (stand.situation().arePhonesAway) return nothing();
  if (const chain::Cable* cable = cableAt(stand, suspect.where.front())) {
    Brought made{stand.way().fromCable(cable->id) + lengthGain(*cable), {}};
    if (stand.isBalanced(*cable)) made.level -= 30_dB;
    return made;
  }
  return {stand.way().fromOutput(DeviceId(suspect.where.front().part)), {}};
}

Brought gainHiss(const Suspect& suspect, const Stand& stand) {
  const DeviceId device(suspect.where.front().part);
  Brought made{stand.way().fromOutput(device), {}};
  // All of it if the input's noise is the most, nothing if it is the output's.
  if (stand.situation().volumeDown.contains(device)) {
    made.level -= 25_dB;
    made.influences["volume"] = 20_dB;
  }
  return made;
}

/// For the most part that of the input which listens, and nothing cuts that off.
Brought interfaceNoise(const Suspect& suspect, const Stand& stand) {
  const Decibels sent = stand.way().fromOutput(DeviceId(suspect.where.front().part));
  Brought made{powerSum({sent - 6_dB, 0_dB}) - 1_dB, {}};
  if (sent < -3_dB) made.influences["sending"] = 2_dB;
  return made;
}

}  // namespace

std::vector<CableId> wayToEarth(const Stand& stand, const DeviceId& device) {
  const chain::GroundPlan& grounds = stand.grounds();
  std::deque<std::size_t> cases;
  for (std::size_t node = 0; node < grounds.nodes.size(); ++node) {
    const GroundNode& one = grounds.nodes[node];
    if (one.kind == GroundNode::Kind::chassis && one.place.part == device.text()) {
      cases.push_back(node);
    }
  }
  std::vector<bool> isEarth(grounds.nodes.size(), false);
  for (std::size_t node = 0; node < grounds.nodes.size(); ++node) {
    const auto kind = grounds.nodes[node].kind;
    isEarth[node] = kind == GroundNode::Kind::earth || kind == GroundNode::Kind::outside;
  }
  // Where all floats, it leaks back through the other supplies.
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const std::vector<bool> all = joinedTo(grounds, cases, kNone);
  const auto isReached = [&](std::size_t node) { return all[node] && isEarth[node]; };
  bool floats = true;
  for (std::size_t node = 0; node < all.size(); ++node) floats = floats && !isReached(node);
  for (std::size_t node = 0; floats && node < isEarth.size(); ++node) {
    const GroundNode& one = grounds.nodes[node];
    const DeviceId other(one.place.part);
    isEarth[node] = one.kind == GroundNode::Kind::chassis && other != device &&
                    !stand.desk().feeds(other).empty() && !isOnBattery(stand, other);
  }
  std::vector<CableId> cables;
  for (std::size_t index = 0; index < grounds.links.size(); ++index) {
    const chain::GroundLink& link = grounds.links[index];
    if (!chain::isAudioShield(link.kind)) continue;
    const std::vector<bool> near = joinedTo(grounds, cases, index);
    const auto leadsOn = [&](std::size_t here, std::size_t there) {
      if (!near[here]) return false;
      const std::vector<bool> beyond = joinedTo(grounds, {there}, index);
      for (std::size_t node = 0; node < beyond.size(); ++node) {
        if (beyond[node] && isEarth[node]) return true;
      }
      return false;
    };
    if (leadsOn(link.from, link.to) || leadsOn(link.to, link.from)) {
      cables.emplace_back(link.place.part);
    }
  }
  return cables;
}

Decibels balancedLoss(const Stand& stand, const chain::Cable& cable) {
  const profiles::Port* receiver = stand.desk().port(cable.to.socket);
  return receiver && receiver->commonModeRejection ? receiver->commonModeRejection->value.nominal
                                                   : kUsualRejection;
}

Brought brought(const Suspect& suspect, const Stand& stand) {
  if (suspect.where.empty()) return nothing();
  switch (suspect.cause) {
    case Cause::groundLoop:
      return groundLoop(suspect, stand);
    case Cause::magneticPickup:
      return magneticPickup(suspect, stand);
    case Cause::supplyRipple:
      return supplyRipple(suspect, stand);
    case Cause::earthLeakage:
      return earthLeakage(suspect, stand);
    case Cause::dimmer:
      return ofCircuit(stand, kDimmer);
    case Cause::mainsHash:
      return ofCircuit(stand, kMainsHash);
    case Cause::computerHash:
      return computersNoise(suspect, stand, true);
    case Cause::usbFrames:
      return computersNoise(suspect, stand, false);
    case Cause::mobilePhone:
      return mobilePhone(suspect, stand);
    case Cause::interfaceNoise:
      return interfaceNoise(suspect, stand);
    case Cause::gainHiss:
      return gainHiss(suspect, stand);
    case Cause::noHum:
    case Cause::unknown:
      break;
  }
  return nothing();
}

}  // namespace linecheck::diagnosis
