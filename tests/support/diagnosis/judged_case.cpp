#include "support/diagnosis/judged_case.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace linecheck::testing {
namespace {

using diagnosis::Cause;
using simulation::NoiseKind;

Cause causeFor(NoiseKind kind) {
  switch (kind) {
    case NoiseKind::groundLoop:
      return Cause::groundLoop;
    case NoiseKind::magneticPickup:
      return Cause::magneticPickup;
    case NoiseKind::supplyRipple:
      return Cause::supplyRipple;
    case NoiseKind::leakage:
      return Cause::earthLeakage;
    case NoiseKind::dimmer:
      return Cause::dimmer;
    case NoiseKind::mainsHash:
      return Cause::mainsHash;
    case NoiseKind::computerHash:
      return Cause::computerHash;
    case NoiseKind::usbFrames:
      return Cause::usbFrames;
    case NoiseKind::mobilePhone:
      return Cause::mobilePhone;
    case NoiseKind::converterNoise:
      return Cause::noHum;
    case NoiseKind::hiss:
      return Cause::gainHiss;
  }
  return Cause::unknown;
}

Cause truthOf(const Case& made) {
  if (made.planted.empty()) return Cause::noHum;
  const auto known = made.planted.front().known();
  return known ? causeFor(*known) : Cause::unknown;
}

bool isQuiet(Cause cause) {
  return cause == Cause::noHum || cause == Cause::interfaceNoise;
}

std::vector<std::vector<double>> channelsOf(const StereoSamples& samples) {
  return {samples.begin(), samples.end()};
}

}  // namespace

bool JudgedCase::isRight() const {
  return top == truth || (isQuiet(top) && isQuiet(truth));
}

JudgedCase judge(CaseSet set, std::size_t index) {
  return judge(set, index, kCaseKinds.at(index % kCaseKinds.size()), {});
}

JudgedCase judge(CaseSet set, std::size_t index, CaseKind kind, const CaseWishes& wishes) {
  constexpr double kSurelyHiss = -80.0;  // dBFS
  const Case made = makeCase(caseSeed(set, index), kind, wishes);
  const Hertz rate = Hertz::of(made.sampleRate);
  diagnosis::Evidence own;
  diagnosis::Listening listening;
  if (made.baseline) {
    own = diagnosis::gatherEvidence(channelsOf(*made.baseline), rate);
    listening.baseline = &own;
  }
  const auto found = diagnosis::diagnoseSound(channelsOf(made.channels), rate, listening);
  JudgedCase judged;
  judged.kind = kind;
  judged.truth = truthOf(made);
  judged.top = found.main().cause;
  judged.confidence = found.main().probability;
  judged.isSingle = causeOf(kind).has_value();
  judged.hasProgramme = made.programme.has_value();
  judged.description = made.description();
  if (kind == CaseKind::hiss && !made.baseline) {
    judged.isTellable = made.planted.front().level.value() >= kSurelyHiss;
  }
  return judged;
}

double calibrationError(std::span<const JudgedCase> judged) {
  struct Bin {
    double confidence = 0.0;
    double right = 0.0;
  };
  std::array<Bin, 10> bins{};
  for (const JudgedCase& each : judged) {
    Bin& bin = bins.at(std::min<std::size_t>(9, static_cast<std::size_t>(10.0 * each.confidence)));
    bin.confidence += each.confidence;
    bin.right += each.isRight() ? 1.0 : 0.0;
  }
  double sum = 0.0;
  for (const Bin& bin : bins) sum += std::abs(bin.confidence - bin.right);
  return sum / static_cast<double>(std::max<std::size_t>(1, judged.size()));
}

}  // namespace linecheck::testing
