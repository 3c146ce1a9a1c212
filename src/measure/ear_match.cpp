#include "measure/ear_match.h"

#include <algorithm>
#include <cmath>

namespace linecheck::measure {

EarMatch::EarMatch(Decibels range)
    : range_(std::max(kFinest, std::abs(range.value()))), low_(-range_), high_(range_) {}

Decibels EarMatch::gain(MatchSide side) const {
  const double aOverB = middle();
  return Decibels::of(side == MatchSide::a ? -std::max(aOverB, 0.0) : std::min(aOverB, 0.0));
}

void EarMatch::answer(EarAnswer heard) {
  if (isDone()) return;
  if (heard == EarAnswer::equal) {
    isEqual_ = true;
  } else if (heard == EarAnswer::aLouder) {
    low_ = middle();
  } else {
    high_ = middle();
  }
}

bool EarMatch::isOutOfRange() const {
  return isDone() && !isEqual_ && (low_ == -range_ || high_ == range_);
}

std::optional<LevelDifference> EarMatch::difference() const {
  if (!isDone() || isOutOfRange()) return std::nullopt;
  // What is called equal lies within what the ear can tell.
  const double halfWidth = isEqual_ ? kFinest : 0.5 * (high_ - low_);
  return LevelDifference{Decibels::of(middle()),
                         std::hypot(halfWidth / std::sqrt(3.0), 0.5 * kFinest)};
}

}  // namespace linecheck::measure
