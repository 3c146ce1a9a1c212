#include "diagnosis/hunt_belief.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>
#include <utility>

#include "base/check.h"

namespace linecheck::diagnosis {
namespace {

/// Levels wander a little from capture to capture, with the mains if with nothing else.
constexpr double kDrift = 0.7;
constexpr double kGoneTo = 30.0;
constexpr double kGoneSpread = 10.0;
/// Or to anything from here to there, as much noise as there is.
constexpr double kGoneLeast = 20.0;
constexpr double kGoneMost = 90.0;
/// Of what is gone, this much is gone for good: nothing else is there.
constexpr double kForGood = 0.5;
constexpr double kSlip = 0.05;
constexpr double kSeveral = 0.05;
/// Of something that nobody foretells.
constexpr double kLeast = -100.0;
constexpr double kMost = 60.0;
/// Nothing that was measured is impossible.
constexpr double kLeastLikelihood = 1e-5;
/// Of what goes if one of several culprits does.
constexpr double kSeveralLeast = -20.0;

double normal(double x, double mean, double sigma) {
  const double z = (x - mean) / sigma;
  return std::exp(-0.5 * z * z) / (sigma * std::sqrt(2.0 * std::numbers::pi));
}

double normalAtMost(double x, double mean, double sigma) {
  return 0.5 * std::erfc((mean - x) / (sigma * std::numbers::sqrt2));
}

double uniform(double x, double low, double high) {
  return x >= low && x <= high ? 1.0 / (high - low) : 0.0;
}

double uniformAtMost(double x, double low, double high) {
  return std::clamp((x - low) / (high - low), 0.0, 1.0);
}

double anything(double x, double error) {
  return 0.5 * normal(x, 0.0, error) + 0.5 * uniform(x, kLeast, kMost);
}

double anythingAtMost(double x, double error) {
  return 0.5 * normalAtMost(x, 0.0, error) + 0.5 * uniformAtMost(x, kLeast, kMost);
}

double down(double x, double error) {
  return 0.5 * normal(x, -kGoneTo, std::hypot(error, kGoneSpread)) +
         0.5 * uniform(x, -kGoneMost, -kGoneLeast);
}

double downAtMost(double x, double error) {
  return 0.5 * normalAtMost(x, -kGoneTo, std::hypot(error, kGoneSpread)) +
         0.5 * uniformAtMost(x, -kGoneMost, -kGoneLeast);
}

double withDrift(Decibels standardError) {
  return std::hypot(standardError.value(), kDrift);
}

/// So much less than the loudest may still be the main one; beyond, e times less likely for each of
/// the second.
constexpr Decibels kLoudEnough = 6_dB;
constexpr double kPerFold = 3.0;

/// The ear hears noise without lines better than a hum that is so much stronger.
constexpr Decibels kNoiseCounts = 15_dB;
/// What sounds like nothing known is something known in an unusual guise one time in ten.
constexpr double kMostUnknown = 0.9;

/// Causes of one family are heard in the same part of the sound.
enum class Family { mains, hash, computer, phone, noise };
constexpr std::size_t kFamilies = 5;

std::optional<Family> familyOf(Cause cause) {
  switch (cause) {
    case Cause::groundLoop:
    case Cause::magneticPickup:
    case Cause::supplyRipple:
    case Cause::earthLeakage:
    case Cause::dimmer:
      return Family::mains;
    case Cause::mainsHash:
      return Family::hash;
    case Cause::computerHash:
    case Cause::usbFrames:
      return Family::computer;
    case Cause::mobilePhone:
      return Family::phone;
    case Cause::interfaceNoise:
    case Cause::gainHiss:
      return Family::noise;
    case Cause::noHum:
    case Cause::unknown:
      break;
  }
  return std::nullopt;
}

DecibelsFs louder(const Signature* a, const Signature* b) {
  return std::max(a ? a->level : DecibelsFs(), b ? b->level : DecibelsFs());
}

/// Of each family, the change of the signature that is loudest before or after; null where there
/// is none.
std::array<const Change*, kFamilies> changesOf(const Comparison& comparison, const Evidence& before,
                                               const Evidence& after) {
  std::array<const Change*, kFamilies> changes{};
  std::array<DecibelsFs, kFamilies> loudest{};
  for (const CauseChange& one : comparison.causes) {
    const auto family = familyOf(one.cause);
    if (!family) continue;
    const DecibelsFs level = louder(before.signature(one.cause), after.signature(one.cause));
    const auto index = static_cast<std::size_t>(*family);
    if (level.isSilent() || level <= loudest[index]) continue;
    loudest[index] = level;
    changes[index] = &one.change;
  }
  return changes;
}

/// How a family that is not the culprit's own takes a step: for the most part as its own suspects
/// would have it, so that what they all foretell speaks neither for nor against the family.
constexpr double kAsItsOwn = 0.7;

/// Of the change of a family if the culprit is a stranger to it.
double strangersLikelihood(const std::vector<Suspect>& suspects, const std::vector<double>& prior,
                           const std::vector<Expectation>& expected, std::size_t family,
                           const Change& change) {
  double sum = 0.0;
  double weight = 0.0;
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    const auto own = familyOf(suspects[i].cause);
    if (!own || static_cast<std::size_t>(*own) != family) continue;
    sum += prior[i] * expected[i].likelihood(change);
    weight += prior[i];
  }
  const double broad = Expectation::ofUnknown().likelihood(change);
  return weight > 0.0 ? kAsItsOwn * sum / weight + (1.0 - kAsItsOwn) * broad : broad;
}

}  // namespace

