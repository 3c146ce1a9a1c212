#pragma once

#include <memory>

#include "audio/backend.h"
#include "measure/capture_session.h"
#include "measure/listeners.h"
#include "measure/procedure.h"

namespace linecheck::measure {

/// How one step of a procedure is run.
struct RunRequest {
  audio::StreamConfig stream;         ///< Input and output.
  LoudTone loud = LoudTone::refused;  ///< Whether the user agreed to more than −20 dBFS.
  GateOptions gate;
  HeadphoneJack jack = HeadphoneJack::mayHaveHeadphones;  ///< As `checkListeners`.
};

/// The whole sequence of a step: a short silence, the gate if it has a loop, the procedure's own
/// segments, the end mark. `usage` for values out of range, and as `Procedure::compose`.
[[nodiscard]] Result<Sequence> sequenceOf(const Procedure& procedure, std::size_t step,
                                          const Values& values, const audio::StreamConfig& stream,
                                          const GateOptions& gate);

/// Plays and captures the sequence of one step. A recording whose path is not usable for a reason
/// that may pass is repeated once. Stopped after the gate, it is cut short and still a recording.
/// Errors: as `checkListeners` and `capture`; `usage` for a loud sequence without consent;
/// `measurementInvalid` for samples that are not finite, were lost by this computer, or are all
/// zeros.
[[nodiscard]] Result<Recording> recordStep(audio::Backend& backend, const RunRequest& request,
                                           const std::shared_ptr<const Sequence>& sequence,
                                           const ProcedureStep& step,
                                           const CaptureControl& control = {});

/// The same with the sequence composed here; errors of `sequenceOf`, too.
[[nodiscard]] Result<Recording> recordStep(audio::Backend& backend, const RunRequest& request,
                                           const Procedure& procedure, std::size_t step,
                                           const Values& values,
                                           const CaptureControl& control = {});

/// Lays what was captured of a sequence beside it; `hasLoop` is the step's. A part of a capture
/// will do. `measurementInvalid` as `recordStep`. Thread-safe: yes.
[[nodiscard]] Result<Recording> recordingOf(Capture capture,
                                            std::shared_ptr<const Sequence> sequence,
                                            const ProcedureStep& step, const GateOptions& gate);

/// Lays a saved capture beside the sequence that it came from. Errors: `usage` as `checkNotes`, and
/// for one that is longer than the sequence. One without notes may be of anything else.
[[nodiscard]] Result<Recording> recordingOf(Capture capture, const RunRequest& request,
                                            const Procedure& procedure, std::size_t step,
                                            const Values& values);

}  // namespace linecheck::measure
