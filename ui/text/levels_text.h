#pragma once

#include <QString>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "measure/gate.h"
#include "measure/limits.h"
#include "measure/procedure_result.h"
#include "text/banner_state.h"
#include "text/run_note.h"

namespace linecheck::ui {

/// How far a measurement has got, for its dot in the list.
enum class RunState { notRun, running, done, partial, pathFault, failed, pass, fail };

/// "Done", "Path fault", …
[[nodiscard]] QString runStateWord(RunState state);
[[nodiscard]] BannerState::Tone runStateTone(RunState state);

/// The engine's English names and sentences in the user's language.
[[nodiscard]] QString measureWord(std::string_view english);

/// "just now", "4 min ago", "3 h ago", "2 days ago".
[[nodiscard]] QString ageText(std::chrono::seconds age);

/// What is heard while a segment of this id plays.
[[nodiscard]] QString segmentText(std::string_view id);

/// "Input 1: Comes back 6.02 dB lower than it should …".
[[nodiscard]] QString pathFindingText(const measure::PathFinding& finding);

// What the banner says.
[[nodiscard]] BannerState notRunBanner(const measure::Procedure& procedure);
[[nodiscard]] BannerState checkupBanner();
[[nodiscard]] BannerState runningBanner(const measure::Procedure& procedure);
/// "Step 2 of 2": counts from 0.
[[nodiscard]] BannerState cablesBanner(std::size_t step, std::size_t steps,
                                       measure::Harness harness);
[[nodiscard]] BannerState consentBanner(DecibelsFs loudest);
[[nodiscard]] BannerState measureFailedBanner(const Error& error);
/// The path's check comes first: what it found and how to mend it. Then `findings`, what is not as
/// the chain predicts.
[[nodiscard]] BannerState resultBanner(const measure::ProcedureResult& result,
                                       const std::vector<RunNote>& findings = {});

/// "Pass: 0.25 dB inside the limits at 1.00 kHz."
[[nodiscard]] QString judgementText(const measure::Judgement& judgement,
                                    const measure::Trace& trace, std::optional<int> channel);

}  // namespace linecheck::ui
