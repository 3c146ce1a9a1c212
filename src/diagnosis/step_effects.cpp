#include <algorithm>

#include "diagnosis/step.h"

namespace linecheck::diagnosis {
namespace {

using chain::CableId;
using chain::Chain;
using chain::DeviceId;
using chain::DummyPlug;
using chain::Place;
using chain::PowerPointId;
using chain::Situation;

tl::unexpected<Error> notThere(const Place& place) {
  return fail(ErrorCode::notFound, "The chain has no such part. Load the chain that was hunted in.",
              place.text());
}

tl::unexpected<Error> notWith(const Place& place) {
  return fail(ErrorCode::unsupported, "This step cannot be done here.", place.text());
}

template <class Part>
auto* partOf(std::vector<Part>& parts, const std::string& id) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const Part& part) { return part.id.text() == id; });
  return found == parts.end() ? nullptr : &*found;
}

using Done = Result<void>;

Done unplug(Situation& situation, const Place& place) {
  Chain& chain = situation.chain;
  // An antenna or network lead is no protective earth.
  const auto isIt = [&](const auto& part) { return part.id.text() == place.part; };
  if (std::erase_if(chain.cables, isIt) + std::erase_if(chain.groundLeads, isIt) == 0) {
    return notThere(place);
  }
  situation.dummies.erase(CableId(place.part));
  return {};
}

/// The marks of a situation that a cable can have.
Done markCable(Situation& situation, StepAction action, const Place& place) {
  const CableId id(place.part);
  chain::Cable* cable = partOf(situation.chain.cables, place.part);
  if (!cable) return notThere(place);
  switch (action) {
    case StepAction::moveCable:
      situation.movedAway.insert(id);
      break;
    case StepAction::otherUsbPort:
      if (cable->kind != chain::CableKind::usb) return notWith(place);
      situation.otherUsbPort.insert(id);
      break;
    case StepAction::borrowUsbIsolator:
      if (cable->kind != chain::CableKind::usb) return notWith(place);
      situation.isolated.insert(id);
      break;
    case StepAction::borrowIsolator:
      situation.isolated.insert(id);
      break;
    case StepAction::dummyInReceiver:
      situation.dummies[id] = DummyPlug::inReceiver;
      break;
    case StepAction::dummyAndCable:
      situation.dummies[id] = DummyPlug::betweenCableAndB;
      break;
    case StepAction::dummyOnLooseEnd:
      situation.dummies[id] = DummyPlug::onLooseEnd;
      break;
    case StepAction::dummyInSender:
      situation.dummies[id] = DummyPlug::betweenCableAndA;
      break;
    case StepAction::tryBalancedCable:
      cable->isBalanced = true;
      for (chain::CableEnd* end : {&cable->from, &cable->to}) {
        end->plug.reset();
        end->adapters.clear();
        end->isShieldJoined = true;
      }
      break;
    default:
      return notWith(place);
  }
  return {};
}

Done markDevice(Situation& situation, StepAction action, const Place& place) {
  chain::Device* device = partOf(situation.chain.devices, place.part);
  if (!device) return notThere(place);
  switch (action) {
    case StepAction::muteSource:
      situation.muted.insert(device->id);
      break;
    case StepAction::volumeDown:
      situation.volumeDown.insert(device->id);
      break;
    case StepAction::computerBusy:
      situation.busy.insert(device->id);
      break;
    case StepAction::switchOffDevice:
      situation.switchedOff.insert(device->id);
      break;
    case StepAction::runOnBattery:
      if (!device->computer) device->computer.emplace();
      device->computer->isOnBattery = true;
      break;
    default:
      return notWith(place);
  }
  return {};
}

Done liftGround(Situation& situation, const Place& place, const chain::ProfileLookup& lookup) {
  chain::Device* device = partOf(situation.chain.devices, place.part);
  const profiles::Profile* profile = device ? lookup(device->profile) : nullptr;
  const profiles::Control* control = profile ? profile->control(place.detail) : nullptr;
  if (!control) return notThere(place);
  const auto* lift = std::get_if<profiles::GroundLift>(&control->action);
  if (!lift) return notWith(place);
  device->settings[control->id] = chain::Position{lift->liftedName};
  return {};
}

