#pragma once

#include <optional>
#include <vector>

#include "chain/device.h"
#include "chain/place.h"
#include "levels/level_plan.h"

namespace linecheck::levels {

/// How loud somebody wants to listen.
struct Listening {
  DecibelsSpl level;  ///< Of the programme's working level, at the ear.
  /// How much louder it should go with the knob fully up.
  Decibels reserve = Decibels::of(10.0);
  Programme programme;
};

/// What stands in the way of a good setting.
struct Obstacle {
  enum class Kind {
    overloadsInput,  ///< Even the lowest output level is too high for the next input.
    tooQuiet,        ///< Even the highest gain leaves less than the reserve.
    knobTooLow,      ///< The knob stays below the middle of its travel.
    clips,           ///< A sine of 0 dBFS clips here at this listening level.
  };
  Kind kind = Kind::overloadsInput;
  chain::Place where;
  Decibels by;  ///< How many decibels too much or too little.

  bool operator==(const Obstacle&) const = default;
};

/// How to set what is set once, and where the one live knob then stands.
struct Recommendation {
  struct Choice {
    chain::Place control;
    chain::Setting setting;

    bool operator==(const Choice&) const = default;
  };
  struct Knob {
    chain::Place control;
    Estimate<Decibels> gain;         ///< As the control itself counts.
    Estimate<Decibels> attenuation;  ///< Below fully up, 0 dB or more.
    Estimate<chain::Travel> travel;  ///< Empty if the knob's taper is not known.
  };

  /// Output trims and pads, the next input's sensitivity, digital volumes (fully up) and the gain
  /// switch, in the order of the chain; of the gain switch only if the loudness is known.
  std::vector<Choice> choices;
  /// The last analogue volume on the way, or the last volume if none is analogue; empty if there is
  /// none, or the loudness is not known.
  std::optional<Knob> knob;
  Estimate<DecibelsSpl> loudest;  ///< The working level with the knob fully up.
  std::vector<Obstacle> obstacles;
  MissingSet missing;  ///< What would have to be told for a better recommendation.
  Path path;           ///< The levels, with everything set so.
};

/// The part of a knob's travel that counts as its middle.
inline constexpr chain::Travel kMiddleFrom{0.4};

/// The output trim (or pad) is the highest that the next input takes and that leaves the knob at or
/// above the middle of its travel; an input's sensitivity the lowest that the output can fill; the
/// gain step the lowest with the reserve. Best values count, and where there is none the bound on
/// the safe side. The path must be one of the desk's plan.
[[nodiscard]] Recommendation recommend(const chain::Desk& desk, const Path& path,
                                       const Listening& listening);

}  // namespace linecheck::levels