std::vector<CauseProbability> byLoudness(const Diagnosis& heard) {
  std::array<DecibelsFs, kFamilies> levels{};
  for (const Signature& one : heard.evidence.signatures) {
    const auto family = familyOf(one.cause);
    if (!family) continue;
    DecibelsFs& level = levels[static_cast<std::size_t>(*family)];
    level = std::max(level, one.level.isSilent() ? one.limit : one.level);
  }
  DecibelsFs& noise = levels[static_cast<std::size_t>(Family::noise)];
  const DecibelsFs heardNoise = std::exchange(noise, DecibelsFs::silence());
  const DecibelsFs loudest = *std::max_element(levels.begin(), levels.end());
  // Other noise drowns no tones that are found in it.
  noise = heardNoise + kNoiseCounts;
  std::vector<CauseProbability> causes = heard.causes;
  double sum = 0.0;
  for (CauseProbability& one : causes) {
    const auto family = familyOf(one.cause);
    if (family && !loudest.isSilent()) {
      const DecibelsFs level = levels[static_cast<std::size_t>(*family)];
      const Decibels below = loudest - level - kLoudEnough;
      if (!level.isSilent() && below > 0_dB) one.probability *= std::exp(-below.value() / kPerFold);
    }
    sum += one.probability;
  }
  if (!(sum > 0.0)) return causes;
  double known = 0.0;
  for (CauseProbability& one : causes) {
    one.probability /= sum;
    if (one.cause != Cause::unknown) known += one.probability;
  }
  if (known >= 1.0 - kMostUnknown || !(known > 0.0)) return causes;
  for (CauseProbability& one : causes) {
    one.probability =
        one.cause == Cause::unknown ? kMostUnknown : one.probability * (1.0 - kMostUnknown) / known;
  }
  return causes;
}

Expectation Expectation::of(const Remainder& remainder) {
  Expectation made;
  made.mean_ = remainder.change.value();
  made.spread_ = remainder.spread.value();
  if (isGone(remainder)) made.kind_ = Kind::goes;
  if (remainder.change >= 35_dB) made.kind_ = Kind::comes;
  return made;
}

Expectation Expectation::ofUnknown() {
  Expectation made;
  made.kind_ = Kind::unknown;
  return made;
}

double Expectation::coreDensity(double change, double error) const {
  switch (kind_) {
    case Kind::follows:
      return normal(change, mean_, std::hypot(error, spread_));
    case Kind::goes:
      return (1.0 - kForGood) * down(change, error);
    case Kind::comes:
      return (1.0 - kForGood) * down(-change, error);
    case Kind::unknown:
      return anything(change, error);
  }
  return 0.0;
}

double Expectation::coreAtMost(double limit, double error) const {
  switch (kind_) {
    case Kind::follows:
      return normalAtMost(limit, mean_, std::hypot(error, spread_));
    case Kind::goes:
      return kForGood + (1.0 - kForGood) * downAtMost(limit, error);
    case Kind::comes:
      return (1.0 - kForGood) * (1.0 - downAtMost(-limit, error));
    case Kind::unknown:
      return anythingAtMost(limit, error);
  }
  return 0.0;
}

double Expectation::density(Decibels change, Decibels standardError) const {
  const double error = withDrift(standardError);
  const double x = change.value();
  return (1.0 - kSlip - kSeveral) * coreDensity(x, error) + kSlip * anything(x, error) +
         kSeveral * uniform(x, kSeveralLeast, 0.0);
}

double Expectation::atMost(Decibels limit, Decibels standardError) const {
  const double error = withDrift(standardError);
  const double x = limit.value();
  return (1.0 - kSlip - kSeveral) * coreAtMost(x, error) + kSlip * anythingAtMost(x, error) +
         kSeveral * uniformAtMost(x, kSeveralLeast, 0.0);
}

double Expectation::likelihood(const Change& seen) const {
  if (!std::isfinite(seen.change.value()) || !std::isfinite(seen.standardError.value())) return 1.0;
  if (!seen.isBound) {
    return std::max(density(seen.change, seen.standardError), kLeastLikelihood);
  }
  if (seen.verdict == ChangeVerdict::cannotTell) return 1.0;
  const double below = atMost(seen.change, seen.standardError);
  return std::max(seen.isLeast ? 1.0 - below : below, kLeastLikelihood);
}

