#pragma once

#include <algorithm>
#include <map>

#include "diagnosis/diagnosis.h"

namespace linecheck::ui::testing {

/// A diagnosis with these probabilities; the rest shares what is left.
inline diagnosis::Diagnosis madeDiagnosis(const std::map<diagnosis::Cause, double>& likely) {
  diagnosis::Diagnosis made;
  double left = 1.0;
  for (const auto& [cause, probability] : likely) left -= probability;
  const auto others = static_cast<double>(diagnosis::causes().size() - likely.size());
  for (const diagnosis::Cause cause : diagnosis::causes()) {
    const auto found = likely.find(cause);
    diagnosis::CauseProbability one;
    one.cause = cause;
    one.probability = found == likely.end() ? std::max(0.0, left / others) : found->second;
    one.moves = {{diagnosis::Trait::evenToOdd, Decibels::of(8.5)},
                 {diagnosis::Trait::gatedNoise, Decibels::of(-2.0)}};
    made.causes.push_back(one);
  }
  std::stable_sort(made.causes.begin(), made.causes.end(),
                   [](const auto& a, const auto& b) { return a.probability > b.probability; });
  diagnosis::Observation even;
  even.trait = diagnosis::Trait::evenToOdd;
  even.value = -28.0;
  diagnosis::Observation gated;
  gated.trait = diagnosis::Trait::gatedNoise;
  gated.kind = diagnosis::Observation::Kind::atMost;
  gated.value = 1.0;
  made.evidence.observations = {even, gated};
  made.evidence.duration = Seconds::of(5.0);
  return made;
}

}  // namespace linecheck::ui::testing
