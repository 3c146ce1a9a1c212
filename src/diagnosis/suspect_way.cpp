#include "diagnosis/suspect_way.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "chain/host.h"
#include "chain/signals.h"
#include "chain/volume_stand.h"

namespace linecheck::diagnosis {
namespace {

using chain::CableKind;
using chain::Desk;
using chain::DummyPlug;
using profiles::Kind;

std::optional<DummyPlug> dummyAt(const chain::Situation& situation, const chain::CableId& cable) {
  const auto found = situation.dummies.find(cable);
  return found == situation.dummies.end() ? std::nullopt : std::optional(found->second);
}

bool isAnalogueLine(const Desk& desk, const chain::Cable& cable) {
  if (cable.kind != CableKind::analogue && cable.kind != CableKind::headphone) return false;
  const profiles::Port* port = desk.port(cable.to.socket);
  return !port || chain::isAnalogue(*port);
}

template <class Key>
Decibels at(const std::map<Key, Decibels>& gains, const Key& key) {
  const auto found = gains.find(key);
  return found == gains.end() ? nothingArrives() : found->second;
}

}  // namespace

Decibels nothingArrives() {
  return Decibels::of(-std::numeric_limits<double>::infinity());
}

bool isNothing(Decibels gain) {
  return gain == nothingArrives();
}

bool hasAnalogueVolume(const Desk& desk, const chain::DeviceId& device, std::string_view input,
                       std::string_view output) {
  const auto volumes = chain::volumesOn(desk, device, input, output);
  // There is none without a knob, whatever its profile leaves out.
  const profiles::Profile* profile = desk.profile(device);
  if (volumes.empty() && profile && profile->kind == Kind::headphoneAmplifier) {
    return std::none_of(profile->controls.begin(), profile->controls.end(), [](const auto& one) {
      return std::holds_alternative<profiles::Volume>(one.action);
    });
  }
  return std::any_of(volumes.begin(), volumes.end(),
                     [](const chain::VolumeControl& volume) { return volume.isKnob; });
}

bool isShieldWhole(const chain::Situation& situation, const chain::CableId& cable) {
  if (situation.isolated.contains(cable)) return false;
  const auto dummy = dummyAt(situation, cable);
  return dummy != DummyPlug::inReceiver && dummy != DummyPlug::onLooseEnd;
}

SoundWay::SoundWay(const Desk& desk, const chain::Situation& situation, const ListeningPoint& at)
    : desk_(desk), situation_(situation) {
  visit(at.device, at.port, 0_dB);
}

Decibels SoundWay::fromOutput(const chain::DeviceId& device) const {
  return at(outputs_, device);
}

Decibels SoundWay::fromCable(const chain::CableId& cable) const {
  return at(cables_, cable);
}

void SoundWay::visit(const chain::DeviceId& device, std::string_view output, Decibels gain) {
  const auto kind = desk_.kind(device);
  // A computer that plays nothing makes its noise all the same.
  const bool isMute = situation_.muted.contains(device) && kind != Kind::computer;
  if (isMute || situation_.switchedOff.contains(device)) gain = nothingArrives();
  const auto [known, isNew] = outputs_.try_emplace(device, gain);
  if (isNew) devices_.push_back(device);
  known->second = std::max(known->second, gain);
  if (kind == Kind::computer) return;
  if (const chain::Device* host = chain::hostOfBuiltIn(desk_, device)) visit(host->id, {}, gain);
  for (const Desk::Attached& attached : desk_.attached(device)) {
    const chain::Cable& cable = *attached.cable;
    if (attached.isSource && cable.kind != CableKind::usb) continue;
    const std::string& input = attached.near->socket.port;
    const auto outputs = desk_.routed(device, input);
    if (std::none_of(outputs.begin(), outputs.end(),
                     [&](const profiles::Port* port) { return port->id == output; })) {
      continue;
    }
    const chain::Socket& source = attached.far->socket;
    if (desk_.isPlaying(source.device, source.port) == false) continue;
    Decibels end = gain;
    if (situation_.volumeDown.contains(device) && hasAnalogueVolume(desk_, device, input, output)) {
      end += kVolumeDown;
    }
    const auto dummy = dummyAt(situation_, cable.id);
    if (dummy == DummyPlug::inReceiver || dummy == DummyPlug::betweenCableAndB) {
      end = nothingArrives();
    }
    const auto [line, isFirst] = cables_.try_emplace(cable.id, end);
    // A way that comes here a second time as loud or louder is known already.
    if (!isFirst && line->second >= end) continue;
    line->second = end;
    if (isFirst && cable.kind == CableKind::usb) usb_.push_back(cable.id);
    if (isFirst && isAnalogueLine(desk_, cable)) lines_.push_back(cable.id);
    visit(source.device, source.port, dummy ? nothingArrives() : end);
  }
}

}  // namespace linecheck::diagnosis
