#pragma once

#include <optional>
#include <string_view>

#include "units/decibels.h"
#include "units/level.h"

namespace linecheck::diagnosis {

/// What became of something from one capture to the next.
enum class ChangeVerdict {
  less,        ///< Weaker, beyond doubt.
  more,        ///< Stronger.
  unchanged,   ///< The same within 1 dB, beyond doubt.
  cannotTell,  ///< The uncertainty allows either: capture longer.
};

/// "less", "more", "unchanged", "cannot_tell"
[[nodiscard]] std::string_view changeVerdictId(ChangeVerdict verdict);

/// `change` = after − before, dB; where one side is in the noise it is a bound.
struct Change {
  Decibels change;
  Decibels standardError;
  bool isBound = false;  ///< It is in the noise after, and no stronger than `change` says.
  ChangeVerdict verdict = ChangeVerdict::cannotTell;
  bool isLeast = false;  ///< Of a bound: it was in the noise before, and is no weaker.

  bool operator==(const Change&) const = default;
};

/// One side of a comparison.
struct Strength {
  DecibelsFs level;
  Decibels standardError;
  bool isBound = false;  ///< It is in the noise; `level` is the most that it can be.
};

/// Less or more: by 1 dB at least, and by 3 standard errors. Unchanged: the 95 % interval lies
/// within ±1 dB.
inline constexpr Decibels kLeastChange = Decibels::of(1.0);
inline constexpr double kChangeErrors = 3.0;

/// `wander`: one standard deviation of what the source itself changes between two captures, with
/// nothing done to it. Both sides bounds: nothing can be told, and the change is 0 dB, a bound.
[[nodiscard]] Change changeBetween(const Strength& before, const Strength& after, Decibels wander);

[[nodiscard]] ChangeVerdict judge(const Change& change);

/// How many times as long both captures would have to be for a verdict, if the change is as it
/// looks: noise falls with the root of time, `wander` does not. 1 if there is one already; empty
/// where no length helps, or more than `longest` times as long.
[[nodiscard]] std::optional<double> timesLonger(const Change& change, Decibels wander,
                                                double longest = 64.0);

}  // namespace linecheck::diagnosis
