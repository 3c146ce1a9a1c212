#include "simulation/scene/listening_way.h"

#include <algorithm>

#include "chain/signals.h"

namespace linecheck::simulation {
namespace {

using chain::DummyPlug;

// What a knob at its left stop lets through.
constexpr Decibels kLeastLeft = Decibels::of(-80.0);
constexpr Decibels kMostLeft = Decibels::of(-60.0);

/// Whether the sender's signal gets into the receiver.
bool passesSignal(const std::optional<DummyPlug>& dummy) {
  return !dummy;
}

/// Whether the receiver still hears the cable itself.
bool isCableHeard(const std::optional<DummyPlug>& dummy) {
  return !dummy || *dummy == DummyPlug::onLooseEnd || *dummy == DummyPlug::betweenCableAndA;
}

}  // namespace

ListeningWay::ListeningWay(const Standing& standing, const chain::Socket& at)
    : standing_(standing) {
  if (standing.desk.device(at.device)) follow(at.device, at.port, 1.0);
}

void ListeningWay::follow(const chain::DeviceId& device, const std::string& output, double gain) {
  // The first way to a device counts: the others are no longer.
  if (stages_.contains(device)) return;
  const bool isPlaying = standing_.desk.isPlaying(device, output).value_or(true);
  Stage& stage = stages_[device];
  stage.fromInside = standing_.isOn(device) && isPlaying ? gain : 0.0;
  stage.afterInput = stage.fromInside;
  if (standing_.situation.muted.contains(device)) {
    stage.afterInput = 0.0;
  } else if (standing_.situation.volumeDown.contains(device)) {
    stage.afterInput *=
        standing_.draws.between("volume at minimum " + device.text(), kLeastLeft, kMostLeft)
            .amplitudeRatio();
  }
  const double behindInput = stage.afterInput;
  for (const auto& end : standing_.desk.attached(device)) {
    const profiles::Port* port = standing_.desk.port(end.near->socket);
    if (end.isSource || !port || !chain::carriesAudio(*port)) continue;
    const auto goesTo = standing_.desk.routed(device, port->id);
    const bool isOnWay = std::any_of(goesTo.begin(), goesTo.end(),
                                     [&](const profiles::Port* to) { return to->id == output; });
    if (!isOnWay) continue;
    cables_.push_back(end.cable);
    follow(end.far->socket.device, end.far->socket.port,
           passesSignal(standing_.dummy(end.cable->id)) ? behindInput : 0.0);
  }
}

ListeningWay::Stage ListeningWay::stage(const chain::DeviceId& device) const {
  const auto found = stages_.find(device);
  return found == stages_.end() ? Stage{} : found->second;
}

double ListeningWay::afterCable(const chain::Cable& cable) const {
  if (!isCableHeard(standing_.dummy(cable.id))) return 0.0;
  return stage(cable.to.socket.device).afterInput;
}

}  // namespace linecheck::simulation
