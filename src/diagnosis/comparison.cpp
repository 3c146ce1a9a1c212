#include "diagnosis/comparison.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "dsp/spectrum.h"

namespace linecheck::diagnosis {
namespace {

using dsp::HumEstimate;
using dsp::HumHarmonic;

// The true level of a line in noise is above its reading by more than this once in 1000 times.
constexpr double kBoundErrors = 3.1;

// What is known of one order; nothing if a tone covers it, or its place is not known.
std::optional<Strength> strengthOf(const HumEstimate& hum, int order) {
  const auto found = std::find_if(hum.harmonics.begin(), hum.harmonics.end(),
                                  [order](const auto& line) { return line.order == order; });
  if (found == hum.harmonics.end() || found->covered) return std::nullopt;
  if (found->detected) return Strength{found->level, found->levelStandardError, false};
  if (!hum.present) {
    if (!found->ceiling) return std::nullopt;
    return Strength{*found->ceiling, {}, true};
  }
  if (found->level.isSilent()) return Strength{DecibelsFs::silence(), {}, true};
  const double relative = found->levelStandardError.value() / kDecibelsPerNeper;
  return Strength{
      found->level + Decibels::fromAmplitudeRatio(1.0 + kBoundErrors * relative), {}, true};
}

bool haveOneMains(const HumEstimate& before, const HumEstimate& after) {
  const auto is50Hz = [](const HumEstimate& hum) { return hum.fundamental.value() < 55.0; };
  return !before.present || !after.present || is50Hz(before) == is50Hz(after);
}

struct Pair {
  int order = 0;
  Strength before;
  Strength after;
};

std::vector<Pair> pairsOf(const HumEstimate& before, const HumEstimate& after) {
  std::vector<Pair> pairs;
  if (!haveOneMains(before, after)) return pairs;
  for (const HumHarmonic& line : before.harmonics) {
    const auto a = strengthOf(before, line.order);
    const auto b = strengthOf(after, line.order);
    if (a && b && !(a->isBound && b->isBound)) pairs.push_back({line.order, *a, *b});
  }
  return pairs;
}

std::optional<Strength> strengthOf(const Evidence& evidence, Cause cause) {
  const Signature* signature = evidence.signature(cause);
  if (signature == nullptr) return std::nullopt;
  if (signature->level.isSilent()) {
    return Strength{signature->limit, signature->standardError, true};
  }
  return Strength{signature->level, signature->standardError, false};
}

// Several strengths that add as powers.
class PowerSum {
 public:
  void add(const Strength& strength, Decibels wander) {
    const double power = dsp::powerFromLevel(strength.level);
    if (strength.isBound) {
      hidden_ += power;
      return;
    }
    const double error = strength.standardError.value() / kDecibelsPerNeper * 2.0 * power;
    power_ += power;
    variance_ += error * error;
    wander_ += power * wander.value();
  }

  [[nodiscard]] bool isEmpty() const { return power_ == 0.0; }
  /// Without what may hide in the noise.
  [[nodiscard]] Strength seen() const {
    if (isEmpty()) return {dsp::levelFromPower(hidden_), {}, true};
    return {dsp::levelFromPower(power_),
            Decibels::of(kDecibelsPerNeper * std::sqrt(variance_) / (2.0 * power_)), false};
  }
  [[nodiscard]] Strength most() const {
    Strength result = seen();
    result.level = dsp::levelFromPower(power_ + hidden_);
    return result;
  }
  /// The parts of one hum change together, so their wander adds as it is.
  [[nodiscard]] Decibels wander() const {
    return isEmpty() ? Decibels() : Decibels::of(wander_ / power_);
  }

 private:
  double power_ = 0.0;
  double variance_ = 0.0;
  double hidden_ = 0.0;
  double wander_ = 0.0;
};

// A verdict holds only if it does with whatever may hide on either side.
Change changeOfTotal(const PowerSum& before, const PowerSum& after) {
  const Decibels wander = std::max(before.wander(), after.wander());
  Change change = changeBetween(before.seen(), after.seen(), wander);
  const ChangeVerdict most = changeBetween(before.seen(), after.most(), wander).verdict;
  const ChangeVerdict least = changeBetween(before.most(), after.seen(), wander).verdict;
  if (most != change.verdict || least != change.verdict) {
    change.verdict = ChangeVerdict::cannotTell;
  }
  return change;
}

// What has no lines of the mains. What mains causes make is counted as hum, once.
constexpr Cause kOther[] = {Cause::mainsHash, Cause::computerHash, Cause::usbFrames,
                            Cause::mobilePhone};

Change totalChange(const std::vector<Pair>& pairs, const Evidence& before, const Evidence& after) {
  PowerSum earlier, later;
  for (const Pair& pair : pairs) {
    earlier.add(pair.before, wanderOf(pair.order));
    later.add(pair.after, wanderOf(pair.order));
  }
  for (const Cause cause : kOther) {
    const auto a = strengthOf(before, cause);
    const auto b = strengthOf(after, cause);
    if (!a || !b || (a->isBound && b->isBound)) continue;
    earlier.add(*a, kSignatureWander);
    later.add(*b, kSignatureWander);
  }
  return changeOfTotal(earlier, later);
}

}  // namespace

Decibels wanderOf(int order) {
  return Decibels::of(order == 1 ? 0.1 : 0.3);
}

const Change* Comparison::of(Cause cause) const {
  const auto found = std::find_if(causes.begin(), causes.end(),
                                  [cause](const CauseChange& one) { return one.cause == cause; });
  return found == causes.end() ? nullptr : &found->change;
}

Comparison compare(const Evidence& before, const Evidence& after) {
  Comparison result;
  const std::vector<Pair> pairs = pairsOf(before.hum, after.hum);
  for (const Pair& pair : pairs) {
    result.harmonics.push_back(
        {pair.order, changeBetween(pair.before, pair.after, wanderOf(pair.order))});
  }
  for (const Cause cause : causes()) {
    const auto a = strengthOf(before, cause);
    const auto b = strengthOf(after, cause);
    if (!a || !b || (a->isBound && b->isBound)) continue;
    result.causes.push_back({cause, changeBetween(*a, *b, kSignatureWander)});
  }
  result.total = totalChange(pairs, before, after);
  return result;
}

}  // namespace linecheck::diagnosis
