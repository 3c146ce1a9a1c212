#include "measure/procedure_run.h"

#include <fmt/format.h>

#include <memory>

#include "measure/assessment.h"
#include "measure/measurement.h"

namespace linecheck::measure {
namespace {

// A fault that a second attempt may not meet.
bool mayPass(const PathReport& path) {
  return path.find(PathFault::dropouts) != nullptr;
}

// What a gate can expect of a harness: only a plain loop has a gain and a straight way of its own.
GateOptions gateFor(Harness harness, GateOptions gate) {
  gate.isStraight = isStraight(harness);
  gate.inputs = pluggedInputs(harness);
  if (harness != Harness::loop) gate.expectedGain.reset();
  return gate;
}

RunNotes notesOf(const Procedure& procedure, std::size_t step, const Values& values,
                 const Sequence& sequence, const GateOptions& gate) {
  return {std::string(procedure.id()),
          static_cast<int>(step) + 1,
          sequence.channels(),
          values,
          gate.level,
          gate.expectedGain};
}

}  // namespace

Result<Sequence> sequenceOf(const Procedure& procedure, std::size_t step, const Values& values,
                            const audio::StreamConfig& stream, const GateOptions& gate) {
  if (auto checked = checkValues(procedure.parameters(), values); !checked) {
    return fail(checked.error());
  }
  Sequence sequence(stream.outputChannels, stream.sampleRate);
  sequence.addSilence("start", kSettle);
  const bool hasLoop = procedure.steps(values)[step].hasLoop;
  if (hasLoop) composeGate(sequence, gate);
  if (auto composed = procedure.compose(step, values, sequence); !composed) {
    return fail(composed.error());
  }
  if (hasLoop) composeGateEnd(sequence, gate);
  sequence.addSilence("end", kLongestLatency);
  sequence.note(notesOf(procedure, step, values, sequence, gate));
  return sequence;
}

Result<Recording> recordStep(audio::Backend& backend, const RunRequest& request,
                             const std::shared_ptr<const Sequence>& sequence,
                             const ProcedureStep& step, const CaptureControl& control) {
  if (auto checked = checkListeners(request.stream, request.jack); !checked) {
    return fail(checked.error());
  }
  const auto stimulus = Stimulus::samples(sequence->samples(), sequence->channels(), request.loud);
  if (!stimulus) return fail(stimulus.error());
  CaptureControl kept = control;
  kept.keepsPart = true;
  constexpr int kAttempts = 2;
  for (int attempt = 1;; ++attempt) {
    auto captured = capture(backend, request.stream, *stimulus, kept);
    if (!captured) return fail(captured.error());
    auto recording = recordingOf(*std::move(captured), sequence, step, request.gate);
    const bool isStopped = control.stop.stop_requested();
    if (recording && isStopped && step.hasLoop && !recording->path.isUsable()) {
      return fail(ErrorCode::cancelled, "Stopped before anything was measured.");
    }
    const bool isLast = attempt == kAttempts || isStopped;
    if (!recording || isLast || !mayPass(recording->path)) return recording;
  }
}

Result<Recording> recordStep(audio::Backend& backend, const RunRequest& request,
                             const Procedure& procedure, std::size_t step, const Values& values,
                             const CaptureControl& control) {
  auto composed = sequenceOf(procedure, step, values, request.stream, request.gate);
  if (!composed) return fail(composed.error());
  return recordStep(backend, request, std::make_shared<const Sequence>(*std::move(composed)),
                    procedure.steps(values)[step], control);
}

Result<Recording> recordingOf(Capture capture, std::shared_ptr<const Sequence> sequence,
                              const ProcedureStep& step, const GateOptions& gate) {
  capture.settleFrames = sequence->segment("start")->frames;
  if (sequence->notes()) capture.run = sequence->notes();
  const Validity validity = assess(capture).validity;
  // A gate sees on the samples what the driver only suspects; and a digital loop is all zeros where
  // silence is played.
  const bool gateDecides = step.hasLoop && (validity.reason == InvalidReason::flagged ||
                                            validity.reason == InvalidReason::deadInput);
  if (!validity.isValid() && !gateDecides) {
    return fail(ErrorCode::measurementInvalid, validity.text);
  }
  Recording recording;
  if (step.hasLoop) {
    recording.path = readGate(capture, *sequence, gateFor(step.harness, gate));
  }
  recording.capture = std::move(capture);
  recording.sequence = std::move(sequence);
  return recording;
}

Result<Recording> recordingOf(Capture capture, const RunRequest& request,
                              const Procedure& procedure, std::size_t step, const Values& values) {
  audio::StreamConfig stream = request.stream;
  stream.sampleRate = capture.sampleRate;
  auto composed = sequenceOf(procedure, step, values, stream, request.gate);
  if (!composed) return fail(composed.error());
  if (capture.run) {
    if (auto same = checkNotes(*capture.run, *composed->notes()); !same) return fail(same.error());
  }
  if (capture.frames() > composed->frames()) {
    return fail(ErrorCode::usage,
                fmt::format("The recording has {} frames, this measurement plays {}: it was made "
                            "with other settings.",
                            capture.frames(), composed->frames()));
  }
  return recordingOf(std::move(capture), std::make_shared<const Sequence>(*std::move(composed)),
                     procedure.steps(values)[step], request.gate);
}

}  // namespace linecheck::measure
