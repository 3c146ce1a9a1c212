#include "diagnosis/hunt_candidates.h"

#include <algorithm>
#include <set>

#include "chain/cable_shield.h"
#include "chain/grounds.h"
#include "diagnosis/suspect_stand.h"

namespace linecheck::diagnosis {
namespace {

using chain::CableId;
using chain::DeviceId;
using chain::Place;
using profiles::Kind;

class Candidates {
 public:
  Candidates(const Stand& stand, const std::vector<Suspect>& suspects)
      : stand_(stand), desk_(stand.desk()), suspects_(suspects) {}

  std::vector<Step> all() {
    addRoom();
    addDevices();
    for (const CableId& id : stand_.way().usbLeads()) {
      addOnce(makeStep(StepAction::otherUsbPort, {Place(id)}));
      addOnce(makeStep(StepAction::borrowUsbIsolator, {Place(id)}));
    }
    addLines();
    addSuspectsCables();
    addGroundFixes();
    return std::move(steps_);
  }

 private:
  void addOnce(Step step) {
    if (std::find(steps_.begin(), steps_.end(), step) == steps_.end()) {
      steps_.push_back(std::move(step));
    }
  }

  [[nodiscard]] bool isSuspected(Cause cause) const {
    return std::any_of(suspects_.begin(), suspects_.end(),
                       [&](const Suspect& suspect) { return suspect.cause == cause; });
  }

  void addRoom() {
    if (isSuspected(Cause::mobilePhone)) addOnce(makeStep(StepAction::phoneAway));
    if (isSuspected(Cause::dimmer) || isSuspected(Cause::mainsHash)) {
      addOnce(makeStep(StepAction::dimmersOff));
    }
    addOnce(makeStep(StepAction::measureBaseline));
  }

  void addDevices() {
    for (const DeviceId& device : stand_.way().devices()) {
      const auto kind = desk_.kind(device);
      if (kind == Kind::computer) {
        addOnce(makeStep(StepAction::muteSource, {Place(device)}));
        if (isSuspected(Cause::computerHash)) {
          addOnce(makeStep(StepAction::computerBusy, {Place(device)}));
        }
        continue;
      }
      if (hasKnob(device)) addOnce(makeStep(StepAction::volumeDown, {Place(device)}));
      // The rest goes on without it: not the converter, and not what is listened to.
      if (!profiles::isConverter(kind) && device != stand_.listeningPoint().device &&
          isPowered(device)) {
        addOnce(makeStep(StepAction::switchOffDevice, {Place(device)}));
      }
    }
    // Beside the way, what leaks.
    for (const Suspect& suspect : suspects_) {
      if (suspect.cause != Cause::earthLeakage || suspect.where.empty()) continue;
      const DeviceId device(suspect.where.front().part);
      const auto& onWay = stand_.way().devices();
      if (std::find(onWay.begin(), onWay.end(), device) != onWay.end()) continue;
      if (desk_.device(device) && desk_.kind(device) != Kind::computer) {
        addOnce(makeStep(StepAction::switchOffDevice, {Place(device)}));
        for (const chain::Desk::Attached& attached : desk_.attached(device)) {
          if (isAnalogue(*attached.cable)) addUnplugging(*attached.cable);
        }
      }
    }
  }

  [[nodiscard]] bool hasKnob(const DeviceId& device) const {
    const ListeningPoint& at = stand_.listeningPoint();
    const std::string output = device == at.device ? at.port : std::string();
    for (const chain::Desk::Attached& attached : desk_.attached(device)) {
      if (attached.isSource) continue;
      if (hasAnalogueVolume(desk_, device, attached.near->socket.port, output)) return true;
    }
    return false;
  }

  [[nodiscard]] bool isPowered(const DeviceId& device) const {
    const profiles::Profile* profile = desk_.profile(device);
    if (!profile || !profile->power) return false;
    const auto supply = profile->power->supply;
    return supply == profiles::Supply::externalAdapter ||
           supply == profiles::Supply::internalMains || supply == profiles::Supply::battery;
  }

