// Runs the steps of a procedure, with somebody who changes the cables.
#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/measure_bench.h"
#include "cli/procedure_arguments.h"
#include "cli/question.h"
#include "measure/listeners.h"

namespace linecheck::cli {
namespace {

using measure::Procedure;

struct Step {
  measure::ProcedureStep step;
  std::size_t number = 0;  // From 0.
  std::size_t count = 1;
};

// Shows which jack goes where. Where cables have to be changed somebody has to say that it is done.
Result<void> prepare(const Session& session, const MeasureBench& bench, const Step& step) {
  const measure::Harness harness = step.step.harness;
  session.err << fmt::format("linecheck-cli: {}\n", measure::harnessText(harness));
  for (const std::string& line : measure::harnessConnections(harness)) {
    session.err << "  " << line << '\n';
  }
  if (const auto warning = measure::listeningWarning(harness); !warning.empty()) {
    session.err << "  " << warning << '\n';
  }
  if (step.count == 1) return {};
  if (session.input == nullptr) {
    // Its cables change by themselves.
    if (bench.isSimulated()) return {};
    return fail(ErrorCode::usage,
                "Cables are changed on the way, so somebody has to be at the terminal. What was "
                "measured before and saved can be read again with --recording, once for each "
                "step.");
  }
  if (!ask(session, fmt::format("Step {} of {}. Press Enter when it is so: ", step.number + 1,
                                step.count))) {
    return fail(ErrorCode::cancelled,
                step.number == 0 ? "Nothing was played." : "Stopped before all steps were made.");
  }
  return {};
}

Result<measure::Recording> recordStep(const Session& session, MeasureBench& bench,
                                      const Procedure& procedure, const measure::Values& values,
                                      const Step& step, Interrupt& interrupt) {
  measure::RunRequest& request = bench.request;
  auto composed = measure::sequenceOf(procedure, step.number, values, request.stream, request.gate);
  if (!composed) return fail(composed.error());
  const auto sequence = std::make_shared<const measure::Sequence>(*std::move(composed));
  if (auto ready = prepare(session, bench, step); !ready) return fail(ready.error());
  const auto loud = consent(session, sequence->loudest());
  if (!loud) return fail(loud.error());
  if (interrupt.poll()) return fail(stoppedEarly());
  request.loud = *loud;
  bench.wire(step.step.harness, values);
  auto recording =
      measure::recordStep(*bench.backend, request, sequence, step.step, controlOf(interrupt));
  if (!recording) return fail(asDeviceError(recording.error()));
  return recording;
}

}  // namespace

Error stoppedEarly() {
  return {ErrorCode::cancelled, "Stopped early.", {}};
}

Result<Measured> measureLive(const Session& session, const ProcedureArguments& arguments,
                             Interrupt& interrupt) {
  const Procedure& procedure = *arguments.procedure;
  const auto values = arguments.checkedValues();
  if (!values) return fail(values.error());
  auto bench = openBench(session, arguments.stream, arguments.context);
  if (!bench) return fail(bench.error());
  const auto steps = procedure.steps(*values);
  std::vector<measure::Recording> recordings;
  std::optional<Error> ended;
  while (recordings.size() < steps.size() && !ended) {
    const std::size_t number = recordings.size();
    auto recording = recordStep(session, *bench, procedure, *values,
                                {steps[number], number, steps.size()}, interrupt);
    if (recording) {
      recordings.push_back(*std::move(recording));
      // Pressed while the last samples came in, it has nothing left to stop.
      if (interrupt.poll() && recordings.size() < steps.size()) ended = stoppedEarly();
    } else if (recordings.empty()) {
      return fail(recording.error());
    } else {
      ended = recording.error();
    }
  }
  return Measured{measure::resultOf(procedure, *values, std::move(recordings)), std::move(ended)};
}

}  // namespace linecheck::cli
