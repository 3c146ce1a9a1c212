#include "setup/volume_words.h"

#include <cmath>

#include "base/number_text.h"
#include "setup/targets.h"

namespace linecheck::setup {

VolumeVerdict judgeVolume(double position, std::optional<chain::OperatingSystem> system) {
  const double target = volumeTarget(system);
  // Nobody knows whether it is Windows: either place is right.
  const double least = (system ? target : volumeTarget(chain::OperatingSystem::windows));
  if (position > 1.0 + kVolumeAbove) {
    return {State::wrong, Sentence{"Above 100 % the system amplifies, and loud passages clip. Set "
                                   "it to %1.",
                                   {percentText(target)}}};
  }
  if (position > target + kVolumeAbove) {
    return {State::wrong, Sentence{"Set it to %1: peaks need the room.", {percentText(target)}}};
  }
  if (position < least - kVolumeBelow) {
    return {State::wrong,
            Sentence{"Turn the knob behind it down, then set it to %1.", {percentText(target)}}};
  }
  return {State::done, std::nullopt};
}

std::string percentText(double fraction) {
  return numberText(100.0 * fraction, 0, "%");
}

std::string rateText(Hertz rate) {
  return numberText(rate.value() / 1000.0, 1, "kHz");
}

bool isSameRate(Hertz a, Hertz b) {
  return std::abs(a / b - 1.0) < 1e-6;
}

}  // namespace linecheck::setup