  void addLines() {
    for (const CableId& id : stand_.way().analogueLines()) {
      const chain::Cable* cable = desk_.cable(id);
      if (!cable) continue;
      addUnplugging(*cable);
      addOnce(makeStep(StepAction::moveCable, {Place(id)}));
      for (const StepAction dummy : {StepAction::dummyInReceiver, StepAction::dummyAndCable,
                                     StepAction::dummyOnLooseEnd, StepAction::dummyInSender}) {
        addOnce(makeStep(dummy, {Place(id), Place(cable->to.socket.device)}));
      }
    }
  }

  void addUnplugging(const chain::Cable& cable) {
    addOnce(makeStep(StepAction::unplugCable,
                     {Place(cable.id), Place(cable.to.socket.device, cable.to.socket.port)}));
  }

  /// Cables and leads beside the way by which a loop closes.
  void addSuspectsCables() {
    for (const Suspect& suspect : suspects_) {
      for (const Place& place : suspect.where) {
        const chain::Cable* cable = desk_.cable(CableId(place.part));
        if (cable && isAnalogue(*cable)) addUnplugging(*cable);
        const auto& leads = desk_.chain().groundLeads;
        const auto lead = std::find_if(leads.begin(), leads.end(), [&](const auto& one) {
          return one.id.text() == place.part;
        });
        if (lead == leads.end()) continue;
        addOnce(makeStep(StepAction::unplugCable, {place, Place(lead->device)}));
      }
    }
  }

  [[nodiscard]] static bool isAnalogue(const chain::Cable& cable) {
    return cable.kind == chain::CableKind::analogue || cable.kind == chain::CableKind::headphone;
  }

  void addGroundFixes() {
    for (const chain::GroundLoop& loop : chain::planGrounds(desk_).loops) {
      for (const chain::Fix& fix : loop.fixes) addGroundFix(fix);
    }
    for (const Suspect& suspect : suspects_) {
      for (const chain::Fix& fix : suspect.cures) addGroundFix(fix);
    }
  }

  void addGroundFix(const chain::Fix& fix) {
    if (fix.where.empty() || !isThere(fix.where.front())) return;
    if (fix.action == "use-one-strip") {
      addOnce(makeStep(StepAction::oneStrip, fix.where));
    } else if (fix.action == "set-ground-lift") {
      addOnce(makeStep(StepAction::groundLift, fix.where));
    } else if (fix.action == "run-on-battery") {
      addOnce(makeStep(StepAction::runOnBattery, fix.where));
    } else if (fix.action == "insert-transformer-isolator") {
      addOnce(makeStep(StepAction::borrowIsolator, {fix.where.front()}));
    } else if (fix.action == "use-balanced-cable") {
      addOnce(makeStep(StepAction::tryBalancedCable, fix.where));
    }
  }

  [[nodiscard]] bool isThere(const Place& place) const {
    return desk_.device(DeviceId(place.part)) || desk_.cable(CableId(place.part)) ||
           desk_.powerPoint(chain::PowerPointId(place.part));
  }

  const Stand& stand_;
  const chain::Desk& desk_;
  const std::vector<Suspect>& suspects_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> candidateSteps(const Stand& stand, const std::vector<Suspect>& suspects) {
  return Candidates(stand, suspects).all();
}

std::optional<Step> stepBefore(const Step& step) {
  switch (step.action) {
    case StepAction::dummyAndCable:
      return makeStep(StepAction::dummyInReceiver, step.where);
    case StepAction::dummyOnLooseEnd:
      return makeStep(StepAction::dummyAndCable, step.where);
    case StepAction::dummyInSender:
      return makeStep(StepAction::dummyOnLooseEnd, step.where);
    default:
      return std::nullopt;
  }
}

}  // namespace linecheck::diagnosis
