#pragma once

#include <optional>

#include "measure/level_match.h"

namespace linecheck::measure {

enum class EarAnswer { aLouder, bLouder, equal };

/// Finds by ear which of two is louder and by how much: plays both in turn, with one of them
/// attenuated, and halves the range in which they are equal with each answer. A plain value.
class EarMatch {
 public:
  /// `range`: the greatest difference that is looked for, > 0 dB.
  explicit EarMatch(Decibels range = Decibels::of(24.0));

  /// What to attenuate each side by now: 0 dB or less, so that nothing is ever louder than the
  /// noise at its own level. One of the two is 0 dB.
  [[nodiscard]] Decibels gain(MatchSide side) const;

  /// What was heard with these gains. Nothing happens once it is done.
  void answer(EarAnswer heard);

  /// It is found, or lies out of range.
  [[nodiscard]] bool isDone() const { return isEqual_ || high_ - low_ <= kFinest; }
  /// All answers point beyond the range: set the louder one down by hand, and begin anew.
  [[nodiscard]] bool isOutOfRange() const;
  /// None until it is done, and if it is out of range.
  [[nodiscard]] std::optional<LevelDifference> difference() const;

 private:
  static constexpr double kFinest = 1.0;  // dB; closer the ear guesses.

  [[nodiscard]] double middle() const { return 0.5 * (low_ + high_); }

  double range_;
  double low_;   // A is louder than B by this or more, dB,
  double high_;  // and by this or less.
  bool isEqual_ = false;
};

}  // namespace linecheck::measure
