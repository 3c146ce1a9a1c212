#pragma once

#include <vector>

#include "diagnosis/cause.h"
#include "diagnosis/hum_pattern.h"

namespace linecheck::diagnosis {

/// How one ratio of a pattern is spread among the chains that have a cause: mean and standard
/// deviation of a normal distribution, in decibels.
struct Spread {
  double mean = 0.0;
  double deviation = 1.0;
};

/// One row of the model; docs/diagnosis.md holds the table with its sources.
struct CauseModel {
  Cause cause = Cause::unknown;
  double prior = 0.0;
  Spread evenToOdd;
  Spread oddToFundamental;
  Spread highToFundamental;
};

/// The causes of mains hum with their priors, which sum to 1.
[[nodiscard]] const std::vector<CauseModel>& causeModels();

struct CauseProbability {
  Cause cause = Cause::unknown;
  double probability = 0.0;
};

/// Bayes over `causeModels()` with independent ratios; sums to 1, the likeliest first.
[[nodiscard]] std::vector<CauseProbability> causeProbabilities(const HumPattern& pattern);

}  // namespace linecheck::diagnosis
