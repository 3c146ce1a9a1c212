#include "diagnosis/change.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linecheck::diagnosis {
namespace {

constexpr double kInterval95 = 1.959964;

bool isEnough(double decibels, double standardError) {
  return decibels >= std::max(kLeastChange.value(), kChangeErrors * standardError);
}

// Twice the time, 3 dB less noise.
double factorFor(double decibels) {
  return std::pow(10.0, decibels / 10.0);
}

}  // namespace

std::string_view changeVerdictId(ChangeVerdict verdict) {
  switch (verdict) {
    case ChangeVerdict::less:
      return "less";
    case ChangeVerdict::more:
      return "more";
    case ChangeVerdict::unchanged:
      return "unchanged";
    case ChangeVerdict::cannotTell:
      break;
  }
  return "cannot_tell";
}

ChangeVerdict judge(const Change& change) {
  const double by = change.change.value();
  const double error = change.standardError.value();
  const bool canBeLess = !change.isBound || !change.isLeast;
  const bool canBeMore = !change.isBound || change.isLeast;
  if (canBeLess && isEnough(-by, error)) return ChangeVerdict::less;
  if (canBeMore && isEnough(by, error)) return ChangeVerdict::more;
  const bool isWithin = std::abs(by) + kInterval95 * error <= kLeastChange.value();
  return !change.isBound && isWithin ? ChangeVerdict::unchanged : ChangeVerdict::cannotTell;
}

Change changeBetween(const Strength& before, const Strength& after, Decibels wander) {
  Change result;
  result.isBound = before.isBound || after.isBound;
  result.isLeast = before.isBound;
  if (before.isBound && after.isBound) {
    result.standardError = Decibels::of(std::numeric_limits<double>::infinity());
    return result;
  }
  result.change = after.level - before.level;
  result.standardError = Decibels::of(
      std::hypot(before.standardError.value(), after.standardError.value(), wander.value()));
  result.verdict = judge(result);
  return result;
}

std::optional<double> timesLonger(const Change& change, Decibels wander, double longest) {
  if (change.verdict != ChangeVerdict::cannotTell) return 1.0;
  const double error = change.standardError.value();
  if (!std::isfinite(error) || !std::isfinite(change.change.value())) return std::nullopt;
  // What of the error no time takes away, and what of its square falls with it.
  const double least = std::min(wander.value(), error);
  const double falling = error * error - least * least;
  double times = 0.0;
  if (change.isBound) {
    const double by = change.isLeast ? change.change.value() : -change.change.value();
    times = factorFor(std::max(kLeastChange.value(), kChangeErrors * error) - by);
  } else {
    const double by = std::abs(change.change.value());
    const double allowed =
        by >= kLeastChange.value() ? by / kChangeErrors : (kLeastChange.value() - by) / kInterval95;
    if (allowed <= least) return std::nullopt;
    times = falling / (allowed * allowed - least * least);
  }
  if (times > longest) return std::nullopt;
  return std::max(1.0, times);
}

}  // namespace linecheck::diagnosis
