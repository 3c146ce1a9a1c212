#include "simulation/patch.h"

#include <cmath>

namespace linecheck::simulation {
namespace {

// Input 2 hears output 1 and no longer its own.
void joinBothInputs(PathConfig& path) {
  path.output.gain[1].gain = Decibels::of(-HUGE_VAL);
  path.cable.leftToRight.flat = Decibels::of(0.0);
}

}  // namespace

PathConfig patched(PathConfig plain, const Patch& patch) {
  PathConfig path = plain;
  using Kind = Patch::Kind;
  switch (patch.kind) {
    case Kind::plain:
      break;
    case Kind::terminated:
      for (ChannelGain& gain : path.output.gain) gain.gain = Decibels::of(-HUGE_VAL);
      break;
    case Kind::loaded:
      path.output.load = patch.resistor;
      break;
    case Kind::seriesResistor:
      joinBothInputs(path);
      break;
    case Kind::seriesHeadphones:
      joinBothInputs(path);
      if (patch.resistor) {
        const auto earpiece = HeadphonesLoad{}.at(Hertz::of(1000.0));
        const double share = std::abs(earpiece / (earpiece + patch.resistor->value()));
        path.input.gain[1].gain += Decibels::fromAmplitudeRatio(share);
      }
      break;
    case Kind::bothLegs:
      path.input.drivesBothLegs = true;
      break;
  }
  return path;
}

}  // namespace linecheck::simulation