namespace {

/// The heard family that the culprit is most likely of.
std::optional<std::size_t> mainFamily(const std::vector<Suspect>& suspects,
                                      const std::vector<double>& belief,
                                      const std::array<const Change*, kFamilies>& changes) {
  std::array<double, kFamilies> weight{};
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    if (const auto own = familyOf(suspects[i].cause)) {
      weight[static_cast<std::size_t>(*own)] += belief[i];
    }
  }
  std::optional<std::size_t> main;
  for (std::size_t family = 0; family < kFamilies; ++family) {
    if (!changes[family] || weight[family] <= (main ? weight[*main] : 0.0)) continue;
    main = family;
  }
  return main;
}

/// Whether what a suspect brings is noise for a good part: where its rhythm is not heard it is
/// taken for such.
bool isNoisy(Cause cause) {
  return cause == Cause::mainsHash || cause == Cause::computerHash;
}

}  // namespace

Change mainChange(const std::vector<Suspect>& suspects, const std::vector<double>& belief,
                  const Comparison& comparison, const Evidence& before, const Evidence& after) {
  const auto changes = changesOf(comparison, before, after);
  const auto main = mainFamily(suspects, belief, changes);
  return main ? *changes[*main] : comparison.total;
}

std::vector<double> updated(const std::vector<Suspect>& suspects, const std::vector<double>& prior,
                            const std::vector<Expectation>& expected, const Comparison& comparison,
                            const Evidence& before, const Evidence& after) {
  if (!LC_VERIFY(suspects.size() == prior.size() && prior.size() == expected.size())) return prior;
  const auto changes = changesOf(comparison, before, after);
  const bool isAnything = std::any_of(changes.begin(), changes.end(),
                                      [](const Change* change) { return change != nullptr; });
  const auto main = mainFamily(suspects, prior, changes);
  std::array<double, kFamilies> strangers{};
  for (std::size_t family = 0; family < kFamilies; ++family) {
    if (!changes[family]) continue;
    strangers[family] = strangersLikelihood(suspects, prior, expected, family, *changes[family]);
  }
  std::vector<double> posterior = prior;
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    const auto own = familyOf(suspects[i].cause);
    if (!isAnything) {
      posterior[i] *= expected[i].likelihood(comparison.total);
      continue;
    }
    for (std::size_t family = 0; family < kFamilies; ++family) {
      if (!changes[family]) continue;
      // What is on no list is heard where the culprit is.
      const bool isOwn = own ? static_cast<std::size_t>(*own) == family : main == family;
      if (isOwn) {
        posterior[i] *= expected[i].likelihood(*changes[family]);
      } else if (family == static_cast<std::size_t>(Family::noise) && isNoisy(suspects[i].cause)) {
        posterior[i] *= 0.5 * (expected[i].likelihood(*changes[family]) + strangers[family]);
      } else {
        posterior[i] *= strangers[family];
      }
    }
  }
  const double sum = std::accumulate(posterior.begin(), posterior.end(), 0.0);
  // What nobody thought possible tells nothing of who it was.
  if (!(sum > 0.0) || !std::isfinite(sum)) return prior;
  for (double& one : posterior) one /= sum;
  return posterior;
}

double entropy(const std::vector<double>& probabilities) {
  double bits = 0.0;
  for (const double p : probabilities) {
    if (p > 0.0) bits -= p * std::log2(p);
  }
  return bits;
}

double information(const std::vector<double>& prior,
                   const std::vector<std::vector<double>>& outcomes) {
  if (prior.empty() || !LC_VERIFY(prior.size() == outcomes.size())) return 0.0;
  const std::size_t count = outcomes.front().size();
  std::vector<double> overall(count, 0.0);
  double noise = 0.0;
  for (std::size_t i = 0; i < prior.size(); ++i) {
    for (std::size_t k = 0; k < count; ++k) overall[k] += prior[i] * outcomes[i][k];
    noise += prior[i] * entropy(outcomes[i]);
  }
  return std::max(0.0, entropy(overall) - noise);
}

double information(const std::vector<double>& prior, const std::vector<Expectation>& expected,
                   Decibels headroom) {
  static constexpr std::array kEdges{-24.0, -16.0, -9.0, -5.0, -2.5, 2.5, 5.0, 9.0, 16.0};
  constexpr Decibels kUsualError = 0.5_dB;
  std::vector<std::vector<double>> outcomes;
  outcomes.reserve(expected.size());
  for (const Expectation& one : expected) {
    std::vector<double> bins;
    double below = 0.0;
    for (const double edge : kEdges) {
      if (edge <= -headroom.value()) continue;
      const double atMost = one.atMost(Decibels::of(edge), kUsualError);
      bins.push_back(atMost - below);
      below = atMost;
    }
    bins.push_back(1.0 - below);
    outcomes.push_back(std::move(bins));
  }
  return information(prior, outcomes);
}

}  // namespace linecheck::diagnosis
