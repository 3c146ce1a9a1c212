#pragma once

#include <QString>
#include <QStringList>

#include "matching/evidence.h"
#include "matching/match.h"
#include "text/banner_state.h"

namespace linecheck::ui {

[[nodiscard]] QString verdictText(matching::Verdict verdict);
[[nodiscard]] BannerState::Tone verdictTone(matching::Verdict verdict);

/// "Topping L70, Headphones"
[[nodiscard]] QString outputText(const matching::Output& output);
[[nodiscard]] QString limitText(matching::Limit limit);
[[nodiscard]] QString confidenceText(profiles::Confidence confidence);
/// The figure of a profile with its value, its source and how sure it is, in one line.
[[nodiscard]] QString sourceText(const matching::SourceFigure& figure);
/// One line for each figure that it rests on.
[[nodiscard]] QStringList evidenceLines(const matching::Evidence& evidence);

/// "16 Ω · 91 dB/mW (87–95) · planar"
[[nodiscard]] QString loadText(const matching::Load& load);
/// How long a week the level may be listened to: "40 hours a week".
[[nodiscard]] QString weeklyTimeText(DecibelsSpl level);

/// The best of all for these headphones, in a sentence. `best` is null if nothing was compared.
[[nodiscard]] BannerState matchBanner(const matching::Match* best, const matching::Output* output,
                                      const matching::Load* load, const matching::Request& request);

}  // namespace linecheck::ui
