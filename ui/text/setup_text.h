#pragma once

#include <QString>
#include <chrono>

#include "setup/state.h"
#include "text/banner_state.h"

namespace linecheck::ui {

/// A step in one or two words, for the row of all steps.
[[nodiscard]] QString shortStepName(setup::StepId step);

/// How an item or a step stands; danger and what does not work are bad, the rest that is wrong
/// wants attention.
[[nodiscard]] BannerState::Tone toneOf(const setup::ItemState& item);
[[nodiscard]] BannerState::Tone toneOf(const setup::StepState& step);
/// "done", "open", "wrong", "not needed".
[[nodiscard]] QString stateText(setup::State state);

/// "measured", "ticked by you".
[[nodiscard]] QString knownByText(setup::KnownBy by);
/// The same with when it was, for what does not stand in the desk: "measured · 20:14".
[[nodiscard]] QString knownByText(const setup::ItemState& item, std::chrono::sys_seconds now);

/// What an item's state is, in one line: "wrong: 80 %, from the system".
[[nodiscard]] QString itemSummary(const setup::ItemState& item);

}  // namespace linecheck::ui
