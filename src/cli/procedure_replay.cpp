// Reads the saved captures of a procedure again.
#include <fmt/format.h>

#include <ostream>

#include "cli/procedure_arguments.h"
#include "measure/capture_file.h"
#include "measure/procedure_run.h"

namespace linecheck::cli {
namespace {

using measure::Capture;
using measure::Procedure;

Result<std::vector<Capture>> load(const Session& session, const ProcedureArguments& arguments) {
  std::vector<Capture> captures;
  for (const std::string& file : arguments.recordings) {
    auto capture = measure::loadCapture(file);
    if (!capture) return fail(capture.error());
    if (!capture->run) {
      session.err << fmt::format(
          "linecheck-cli: {}: nothing in it tells what was played; it is read as if it were this "
          "measurement with these settings\n",
          file);
    }
    captures.push_back(*std::move(capture));
  }
  return captures;
}

Result<void> checkCount(const ProcedureArguments& arguments, std::size_t steps) {
  if (arguments.recordings.size() == steps) return {};
  return fail(ErrorCode::usage,
              fmt::format("Takes {} recording{}, one for each step; {} were given.", steps,
                          steps == 1 ? "" : "s", arguments.recordings.size()),
              "--recording");
}

// Names the option, not only the setting.
Error asOption(Error error, const Procedure& procedure, const std::string& file) {
  for (const measure::Parameter& parameter : procedure.parameters()) {
    if (error.where == parameter.id) error.where.insert(0, "--");
  }
  if (error.where.empty()) error.where = file;
  return error;
}

measure::RunRequest requestFor(const Capture& capture, const MeasureContext& context) {
  measure::RunRequest request;
  request.stream.input = capture.input;
  request.stream.output = capture.output;
  request.stream.sampleRate = capture.sampleRate;
  request.stream.outputChannels = capture.run ? capture.run->outputs : capture.channels;
  request.gate = context.gate(request.stream);
  if (capture.run) {
    request.gate.level = capture.run->gateLevel;
    if (!context.hasExpectedGain()) request.gate.expectedGain = capture.run->expectedGain;
  }
  return request;
}

}  // namespace

Result<Measured> measureFiles(const Session& session, const ProcedureArguments& arguments) {
  const Procedure& procedure = *arguments.procedure;
  auto captures = load(session, arguments);
  if (!captures) return fail(captures.error());
  const auto& notes = captures->front().run;
  const bool isOwn = notes && notes->procedure == procedure.id();
  const auto values = arguments.checkedValues(isOwn ? notes->values : measure::Values());
  if (!values) return fail(values.error());
  const auto steps = procedure.steps(*values);
  if (auto checked = checkCount(arguments, steps.size()); !checked) return fail(checked.error());
  std::vector<measure::Recording> recordings;
  for (std::size_t step = 0; step < steps.size(); ++step) {
    Capture& capture = (*captures)[step];
    const auto request = requestFor(capture, arguments.context);
    auto recording = measure::recordingOf(std::move(capture), request, procedure, step, *values);
    if (!recording) {
      return fail(asOption(recording.error(), procedure, arguments.recordings[step]));
    }
    recordings.push_back(*std::move(recording));
  }
  return Measured{measure::resultOf(procedure, *values, std::move(recordings)), {}};
}

}  // namespace linecheck::cli
