#include "cli/match_sort.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace linecheck::cli {
namespace {

using matching::Match;

template <class T>
std::optional<double> numberOf(const matching::Bounded<T>& figure, double sign) {
  const auto nominal = figure.nominal();
  if (!nominal) return std::nullopt;
  return sign * nominal->value();
}

/// What is to be low.
std::optional<double> keyOf(const Match& match, MatchSort by) {
  switch (by) {
    case MatchSort::maxSpl:
      return numberOf(match.maximum, -1.0);
    case MatchSort::loss:  // 0 dB or less
      return numberOf(match.loss, -1.0);
    case MatchSort::noise:
      return numberOf(match.noise, 1.0);
    case MatchSort::headroom:
      return numberOf(match.headroom, -1.0);
    case MatchSort::damping:
      return numberOf(match.damping, -1.0);
    case MatchSort::verdict:
    case MatchSort::name:
      break;
  }
  return std::nullopt;
}

}  // namespace

void sortPairs(MatchReport& report, MatchSort by) {
  const auto isBefore = [&](const Match& a, const Match& b) {
    if (by == MatchSort::verdict) return better(a, b);
    if (by == MatchSort::name) {
      const auto nameOf = [&](const Match& match) {
        const matching::Output& output = report.outputs[match.output];
        return std::tie(output.device, output.name, report.loads[match.load].name);
      };
      return nameOf(a) < nameOf(b);
    }
    const auto first = keyOf(a, by);
    const auto second = keyOf(b, by);
    if (!first || !second) return first.has_value() && !second.has_value();
    return *first < *second;
  };
  std::stable_sort(report.pairs.begin(), report.pairs.end(), isBefore);
}

}  // namespace linecheck::cli
