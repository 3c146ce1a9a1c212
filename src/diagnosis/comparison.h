#pragma once

#include <vector>

#include "diagnosis/change.h"
#include "diagnosis/evidence.h"

namespace linecheck::diagnosis {

struct HarmonicChange {
  int order = 1;
  Change change;
};

struct CauseChange {
  Cause cause = Cause::unknown;
  Change change;  ///< Of its signature.
};

struct Comparison {
  std::vector<HarmonicChange> harmonics;  ///< Of orders seen in either capture.
  std::vector<CauseChange> causes;        ///< Of those whose signature is in either.
  Change total;  ///< Of all hum and all other interference together, steady noise left out.

  [[nodiscard]] const Change* of(Cause cause) const;
};

/// One standard deviation of what a source changes between two captures of the same desk:
/// docs/diagnosis.md, "Before and after", says why so much.
[[nodiscard]] Decibels wanderOf(int order);
inline constexpr Decibels kSignatureWander = Decibels::of(0.3);

/// Two captures of one desk through the same input at the same gain. An order that a played tone
/// covers in either is left out, and so are all if one has 50 Hz mains and the other 60 Hz.
/// Thread-safe: yes.
[[nodiscard]] Comparison compare(const Evidence& before, const Evidence& after);

}  // namespace linecheck::diagnosis
