#pragma once

#include <cstddef>

#include "matching/drive.h"

namespace linecheck::matching {

/// What all steps of a pair have in common, in dB: dB SPL for levels.
struct Pairing {
  Pairing(const PreparedOutput& output, const PreparedLoad& load);

  struct Step {
    Triple fullScale;  ///< Knob fully up, as if the output had no limit.
    Triple maximum;    ///< The lesser of that and the output's limit.
    bool isLimitedByFeed = false;
  };
  [[nodiscard]] Step step(std::size_t index) const;
  /// The lowest step that reaches `level`, or the highest; nothing if that is not known.
  [[nodiscard]] std::optional<std::size_t> lowestReaching(double level) const;

  const PreparedOutput& output;
  const PreparedLoad& load;
  Triple share;
  Triple loss;
  Drive drive;
  Triple ownMaximum;  ///< By the output's own limits.
};

/// The knob's gain for a working level, so that full scale lies `programmePeaks` above it.
[[nodiscard]] Triple attenuationFor(double level, const Request& request, const Triple& fullScale);

}  // namespace linecheck::matching
