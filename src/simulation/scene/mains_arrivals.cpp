// What the mains drives through shields: loops, and the leakage of supplies without an earth.
#include <numbers>

#include "simulation/scene/arrivals.h"

namespace linecheck::simulation {
namespace {

// The filter capacitors of a supply, between half the mains voltage and its output.
constexpr double kFilterFarads = 2.2e-9;
constexpr Decibels kFilterSpread = Decibels::of(4.0);
constexpr Decibels kDriveSpread = Decibels::of(6.0);

}  // namespace

void addLoops(const SceneView& view, Arrivals& arrivals) {
  for (const SceneGrounds::Drive& drive : view.grounds.drives()) {
    const Decibels spread = view.standing.draws.spread("drive " + drive.where.text(), kDriveSpread);
    const double heard = view.heard(view.grounds.shieldsPerVolt(drive));
    arrivals.push_back(
        {NoiseKind::groundLoop, drive.where, drive.typical * (spread.amplitudeRatio() * heard)});
  }
}

void addLeakage(const SceneView& view, Arrivals& arrivals) {
  const chain::Mains& mains = view.standing.desk.chain().mains;
  const double omega = 2.0 * std::numbers::pi * mains.frequency.value();
  for (const chain::DeviceId& device : view.grounds.leaking()) {
    const Decibels spread = view.standing.draws.spread("leakage " + device.text(), kFilterSpread);
    const double amperes =
        0.5 * mains.voltage.value() * omega * kFilterFarads * spread.amplitudeRatio();
    arrivals.push_back({NoiseKind::leakage, chain::Place(device),
                        Volts::of(amperes * view.heard(view.grounds.shieldsPerAmpere(device)))});
  }
}

}  // namespace linecheck::simulation
