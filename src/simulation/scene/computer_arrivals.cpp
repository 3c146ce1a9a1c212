// What a computer sends along with the numbers: its load's hash and the USB's frames.
#include <algorithm>
#include <cmath>

#include "chain/host.h"
#include "simulation/scene/arrivals.h"

namespace linecheck::simulation {
namespace {

using chain::Place;

constexpr double kDirect = 30e-6;       // By the 5 V that feed the converter.
constexpr double kOverGround = 0.8e-3;  // Drives the loop through the USB's ground.
constexpr double kOnBoard = 60e-6;
constexpr double kFrames = 0.5;  // Of the above.
constexpr Decibels kLeastBusy = Decibels::of(6.0);
constexpr Decibels kMostBusy = Decibels::of(15.0);
constexpr Decibels kOtherPortLeast = Decibels::of(0.0);
constexpr Decibels kOtherPortMost = Decibels::of(20.0);
constexpr Decibels kWorstIsolator = Decibels::of(40.0);
constexpr Decibels kBestIsolator = Decibels::of(60.0);

double busyFactor(const SceneView& view, const chain::DeviceId& computer) {
  if (!view.standing.situation.busy.contains(computer)) return 1.0;
  return view.standing.draws.between("busy " + computer.text(), kLeastBusy, kMostBusy)
      .amplitudeRatio();
}

/// What comes through a USB cable, before the load of the computer counts.
double overUsb(const SceneView& view, const chain::Cable& cable) {
  const Draws& draws = view.standing.draws;
  const chain::Situation& situation = view.standing.situation;
  double direct = kDirect * view.way.stage(cable.to.socket.device).fromInside;
  if (situation.isolated.contains(cable.id)) {
    direct /= draws.between("usb isolator " + cable.id.text(), kWorstIsolator, kBestIsolator)
                  .amplitudeRatio();
  }
  double overGround = 0.0;
  for (const SceneGrounds::Drive& drive : view.grounds.drives()) {
    if (drive.where != Place(cable.id)) continue;
    overGround = kOverGround * view.heard(view.grounds.shieldsPerVolt(drive));
  }
  double volts = std::hypot(direct, overGround);
  if (situation.otherUsbPort.contains(cable.id)) {
    volts /= draws.between("other port " + cable.id.text(), kOtherPortLeast, kOtherPortMost)
                 .amplitudeRatio();
  }
  return volts;
}

}  // namespace

void addComputers(const SceneView& view, Arrivals& arrivals) {
  for (const chain::Cable* cable : view.way.cables()) {
    const chain::DeviceId& computer = cable->from.socket.device;
    if (cable->kind != chain::CableKind::usb) continue;
    const double volts = view.standing.isOn(computer) ? overUsb(view, *cable) : 0.0;
    arrivals.push_back(
        {NoiseKind::computerHash, Place(cable->id), Volts::of(volts * busyFactor(view, computer))});
    arrivals.push_back({NoiseKind::usbFrames, Place(cable->id), Volts::of(kFrames * volts)});
  }
  for (const auto& [device, stage] : view.way.stages()) {
    if (view.standing.desk.kind(device) != profiles::Kind::onboardAudio) continue;
    const chain::Device* host = chain::hostOfBuiltIn(view.standing.desk, device);
    const double busy = host ? busyFactor(view, host->id) : 1.0;
    arrivals.push_back(
        {NoiseKind::computerHash, Place(device), Volts::of(kOnBoard * busy * stage.fromInside)});
  }
}

}  // namespace linecheck::simulation
