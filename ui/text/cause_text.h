#pragma once

#include <QString>
#include <vector>

#include "diagnosis/comparison.h"
#include "diagnosis/diagnosis.h"
#include "text/banner_state.h"

namespace linecheck::ui {

/// "Ground loop"
[[nodiscard]] QString causeText(diagnosis::Cause cause);
/// What makes it, in one sentence.
[[nodiscard]] QString causeAbout(diagnosis::Cause cause);
/// How bad it is to have it as the main cause.
[[nodiscard]] BannerState::Tone toneOf(diagnosis::Cause cause);

/// What was seen, or looked for and not seen: "Even harmonics are 28 dB weaker than odd ones".
[[nodiscard]] QString observationText(const diagnosis::Observation& observation);

/// One reason why a cause is likely or not.
struct WhyLine {
  bool isFor = true;
  QString strength;  ///< "clearly for it".
  QString moves;     ///< "+6.5 dB".
  QString seen;      ///< What was seen.

  bool operator==(const WhyLine&) const = default;
};

/// The reasons for and against one cause, the strongest first.
[[nodiscard]] std::vector<WhyLine> whyLines(const diagnosis::Evidence& evidence,
                                            const diagnosis::CauseProbability& cause);

/// "12.3 dB less ± 0.4 dB", "at least 20 dB less".
[[nodiscard]] QString changeText(const diagnosis::Change& change);
/// "It changed", "It did not change", "That cannot be told yet".
[[nodiscard]] QString changeWord(diagnosis::ChangeVerdict verdict);

}  // namespace linecheck::ui
