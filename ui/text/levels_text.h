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
enum class RunState {
  notRun,
  running,
  waiting,  ///< For the user: consent, or cables.
  done,
  finding,  ///< Done, and something has to be seen to.
  partial,
  pathFault,
  failed,
  leftOut,  ///< Of a check-up, for it is loud.
  pass,
  fail
};

/// As a run ended; `findings` is what is not as the chain predicts.
[[nodiscard]] RunState endState(const measure::ProcedureResult& result,
                                const std::vector<RunNote>& findings = {});

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
/// Before it begins: `loud` of `all` play up to `loudest`.
[[nodiscard]] BannerState checkupConsentBanner(std::size_t loud, std::size_t all,
                                               DecibelsFs loudest);
[[nodiscard]] BannerState runningBanner(const measure::Procedure& procedure);
/// "Step 2 of 2": counts from 0.
[[nodiscard]] BannerState cablesBanner(std::size_t step, std::size_t steps,
                                       measure::Harness harness);
[[nodiscard]] BannerState consentBanner(DecibelsFs loudest);
[[nodiscard]] BannerState measureFailedBanner(const Error& error);
/// A path that spoils the figures comes first, with how to mend it; else what the measurement
/// found, then `findings`, what is not as the chain predicts. How the path is stands behind that.
[[nodiscard]] BannerState resultBanner(const measure::ProcedureResult& result,
                                       const std::vector<RunNote>& findings = {});

/// "Pass: 0.25 dB inside the limits at 1.00 kHz."
[[nodiscard]] QString judgementText(const measure::Judgement& judgement,
                                    const measure::Trace& trace, std::optional<int> channel);

}  // namespace linecheck::ui
