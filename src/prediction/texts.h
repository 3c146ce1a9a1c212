#pragma once

#include "base/sentence.h"
#include "chain/desk.h"
#include "levels/missing.h"
#include "prediction/finding.h"

namespace linecheck::prediction {

/// What is not as predicted: "The loop comes back %1 lower than the chain predicts.", in English,
/// to be translated. Empty for an unknown id.
[[nodiscard]] Sentence findingText(const Finding& finding);

/// What may be behind it and how to mend it. `desk` is the loop's.
[[nodiscard]] Sentence causeText(const chain::Desk& desk, const Cause& cause);

/// "−6.0 dB", "14.0 dBu", "80 %", "HIGH".
[[nodiscard]] std::string positionText(const chain::Setting& setting);

/// What has to be told for a figure to be predicted: "The profile does not tell the greatest level
/// of Zen Go: Line in 1."
[[nodiscard]] Sentence missingText(const chain::Desk& desk, const levels::Missing& missing);

}  // namespace linecheck::prediction
