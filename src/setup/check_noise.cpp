#include <cmath>

#include "base/number_text.h"
#include "setup/cause_words.h"
#include "setup/noise_reading.h"
#include "setup/opinion.h"

namespace linecheck::setup {
namespace {

using diagnosis::Cause;

/// Mains frequencies drift by a fifth of a hertz at most.
constexpr double kMainsTolerance = 1.0;  // Hz

Opinion opinionOn(const NoiseReading& reading, const std::string& item) {
  Opinion opinion{item, KnownBy::measured, State::done};
  const std::string percent = numberText(100.0 * reading.probability, 0, "%");
  if (reading.cause == Cause::noHum) {
    opinion.found = Sentence{"There is nothing above the noise of the devices themselves."};
  } else if (reading.cause == Cause::interfaceNoise) {
    opinion.found = Sentence{"There is only the noise of the interface itself."};
  } else if (isFine(reading)) {
    opinion.found = Sentence{"There is some noise, too soft to be heard: most likely %1.",
                             {causeWords(reading.cause)}};
  } else {
    opinion.state = State::wrong;
    opinion.found =
        Sentence{"Something is there: most likely %1 (%2).", {causeWords(reading.cause), percent}};
    opinion.cure = Sentence{
        "Hunt it down step by step: measured after each, until the link that "
        "brings it is found."};
  }
  return opinion;
}

void checkMains(const Evidence& evidence, const Taken<NoiseReading>& taken, Opinions& opinions) {
  const Item* item = evidence.first(ItemKind::mains);
  const auto& seen = taken.reading.mainsFrequency;
  if (!item || !seen) return;
  const Hertz told = evidence.survey.desk.chain().mains.frequency;
  const bool isRight = std::abs((*seen - told).value()) <= kMainsTolerance;
  Opinion opinion{item->id, KnownBy::measured, isRight ? State::done : State::wrong,
                  Sentence{"The hum is at %1.", {numberText(seen->value(), 2, "Hz")}}};
  if (!isRight) opinion.cure = Sentence{"Choose your country, or set the mains of the desk."};
  opinion.at = taken.at;
  opinions.push_back(std::move(opinion));
}

}  // namespace

const char* causeWords(Cause cause) {
  switch (cause) {
    case Cause::noHum:
      return "nothing";
    case Cause::groundLoop:
      return "a ground loop";
    case Cause::magneticPickup:
      return "the magnetic field of a transformer";
    case Cause::supplyRipple:
      return "a worn power supply";
    case Cause::earthLeakage:
      return "leakage of a supply, or no working earth";
    case Cause::dimmer:
      return "a dimmer";
    case Cause::mainsHash:
      return "hash and crackle from the mains";
    case Cause::computerHash:
      return "the computer's hash";
    case Cause::usbFrames:
      return "the clock of the USB";
    case Cause::mobilePhone:
      return "a mobile phone";
    case Cause::interfaceNoise:
      return "the interface itself";
    case Cause::gainHiss:
      return "too much gain somewhere";
    case Cause::unknown:
      break;
  }
  return "something that fits no known cause";
}

void checkNoise(const Evidence& evidence, Opinions& opinions) {
  const auto& taken = evidence.progress.readings.noise;
  if (!taken) return;
  if (const Item* item = evidence.first(ItemKind::hum)) {
    Opinion opinion = opinionOn(taken->reading, item->id);
    opinion.at = taken->at;
    opinions.push_back(std::move(opinion));
  }
  checkMains(evidence, *taken, opinions);
}

}  // namespace linecheck::setup
