#include "diagnosis/audibility_words.h"

#include <cmath>
#include <string>

#include "base/number_text.h"

namespace linecheck::diagnosis {
namespace {

using levels::Gap;

std::string levelText(DecibelsFs level) {
  return numberText(level.value(), 0, "dBFS");
}

std::string decibelText(Decibels difference) {
  return numberText(std::abs(difference.value()), 0, "dB");
}

// The one that comes nearest to being heard, or is heard best.
const HarmonicAudibility* nearest(const Audibility& audibility) {
  const HarmonicAudibility* best = nullptr;
  for (const HarmonicAudibility& harmonic : audibility.harmonics) {
    const auto margin = harmonic.margin();
    if (margin && (best == nullptr || *margin > *best->margin())) best = &harmonic;
  }
  return best;
}

std::string placeText(const chain::Desk& desk, const chain::Place& place) {
  const chain::DeviceId device(place.part);
  const profiles::Profile* profile = desk.profile(device);
  std::string name = desk.name(device);
  if (place.detail.empty()) return name;
  if (profile != nullptr) {
    if (const auto* control = profile->control(place.detail)) return name + ", " + control->name;
    if (const auto* port = profile->port(place.detail)) return name + ", " + port->name;
  }
  return name + ", " + place.detail;
}

Sentence needOf(const chain::Desk& desk, const levels::Missing& missing) {
  const std::string where = placeText(desk, missing.where);
  switch (missing.gap) {
    case Gap::sensitivity:
      return {"The sensitivity of %1 is not known: add it to its profile.", {where}};
    case Gap::impedance:
      return {"The impedance of %1 is not known: add it to its profile.", {where}};
    case Gap::setting:
      return {"Tell how %1 stands.", {where}};
    case Gap::taper:
      return {"How %1 turns is not known: add its taper to the profile.", {where}};
    case Gap::gain:
    case Gap::balancedDrive:
    case Gap::maximumLevel:
    case Gap::noise:
    case Gap::source:
      break;
  }
  return {"The gain of %1 is not known: add it to its profile.", {where}};
}

}  // namespace

Sentence audibilitySentence(const Audibility& audibility, DecibelsFs total) {
  const HarmonicAudibility* most = nearest(audibility);
  if (audibility.isAudible == false && most != nullptr) {
    const std::string below = decibelText(*most->margin());
    if (total.isSilent()) {
      return {"No hum, and what the noise could hide is at least %1 below what you can hear.",
              {below}};
    }
    return {"%1, %2 below what you can hear: not worth chasing.", {levelText(total), below}};
  }
  if (audibility.isAudible == true && most != nullptr) {
    return {"%1: you can hear it. At %2 it is %3 above the quietest that you can hear.",
            {levelText(total), numberText(most->frequency.value(), 0, "Hz"),
             decibelText(*most->margin())}};
  }
  if (most != nullptr && !most->isBound && most->spl.low && most->spl.high && most->threshold) {
    const auto toThreshold = [&](DecibelsSpl level) {
      return numberText((level - *most->threshold).value(), 0, "dB");
    };
    return {
        "%1: perhaps you can hear it. At %2 it lies between %3 and %4 from the quietest that "
        "you can hear.",
        {levelText(total), numberText(most->frequency.value(), 0, "Hz"),
         toThreshold(*most->spl.low), toThreshold(*most->spl.high)}};
  }
  if (total.isSilent()) return {"No hum; whether you could hear what the noise hides is open.", {}};
  return {"%1. Whether you can hear that is not known.", {levelText(total)}};
}

std::vector<Sentence> audibilityNeeds(const chain::Desk& desk, const std::optional<EarPath>& path,
                                      bool isCalibrated, const levels::MissingSet& missing) {
  std::vector<Sentence> needs;
  if (!path) {
    needs.push_back(
        {"No headphones are fed from where this was captured. Draw them into the "
         "chain, or name another place.",
         {}});
    return needs;
  }
  if (!path->isPlaying) {
    needs.push_back({"A switch on the way to %1 lets nothing through as it stands.",
                     {desk.name(path->headphones)}});
  }
  if (!isCalibrated) {
    needs.push_back({"Nobody has told which level is 0 dBFS at the input: calibrate it.", {}});
  }
  for (const levels::Missing& item : missing.items()) needs.push_back(needOf(desk, item));
  return needs;
}

}  // namespace linecheck::diagnosis
