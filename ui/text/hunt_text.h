#pragma once

#include <QString>
#include <optional>

#include "chain/desk.h"
#include "diagnosis/hunt.h"
#include "hum/hunt_stand.h"
#include "hum/step_card.h"
#include "text/banner_state.h"

namespace linecheck::ui {

/// What a step asks for, in words that name what stands on the devices' panels.
struct StepWords {
  QString title;
  QString how;
  QString why;
  QString before;  ///< Empty where nothing is plugged.
};
[[nodiscard]] StepWords stepWords(const diagnosis::Step& step, const chain::Desk& desk);

/// "about 3 minutes · a cable"
[[nodiscard]] QString effortText(const diagnosis::Step& step);

/// "Ground loop through the cable from … to …": the link that a suspect names.
[[nodiscard]] QString suspectText(const diagnosis::Suspect& suspect, const chain::Desk& desk);

/// What became of the last step that was measured; none before the first.
[[nodiscard]] std::optional<StepCardState::Outcome> outcomeOf(const diagnosis::HuntEntry& entry,
                                                              const chain::Desk& desk);

/// The step card. `isListening`: there is something to begin with.
[[nodiscard]] StepCardState stepCardOf(const HuntStand& stand, const chain::Desk& desk,
                                       bool isListening);

/// What a hunt that goes on is after, for the banner: with a step done, what is heard at this
/// moment is what the step left of it. None without suspects.
[[nodiscard]] std::optional<BannerState> huntingBanner(
    const std::vector<diagnosis::Suspect>& suspects);

/// How a hunt has ended, for the banner; none while it goes on.
[[nodiscard]] std::optional<BannerState> bannerOf(const diagnosis::Conclusion& conclusion,
                                                  const chain::Desk& desk);

}  // namespace linecheck::ui
