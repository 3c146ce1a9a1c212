#include "measure/harness_wiring.h"

#include <algorithm>

namespace linecheck::measure {
namespace {

using T = Terminal;

std::vector<HarnessLink> linksOf(Harness harness) {
  switch (harness) {
    case Harness::loop:
      return {{T::lineOut1, T::lineIn1}, {T::lineOut2, T::lineIn2}};
    case Harness::loopThroughAmplifier:
      return {{T::lineOut1, T::amplifierInLeft},
              {T::lineOut2, T::amplifierInRight},
              {T::amplifierOutLeft, T::lineIn1},
              {T::amplifierOutRight, T::lineIn2}};
    case Harness::terminatedInput:
      return {{T::plug1, T::lineIn1, Joint::insert}, {T::plug2, T::lineIn2, Joint::insert}};
    case Harness::openOutput:
      return {{T::testedLeft, T::lineIn1}, {T::testedRight, T::lineIn2}};
    case Harness::loadedOutput:
      return {{T::testedLeft, T::lineIn1},
              {T::testedRight, T::lineIn2},
              {T::loadLeft, T::testedLeft, Joint::across},
              {T::loadRight, T::testedRight, Joint::across}};
    case Harness::seriesResistorOpen:
      return {{T::lineOut1, T::lineIn1},
              {T::lineOut1, T::resistorNear, Joint::lead},
              {T::resistorFar, T::lineIn2, Joint::lead}};
    case Harness::seriesResistorLoad:
      return {{T::lineOut1, T::lineIn1},
              {T::lineOut1, T::resistorNear, Joint::lead},
              {T::resistorFar, T::lineIn2, Joint::lead},
              {T::resistorFar, T::earpiece, Joint::lead},
              {T::earpieceGround, T::lineIn2Ground, Joint::lead}};
    case Harness::normalMode:
      return {{T::lineOut1, T::lineIn1}};
    case Harness::commonMode:
      return {{T::lineOut1, T::lineIn1, Joint::bothLegs}};
    case Harness::meterOnOutput:
      return {{T::redProbe, T::lineOut1Hot, Joint::probe},
              {T::blackProbe, T::lineOut1Cold, Joint::probe}};
    case Harness::soundLevelMeter:
      return {{T::soundLevelMeter, T::listeningPlace, Joint::place}};
  }
  return {};
}

std::optional<KeptOff> keptOffBy(Harness harness) {
  switch (harness) {
    case Harness::terminatedInput:
      return KeptOff::inputCables;
    case Harness::openOutput:
    case Harness::loadedOutput:
    case Harness::seriesResistorOpen:
      return KeptOff::headphones;
    default:
      return {};
  }
}

}  // namespace

std::optional<Harness> harnessBefore(Harness harness) {
  switch (harness) {
    case Harness::loadedOutput:
      return Harness::openOutput;
    case Harness::seriesResistorLoad:
      return Harness::seriesResistorOpen;
    case Harness::commonMode:
      return Harness::normalMode;
    default:
      return {};
  }
}

HarnessWiring harnessWiring(Harness harness) {
  HarnessWiring wiring{linksOf(harness), keptOffBy(harness)};
  if (const auto before = harnessBefore(harness)) {
    const auto there = linksOf(*before);
    for (HarnessLink& link : wiring.links) {
      link.stays = std::find(there.begin(), there.end(), link) != there.end();
    }
  }
  return wiring;
}

}  // namespace linecheck::measure
