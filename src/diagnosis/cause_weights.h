#pragma once

#include <span>
#include <vector>

#include "diagnosis/cause.h"
#include "diagnosis/evidence.h"

namespace linecheck::diagnosis {

/// What a trait adds to the score of one cause, in dB, at each of the trait's knots.
struct CausePoints {
  Cause cause = Cause::unknown;
  std::vector<double> points;
};

/// How one trait moves the causes: straight lines between the knots, level beyond the outer ones.
/// A cause that is not listed is not moved.
struct TraitWeights {
  Trait trait = Trait::humOverFloor;
  std::vector<double> knots;  ///< Rising, in the trait's unit; two or more.
  std::vector<CausePoints> causes;
};

struct CausePrior {
  Cause cause = Cause::unknown;
  double points = 0.0;  ///< dB.
};

/// The scorecard: docs/diagnosis.md holds the same figures.
[[nodiscard]] std::span<const TraitWeights> traitWeights();
/// Of every cause.
[[nodiscard]] std::span<const CausePrior> causePriors();

}  // namespace linecheck::diagnosis
