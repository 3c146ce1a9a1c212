#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "matching/match.h"
#include "profiles/figure.h"
#include "profiles/profile.h"

namespace linecheck::matching {

/// A figure of a pair, for asking what it rests on.
enum class Figure {
  loss,
  damping,
  deviation,
  maximum,
  headroom,
  noise,
  gain,
  attenuation,
  travel,
  voltageAtTarget,
  currentAtTarget,
  powerAtTarget,
};

/// A figure of a profile that another one was worked out from.
struct SourceFigure {
  enum class Part {
    sourceImpedance,
    maximumLevel,
    ratedPower,
    outputNoise,
    gainStep,
    taper,  ///< And technology of the knob.
    impedance,
    impedanceCurve,
    sensitivity,
    driver,
  };
  Part part = Part::sourceImpedance;
  bool isOfHeadphones = false;
  std::string value;   ///< As its source prints it: "20–27 Ω"; empty for what is no number.
  std::string detail;  ///< The load of a rating in ohm, or the name of a gain step; else empty.
  profiles::Provenance provenance;

  bool operator==(const SourceFigure&) const = default;
};

struct Evidence {
  std::vector<SourceFigure> sources;
  /// The least among them; empty if there are none.
  std::optional<profiles::Confidence> least;
};

/// What a figure of a pair rests on, of the profiles that its output (a port of `source`) and its
/// load were made from. Either may be null: it was typed.
[[nodiscard]] Evidence sourcesOf(Figure figure, const profiles::Profile* source,
                                 std::string_view port, const profiles::Profile* headphones);

}  // namespace linecheck::matching
