#pragma once

#include <optional>
#include <string>
#include <vector>

#include "levels/estimate.h"
#include "matching/bounded.h"
#include "setup/survey.h"

/// Whether a knob works where a hand can set it well: in about the middle of its travel, with
/// something in reserve.
namespace linecheck::setup {

/// One position of the amplifier's gain switch, as the rest of the desk is set.
struct GainComfort {
  std::string step;
  levels::Estimate<DecibelsSpl> loudest;    ///< The working level with the knob fully up.
  levels::Estimate<Decibels> attenuation;   ///< At the wished loudness; 0 dB or more.
  matching::Bounded<chain::Travel> travel;  ///< The knob there, where its taper allows to say.
  bool isTooQuiet = false;                  ///< Less than the reserve is left, by best values.
  bool isKnobTooLow = false;                ///< Below the middle, whatever its taper.
};

/// In the switch's order, from the lowest gain to the highest; empty if there is none on the path,
/// or nobody can tell how loud it gets. Where the trim is not told, it counts as recommended.
[[nodiscard]] std::vector<GainComfort> gainComforts(const Survey& survey);

/// The travel of the path's knob at the best value of an attenuation of 0 dB or more. Of a
/// potentiometer of unknown taper there are bounds, of other knobs nothing is known.
[[nodiscard]] matching::Bounded<chain::Travel> knobTravel(const Survey& survey,
                                                          const levels::Estimate<Decibels>& below);

/// levels::recommend keeps a knob of known taper in its middle by lowering the trim. This does it
/// for a potentiometer of unknown taper, as far as it is too low whatever the taper; in whole
/// decibels, and never at the cost of the reserve.
void lowerTrimForKnob(Survey& survey);

}  // namespace linecheck::setup
