#include "diagnosis/diagnosis.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/check.h"
#include "diagnosis/cause_weights.h"

namespace linecheck::diagnosis {
namespace {

constexpr std::size_t kCauses = static_cast<std::size_t>(Cause::unknown) + 1;
constexpr double kLeastMove = 0.1;  // dB

// Means of the fifths of a normal distribution, in standard deviations.
constexpr std::array kFifths = {-1.400, -0.532, 0.0, 0.532, 1.400};
// Where a value may be that is known not to exceed a bound, in dB (or clicks, dB per octave …)
// from it: most often not far.
constexpr std::array kBelowBound = {1.0, 4.0, 8.0, 13.0, 20.0};

std::size_t indexOf(Cause cause) {
  return static_cast<std::size_t>(cause);
}

double interpolate(const std::vector<double>& knots, const std::vector<double>& points, double x) {
  if (x <= knots.front()) return points.front();
  for (std::size_t i = 1; i < knots.size(); ++i) {
    if (x > knots[i]) continue;
    const double part = (x - knots[i - 1]) / (knots[i] - knots[i - 1]);
    return points[i - 1] + part * (points[i] - points[i - 1]);
  }
  return points.back();
}

// The values that stand for an observation's distribution.
std::array<double, 5> spreadOf(const Observation& observation) {
  std::array<double, 5> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    switch (observation.kind) {
      case Observation::Kind::measured:
        values[i] = observation.value + kFifths[i] * observation.standardError.value_or(0.0);
        break;
      case Observation::Kind::atMost:
        values[i] = observation.value - kBelowBound[i];
        break;
      case Observation::Kind::atLeast:
        values[i] = observation.value + kBelowBound[i];
        break;
    }
  }
  return values;
}

using Scores = std::array<double, kCauses>;

// What one observation adds to each cause.
Scores scoresOf(const TraitWeights& weights, const Observation& observation) {
  Scores scores{};
  for (const CausePoints& cause : weights.causes) {
    for (const double value : spreadOf(observation)) {
      scores[indexOf(cause.cause)] += interpolate(weights.knots, cause.points, value) / 5.0;
    }
  }
  return scores;
}

// Digital silence, or too short for a single frame: nothing was heard, and nothing else is known.
std::vector<CauseProbability> blind() {
  std::vector<CauseProbability> result;
  for (const Cause cause : causes()) {
    result.push_back({cause, cause == Cause::noHum ? 0.5 : 0.5 / (kCauses - 1), {}});
  }
  return result;
}

}  // namespace

double Diagnosis::probability(Cause cause) const {
  const auto found = std::find_if(causes.begin(), causes.end(), [&](const CauseProbability& each) {
    return each.cause == cause;
  });
  return found == causes.end() ? 0.0 : found->probability;
}

std::vector<CauseProbability> causeProbabilities(const Evidence& evidence) {
  std::vector<CauseProbability> result(kCauses);
  if (evidence.find(Trait::noiseLevel) == nullptr) return blind();
  Scores total{};
  for (const CausePrior& prior : causePriors()) total[indexOf(prior.cause)] = prior.points;
  for (const TraitWeights& weights : traitWeights()) {
    const Observation* observation = evidence.find(weights.trait);
    if (observation == nullptr || !LC_VERIFY(std::isfinite(observation->value))) continue;
    const Scores scores = scoresOf(weights, *observation);
    double mean = 0.0;
    for (const double score : scores) mean += score / kCauses;
    for (std::size_t i = 0; i < kCauses; ++i) {
      total[i] += scores[i];
      if (std::abs(scores[i] - mean) < kLeastMove) continue;
      result[i].moves.push_back({weights.trait, Decibels::of(scores[i] - mean)});
    }
  }
  const double greatest = *std::max_element(total.begin(), total.end());
  double sum = 0.0;
  for (std::size_t i = 0; i < kCauses; ++i) {
    result[i].cause = causes()[i];
    result[i].probability = std::pow(10.0, (total[i] - greatest) / 10.0);
    sum += result[i].probability;
    std::stable_sort(result[i].moves.begin(), result[i].moves.end(),
                     [](const Move& a, const Move& b) {
                       return std::abs(a.moves.value()) > std::abs(b.moves.value());
                     });
  }
  for (CauseProbability& cause : result) cause.probability /= sum;
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.probability > b.probability; });
  return result;
}

Diagnosis diagnoseSound(std::span<const std::vector<double>> channels, Hertz rate,
                        const Listening& listening) {
  Diagnosis diagnosis;
  diagnosis.evidence = gatherEvidence(channels, rate, listening);
  diagnosis.causes = causeProbabilities(diagnosis.evidence);
  return diagnosis;
}

}  // namespace linecheck::diagnosis
