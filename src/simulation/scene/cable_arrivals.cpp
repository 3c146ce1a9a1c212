// What cables take out of the air: fields of transformers, a telephone's bursts, a dimmer's edges.
#include <algorithm>
#include <cmath>

#include "simulation/scene/arrivals.h"

namespace linecheck::simulation {
namespace {

using chain::Neighbour;
using chain::Place;

constexpr double kFieldPerMetre = 0.5e-6;
constexpr double kBesidePowerCable = 25e-6;
constexpr double kBesideSupply = 60e-6;
constexpr double kBesideGraphicsCard = 10e-6;
constexpr Decibels kLeastMoved = Decibels::of(10.0);
constexpr Decibels kMostMoved = Decibels::of(25.0);

// A wave of 17 or 33 cm: what is longer picks up no more.
constexpr double kPhone = 60e-6;
constexpr double kPhoneLength = 1.0;
// Radio frequencies find their way past a balanced receiver.
constexpr double kPhoneBalanced = 0.1;
constexpr Decibels kPhoneAwayLeast = Decibels::of(30.0);
constexpr Decibels kPhoneAwayMost = Decibels::of(60.0);

constexpr double kDimmerPerMetre = 20e-6;
constexpr Decibels kDimmersOffLeast = Decibels::of(30.0);
constexpr Decibels kDimmersOffMost = Decibels::of(60.0);

double fieldAt(const chain::Cable& cable) {
  double power = kFieldPerMetre * kFieldPerMetre;
  for (const Neighbour neighbour : cable.beside) {
    const double field = neighbour == Neighbour::powerCable     ? kBesidePowerCable
                         : neighbour == Neighbour::plugInSupply ? kBesideSupply
                                                                : kBesideGraphicsCard;
    power += field * field;
  }
  return std::sqrt(power);
}

}  // namespace

void addCables(const SceneView& view, Arrivals& arrivals) {
  const chain::Situation& situation = view.standing.situation;
  const Draws& draws = view.standing.draws;
  SceneGrounds::Shields dimmers;
  for (const chain::Cable* cable : view.way.cables()) {
    if (cable->kind != chain::CableKind::analogue) continue;
    const Place place(cable->id);
    const double length = lengthOf(*cable).value();
    double field = fieldAt(*cable) * length;
    if (situation.movedAway.contains(cable->id)) {
      field /= draws.between("moved " + cable->id.text(), kLeastMoved, kMostMoved).amplitudeRatio();
    }
    arrivals.push_back(
        {NoiseKind::magneticPickup, place, Volts::of(view.heard({{cable->id, field}}))});

    const double sensitivity = view.sensitivity(*cable);
    double phone = kPhone * std::min(length, kPhoneLength) * view.way.afterCable(*cable) *
                   (sensitivity < 1.0 ? kPhoneBalanced : 1.0);
    if (situation.arePhonesAway) {
      phone /= draws.between("phones away", kPhoneAwayLeast, kPhoneAwayMost).amplitudeRatio();
    }
    arrivals.push_back({NoiseKind::mobilePhone, place, Volts::of(phone)});
    dimmers[cable->id] = kDimmerPerMetre * length;
  }
  double dimmer = view.heard(dimmers);
  if (situation.areDimmersOff) {
    dimmer /= draws.between("dimmers off", kDimmersOffLeast, kDimmersOffMost).amplitudeRatio();
  }
  arrivals.push_back({NoiseKind::dimmer, Place(), Volts::of(dimmer)});
}

}  // namespace linecheck::simulation
