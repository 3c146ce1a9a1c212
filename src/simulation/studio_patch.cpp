#include "simulation/studio_patch.h"

namespace linecheck::simulation {

Patch studioPatch(measure::Harness harness, const measure::Values& values) {
  using measure::Harness;
  using Kind = Patch::Kind;
  const auto with = [&values](Kind kind) {
    const auto ohms = values.get("resistor");
    const bool isKnown = ohms && *ohms > 0.0;
    return Patch{kind, isKnown ? std::optional(Ohms::of(*ohms)) : std::nullopt};
  };
  switch (harness) {
    case Harness::terminatedInput:
      return with(Kind::terminated);
    case Harness::loadedOutput:
      return with(Kind::loaded);
    case Harness::seriesResistorOpen:
      return with(Kind::seriesResistor);
    case Harness::seriesResistorLoad:
      return with(Kind::seriesHeadphones);
    case Harness::commonMode:
      return with(Kind::bothLegs);
    case Harness::loop:
    case Harness::loopThroughAmplifier:
    case Harness::openOutput:
    case Harness::normalMode:
    case Harness::meterOnOutput:
    case Harness::soundLevelMeter:
      break;
  }
  return {};
}

}  // namespace linecheck::simulation
