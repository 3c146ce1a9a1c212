#pragma once

#include <QString>
#include <span>

#include "chain/fix.h"
#include "chain/grounds.h"
#include "rules/finding.h"
#include "text/banner_state.h"

namespace linecheck::ui {

/// The words of a finding or a cure, translated and filled in.
[[nodiscard]] QString findingText(const rules::Finding& finding);
[[nodiscard]] QString fixText(const chain::Fix& fix);
/// What a cure asks for: "a cable", "a purchase"; empty where it costs nothing.
[[nodiscard]] QString costText(chain::Cost cost);

/// A severity in a word; colour and icon are never alone.
[[nodiscard]] QString severityWord(rules::Severity severity);
[[nodiscard]] BannerState::Tone toneOf(rules::Severity severity);

/// How a desk stands, from all that was found; what the user knows of counts no more, but danger.
/// A ground loop that can be heard counts as much as what costs quality.
[[nodiscard]] BannerState deskBanner(std::span<const rules::Finding> findings,
                                     std::span<const chain::GroundLoop> loops);
/// How many loops run through a signal's own return.
[[nodiscard]] int audibleCount(std::span<const chain::GroundLoop> loops);
/// Whether a finding is still to be looked at.
[[nodiscard]] bool isOpen(const rules::Finding& finding);

}  // namespace linecheck::ui
