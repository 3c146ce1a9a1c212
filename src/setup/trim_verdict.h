#pragma once

#include <optional>

#include "base/sentence.h"
#include "setup/state.h"
#include "units/level.h"

namespace linecheck::setup {

/// How an output's level at 0 dBFS stands against the one that is recommended.
struct TrimVerdict {
  State state = State::done;
  std::optional<Sentence> cure{};
};

/// Above by more than this is too hot, below by more than the other costs distance from noise; less
/// is not worth a walk to the panel (as the rule "output-trim").
inline constexpr Decibels kTrimAbove = Decibels::of(0.5);
inline constexpr Decibels kTrimBelow = Decibels::of(1.0);

/// `se` widens both.
[[nodiscard]] TrimVerdict judgeTrim(DecibelsU level, DecibelsU recommended, Decibels se = {});

/// The dBu of a target; empty for anything else.
[[nodiscard]] std::optional<DecibelsU> levelOf(const Item& item);

}  // namespace linecheck::setup
