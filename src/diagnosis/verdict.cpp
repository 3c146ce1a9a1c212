#include "diagnosis/verdict.h"

#include <algorithm>
#include <cmath>

#include "base/number_text.h"

namespace linecheck::diagnosis {
namespace {

std::string levelText(DecibelsFs level) {
  return numberText(level.value(), 1, "dBFS");
}

double nominalMains(const dsp::HumEstimate& hum) {
  return hum.fundamental.value() < 55.0 ? 50.0 : 60.0;
}

std::string multipleOfMains(const Evidence& evidence, int order) {
  return numberText(nominalMains(evidence.hum) * order, 0, "Hz");
}

// No estimate of how far down it looked: too short, or digital silence.
bool isBlind(const Evidence& evidence) {
  return evidence.find(Trait::noiseLevel) == nullptr || !evidence.hum.detectionLimit;
}

Sentence noHumDetail(const Evidence& evidence) {
  if (isBlind(evidence)) {
    return {"The capture is silent or too short to find faint hum. Capture longer.", {}};
  }
  return {"Nothing at the mains frequency or its harmonics down to %1.",
          {levelText(*evidence.hum.detectionLimit)}};
}

Sentence mainsDetail(Cause cause, const Evidence& evidence, const std::string& level) {
  const std::string mains = multipleOfMains(evidence, 1);
  switch (cause) {
    case Cause::groundLoop:
      return {
          "%1 and odd harmonics, %2 in all. Plug the whole chain into one power strip and "
          "measure again.",
          {mains, level}};
    case Cause::magneticPickup:
      if (!evidence.hum.present) {
        return {
            "The line tone of a tube screen, %1. Move the screen away or switch it off and "
            "measure again.",
            {level}};
      }
      return {
          "%1 almost alone, %2. Move power supplies away from the signal cables and measure "
          "again.",
          {mains, level}};
    case Cause::supplyRipple:
      return {
          "%1 and its multiples, %2 in all: a rectifier's ripple. Unplug one supply after "
          "another and see which one takes it away.",
          {multipleOfMains(evidence, 2), level}};
    case Cause::earthLeakage:
      return {
          "%1 with harmonics that hardly fall, %2 in all: supplies without an earth leak a "
          "little current. Unplug one of them after another and measure again.",
          {mains, level}};
    default:
      return {
          "%1 with harmonics far into the kilohertz, %2 in all. Switch off dimmers on the "
          "same circuit and measure again.",
          {mains, level}};
  }
}

Sentence highsDetail(Cause cause, const Evidence& evidence, const std::string& level) {
  switch (cause) {
    case Cause::mainsHash:
      return {
          "Noise in bursts at %1, or crackle, %2 in all. Switch off chargers and lamps on the "
          "same circuit and measure again.",
          {multipleOfMains(evidence, 2), level}};
    case Cause::computerHash:
      return {
          "Tones that wander, %1 in all. Give the graphics card work and hear whether they "
          "change; then try another USB port.",
          {level}};
    case Cause::usbFrames:
      return {
          "Tones at multiples of 1 kHz, USB's frame clock, %1 in all. Try a USB port at the "
          "back of the computer and measure again.",
          {level}};
    case Cause::mobilePhone:
      return {
          "Bursts at 217 Hz, %1 in all. Take phones two metres away from the cables and "
          "measure again.",
          {level}};
    case Cause::interfaceNoise:
      return {
          "What is heard, %1 of noise, its own loopback has as well. Nothing in the chain "
          "adds to it.",
          {level}};
    case Cause::gainHiss:
      return {
          "Broadband noise of %1 without a rhythm. Turn the gain down and what comes before "
          "it up, and measure again.",
          {level}};
    default:
      return {
          "Something that fits no single cause. Capture longer, or unplug one device after "
          "another.",
          {}};
  }
}

DecibelsFs levelOf(const Evidence& evidence, Cause cause) {
  const Signature* signature = evidence.signature(cause);
  return signature == nullptr ? DecibelsFs::silence() : signature->level;
}

// Of what belongs to no cause: lines and noise together.
DecibelsFs strayLevel(const Evidence& evidence) {
  const Observation* noise = evidence.find(Trait::noiseLevel);
  if (noise == nullptr) return DecibelsFs::silence();
  const Observation* lines = evidence.find(Trait::strayLines);
  const bool areThere = lines != nullptr && lines->kind == Observation::Kind::measured;
  return DecibelsFs::of(noise->value + (areThere ? std::max(0.0, lines->value) : 0.0));
}

Sentence detailFor(Cause cause, const Evidence& evidence) {
  const bool isMains = evidence.hum.present && levelOf(evidence, cause) < evidence.hum.total;
  const std::string level = levelText(isMains ? evidence.hum.total : levelOf(evidence, cause));
  switch (cause) {
    case Cause::noHum:
      return noHumDetail(evidence);
    case Cause::groundLoop:
    case Cause::magneticPickup:
    case Cause::supplyRipple:
    case Cause::earthLeakage:
    case Cause::dimmer:
      return mainsDetail(cause, evidence, level);
    default:
      return highsDetail(cause, evidence, levelText(levelOf(evidence, cause)));
  }
}

}  // namespace

bool isFault(Cause cause) {
  return cause != Cause::noHum && cause != Cause::interfaceNoise;
}

DecibelsFs interference(const Diagnosis& diagnosis) {
  const Cause cause = diagnosis.main().cause;
  if (!isFault(cause)) return DecibelsFs::silence();
  const DecibelsFs level = levelOf(diagnosis.evidence, cause);
  return level.isSilent() ? strayLevel(diagnosis.evidence) : level;
}

Verdict verdictOf(const Diagnosis& diagnosis) {
  Verdict verdict;
  const Evidence& evidence = diagnosis.evidence;
  verdict.causes = diagnosis.causes;
  verdict.cause = diagnosis.main().cause;
  verdict.confidence = diagnosis.main().probability;
  verdict.channel = evidence.channel;
  verdict.headline = {causeName(verdict.cause), {}};
  verdict.detail = detailFor(verdict.cause, evidence);
  return verdict;
}

}  // namespace linecheck::diagnosis
