#pragma once

#include <cstddef>
#include <vector>

#include "base/sentence.h"
#include "diagnosis/diagnosis.h"

namespace linecheck::diagnosis {

/// What a diagnosis says about the chain, in words.
struct Verdict {
  Cause cause = Cause::unknown;
  double confidence = 0.0;               ///< Probability that `cause` is right, 0…1.
  Sentence headline;                     ///< How things stand.
  Sentence detail;                       ///< What was seen, and the cheapest next step.
  std::vector<CauseProbability> causes;  ///< All, the likeliest first.
  std::size_t channel = 0;               ///< On which it was found.
};

/// Thread-safe: yes.
[[nodiscard]] Verdict verdictOf(const Diagnosis& diagnosis);

/// Whether something was found that does not belong there.
[[nodiscard]] bool isFault(Cause cause);

/// The level of what the main cause makes; silence unless it is a fault.
[[nodiscard]] DecibelsFs interference(const Diagnosis& diagnosis);

}  // namespace linecheck::diagnosis
