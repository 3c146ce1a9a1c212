// What comes in with the power: a rectifier's ripple, and the hash that the mains brings.
#include <cmath>

#include "simulation/scene/arrivals.h"

namespace linecheck::simulation {
namespace {

using chain::Place;
using profiles::Supply;

constexpr double kRippleOfAc = 60e-6;  // Rectified and regulated inside the device.
constexpr double kRippleOfAdapter = 30e-6;
constexpr double kRippleInside = 20e-6;
constexpr Decibels kRippleSpread = Decibels::of(4.0);

constexpr double kHash = 40e-6;
constexpr double kHashOverUsb = 20e-6;
constexpr Decibels kLeastFiltered = Decibels::of(20.0);
constexpr Decibels kMostFiltered = Decibels::of(30.0);
constexpr Decibels kLampsOffLeast = Decibels::of(15.0);
constexpr Decibels kLampsOffMost = Decibels::of(40.0);

double rippleOf(const profiles::Profile* profile) {
  if (!profile || !profile->power) return kRippleInside;
  const profiles::Power& power = *profile->power;
  if (power.supply != Supply::externalAdapter) return kRippleInside;
  const bool isAc = power.adapter && power.adapter->current == profiles::CurrentKind::ac;
  return isAc ? kRippleOfAc : kRippleOfAdapter;
}

/// Whether a conditioner or a UPS lies between the device and the wall.
bool isFiltered(const chain::Desk& desk, const chain::DeviceId& device) {
  for (const chain::PowerLead* lead : desk.feeds(device)) {
    std::size_t steps = 0;
    for (const auto* point = desk.powerPoint(lead->from);
         point && steps <= desk.chain().powerPoints.size();
         point = desk.upstream(point->id), ++steps) {
      if (point->kind == chain::PowerPoint::Kind::conditioner ||
          point->kind == chain::PowerPoint::Kind::ups) {
        return true;
      }
    }
  }
  return false;
}

double filtered(const SceneView& view, const chain::DeviceId& device, double volts) {
  if (!isFiltered(view.standing.desk, device)) return volts;
  return volts /
         view.standing.draws.between("filter " + device.text(), kLeastFiltered, kMostFiltered)
             .amplitudeRatio();
}

/// By the computers that feed a device over USB.
double hashOverUsb(const SceneView& view, const chain::DeviceId& device) {
  const profiles::Profile* profile = view.standing.desk.profile(device);
  if (!profile || !profile->power || profile->power->supply != Supply::usbBus) return 0.0;
  double power = 0.0;
  for (const auto& end : view.standing.desk.attached(device)) {
    if (end.isSource || end.cable->kind != chain::CableKind::usb) continue;
    const chain::DeviceId& host = end.far->socket.device;
    if (!view.standing.isOnMains(host) || !view.standing.isOn(host)) continue;
    const double volts = filtered(view, host, kHashOverUsb);
    power += volts * volts;
  }
  return std::sqrt(power);
}

}  // namespace

void addSupplies(const SceneView& view, Arrivals& arrivals) {
  double hashPower = 0.0;
  for (const auto& [device, stage] : view.way.stages()) {
    if (view.standing.desk.kind(device) == profiles::Kind::computer) continue;
    double hash = hashOverUsb(view, device);
    if (view.standing.isOnMains(device)) {
      const double spread =
          view.standing.draws.spread("ripple " + device.text(), kRippleSpread).amplitudeRatio();
      const double ripple = rippleOf(view.standing.desk.profile(device)) * spread;
      arrivals.push_back(
          {NoiseKind::supplyRipple, Place(device), Volts::of(ripple * stage.fromInside)});
      hash = std::hypot(hash, filtered(view, device, kHash));
    }
    hashPower += hash * hash * stage.fromInside * stage.fromInside;
  }
  double hash = std::sqrt(hashPower);
  if (view.standing.situation.areDimmersOff) {
    hash /=
        view.standing.draws.between("lamps off", kLampsOffLeast, kLampsOffMost).amplitudeRatio();
  }
  arrivals.push_back({NoiseKind::mainsHash, Place(), Volts::of(hash)});
}

}  // namespace linecheck::simulation
