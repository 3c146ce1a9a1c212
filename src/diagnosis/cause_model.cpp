#include "diagnosis/cause_model.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace linecheck::diagnosis {
namespace {

double logNormalDensity(double x, double mean, double deviation) {
  const double z = (x - mean) / deviation;
  return -0.5 * z * z - std::log(deviation * std::sqrt(2.0 * std::numbers::pi));
}

// Φ without underflow in the far tail.
double logNormalCdf(double z) {
  if (z > -8.0) return std::log(0.5 * std::erfc(-z / std::numbers::sqrt2));
  return -0.5 * z * z - std::log(-z * std::sqrt(2.0 * std::numbers::pi));
}

double logLikelihood(const Ratio& ratio, const Spread& spread) {
  const double x = ratio.value.value();
  switch (ratio.kind) {
    case Ratio::Kind::measured:
      return logNormalDensity(x, spread.mean,
                              std::hypot(spread.deviation, ratio.standardError.value()));
    case Ratio::Kind::atMost:
      return logNormalCdf((x - spread.mean) / spread.deviation);
    case Ratio::Kind::atLeast:
      return logNormalCdf((spread.mean - x) / spread.deviation);
  }
  return 0.0;
}

}  // namespace

const std::vector<CauseModel>& causeModels() {
  static const std::vector<CauseModel> kModels = {
      {Cause::groundLoop, 0.45, {-48, 14}, {-26, 8}, {-42, 15}},
      {Cause::magneticPickup, 0.20, {-50, 12}, {-45, 8}, {-62, 15}},
      {Cause::supplyRipple, 0.20, {30, 18}, {0, 15}, {0, 20}},
      {Cause::mainsHash, 0.12, {-15, 12}, {-4, 7}, {-4, 8}},
      {Cause::unknown, 0.03, {-10, 35}, {-20, 35}, {-25, 35}},
  };
  return kModels;
}

std::vector<CauseProbability> causeProbabilities(const HumPattern& pattern) {
  std::vector<CauseProbability> result;
  for (const CauseModel& model : causeModels()) {
    result.push_back(
        {model.cause, std::log(model.prior) + logLikelihood(pattern.evenToOdd, model.evenToOdd) +
                          logLikelihood(pattern.oddToFundamental, model.oddToFundamental) +
                          logLikelihood(pattern.highToFundamental, model.highToFundamental)});
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.probability > b.probability; });
  const double greatest = result.front().probability;
  double sum = 0.0;
  for (CauseProbability& entry : result) {
    entry.probability = std::exp(entry.probability - greatest);
    sum += entry.probability;
  }
  for (CauseProbability& entry : result) entry.probability /= sum;
  return result;
}

}  // namespace linecheck::diagnosis