/// Whether what is plugged in there is on the earth of the house, as far as it is told: by all
/// strips on the way and the outlet.
bool isEarthed(const Chain& chain, PowerPointId id) {
  for (std::size_t i = 0; i <= chain.powerPoints.size(); ++i) {
    const chain::PowerPoint* point = chain.powerPoint(id);
    if (!point) return false;
    if (point->kind == chain::PowerPoint::Kind::outlet) {
      return point->isEarthed.value_or(chain.mains.hasWorkingEarth.value_or(true));
    }
    if (point->isEarthed == false) return false;
    const auto feed = std::find_if(chain.powerLeads.begin(), chain.powerLeads.end(),
                                   [&](const chain::PowerLead& lead) {
                                     const auto* to = std::get_if<PowerPointId>(&lead.to);
                                     return to && *to == id;
                                   });
    if (feed == chain.powerLeads.end()) return false;
    id = feed->from;
  }
  return false;
}

/// Whether the strip is this power point or hangs on it.
bool hangsOn(const Chain& chain, PowerPointId strip, const PowerPointId& point) {
  for (std::size_t i = 0; i <= chain.powerPoints.size(); ++i) {
    if (strip == point) return true;
    const auto feed = std::find_if(chain.powerLeads.begin(), chain.powerLeads.end(),
                                   [&](const chain::PowerLead& lead) {
                                     const auto* to = std::get_if<PowerPointId>(&lead.to);
                                     return to && *to == strip;
                                   });
    if (feed == chain.powerLeads.end()) return false;
    strip = feed->from;
  }
  return true;
}

/// Never onto a strip whose earth is not as good as that of before.
Done ontoStrip(Situation& situation, const std::vector<Place>& where) {
  Chain& chain = situation.chain;
  if (where.size() < 2) return notWith(where.empty() ? Place() : where.front());
  const PowerPointId strip(where.back().part);
  if (!chain.powerPoint(strip)) return notThere(where.back());
  for (std::size_t i = 0; i + 1 < where.size(); ++i) {
    bool isThere = false;
    for (chain::PowerLead& lead : chain.powerLeads) {
      const auto* device = std::get_if<DeviceId>(&lead.to);
      const auto* point = std::get_if<PowerPointId>(&lead.to);
      if (!(device && device->text() == where[i].part) &&
          !(point && point->text() == where[i].part)) {
        continue;
      }
      isThere = true;
      if (point && hangsOn(chain, strip, *point)) return notWith(where[i]);
      if (isEarthed(chain, lead.from) && !isEarthed(chain, strip)) return notWith(where.back());
      lead.from = strip;
    }
    if (!isThere) return notThere(where[i]);
  }
  return {};
}

}  // namespace

Result<Situation> withStep(const Situation& situation, const Step& step,
                           const chain::ProfileLookup& lookup) {
  Situation changed = situation;
  const auto at = [&](auto mark) -> Done {
    if (step.where.empty()) return notWith({});
    return mark(changed, step.action, step.where.front());
  };
  Done done;
  switch (step.action) {
    case StepAction::captureLonger:
    case StepAction::measureBaseline:
      break;
    case StepAction::phoneAway:
      changed.arePhonesAway = true;
      break;
    case StepAction::dimmersOff:
      changed.areDimmersOff = true;
      break;
    case StepAction::muteSource:
    case StepAction::volumeDown:
    case StepAction::computerBusy:
    case StepAction::switchOffDevice:
    case StepAction::runOnBattery:
      done = at(markDevice);
      break;
    case StepAction::unplugCable:
      done = at([](Situation& s, StepAction, const Place& place) { return unplug(s, place); });
      break;
    case StepAction::oneStrip:
      done = ontoStrip(changed, step.where);
      break;
    case StepAction::groundLift:
      done = at([&](Situation& s, StepAction, const Place& place) {
        return liftGround(s, place, lookup);
      });
      break;
    case StepAction::tryBalancedCable:
      // Of a stereo pair both.
      for (const Place& place : step.where) {
        if (done) done = markCable(changed, step.action, place);
      }
      break;
    default:
      done = at(markCable);
  }
  if (!done) return fail(done.error());
  return changed;
}

}  // namespace linecheck::diagnosis
